using System.Text.Json;
using System.Text.RegularExpressions;
using PaperBot.Skills.Language;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Summarize;

/// <summary>Pure: what a model answered to the pieces of a summary, whichever of the usual forms it chose.</summary>
internal static partial class SummaryDraft
{
    /// <summary>The label of the one sentence.</summary>
    public const string Tldr = "";

    private const int MostPieces = 8;

    // In the order of reading.
    private static readonly string[] Labels = [Tldr, "Problem", "Approach", "Result"];

    /// <exception cref="UnreadableDraftException">It is no summary.</exception>
    public static IReadOnlyList<DraftPart> Read(string answer, SummaryStyle style)
    {
        List<DraftPart> parts = JsonAnswer.Looks(answer)
            ? [.. OfJson(answer)]
            : [.. OfLines(answer, isOne: style == SummaryStyle.Tldr)];
        parts = [.. parts.Where(part => !Nothing.IsSaidBy(part.Text)).Take(MostPieces)];
        return parts.Count > 0 ? parts : throw new UnreadableDraftException("It holds no summary.");
    }

    private static IEnumerable<DraftPart> OfJson(string answer)
    {
        var json = JsonAnswer.Object(answer) ?? throw new UnreadableDraftException("It is no complete JSON object.");
        var parts = new List<DraftPart>();
        foreach (var property in json.EnumerateObject())
        {
            if (Label(property.Name) is { } label)
            {
                parts.AddRange(Pieces(property.Value).Select(text => new DraftPart(label, text)));
            }
        }
        return parts.Count > 0
            ? parts.OrderBy(part => Array.IndexOf(Labels, part.Label))
            : throw new UnreadableDraftException(
                "The JSON object has none of the properties \"tldr\", \"problem\", \"approach\" and \"result\"."
            );
    }

    private static IEnumerable<string> Pieces(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(JsonAnswer.Text).OfType<string>()
        : JsonAnswer.Text(value) is { } text ? [text]
        : [];

    private static string? Label(string name) =>
        name.Trim().ToLowerInvariant() switch
        {
            "tldr" or "tl;dr" or "summary" or "sentence" or "bullets" or "sentences" => Tldr,
            "problem" or "background" or "motivation" => "Problem",
            "approach" or "method" or "methods" => "Approach",
            "result" or "results" or "findings" => "Result",
            _ => null,
        };

    private static IEnumerable<DraftPart> OfLines(string answer, bool isOne)
    {
        var lines = Thought()
            .Replace(answer, "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line.Any(char.IsLetterOrDigit) && !line.EndsWith(':'));
        foreach (var line in lines)
        {
            var labelled = Labelled().Match(line);
            var label = labelled.Success ? Label(labelled.Groups["label"].Value) : null;
            var text = label is null ? line : line[labelled.Length..];
            var clean = CleanText.Of(text);
            if (isOne || Bullet().IsMatch(line))
            {
                yield return new DraftPart(label ?? Tldr, clean);
                continue;
            }
            foreach (var sentence in Sentences.Of(clean))
            {
                yield return new DraftPart(label ?? Tldr, sentence.Text);
            }
        }
    }

    [GeneratedRegex(@"^[\s\-*+•#\d.)]*\**(?<label>TL;?DR|[A-Za-z]{4,12})\**\s*:\**\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\s*(?:[-*+•]\s|\d{1,2}[.)]\s)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"<think(?:ing)?>.*?</think(?:ing)?>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Thought();
}
