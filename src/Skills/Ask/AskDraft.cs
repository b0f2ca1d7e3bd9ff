using System.Text.RegularExpressions;
using PaperBot.Skills.Language;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Ask;

/// <summary>Pure: what a model answered to a question, to sentences with the papers that they name.</summary>
internal static partial class AskDraft
{
    private const int MostSentences = 6;

    /// <exception cref="UnreadableDraftException">It holds no sentence.</exception>
    public static IReadOnlyList<DraftPart> Read(string answer)
    {
        if (
            JsonAnswer.Looks(answer)
            && !Citation().IsMatch(answer.TrimStart()[..Math.Min(40, answer.TrimStart().Length)])
        )
        {
            throw new UnreadableDraftException("Plain sentences were asked for, not JSON.");
        }
        // "… by 37%. [2401.01234]" is said of the sentence before.
        var text = CleanText.Of(Behind().Replace(answer, " ${cites}${end} "));
        var parts = new List<DraftPart>();
        foreach (var sentence in Sentences.Of(text).Select(sentence => sentence.Text))
        {
            var cites = Citation().Matches(sentence).SelectMany(Ids).Distinct().ToList();
            var bare = Citation().Replace(sentence, "").Trim();
            if (!bare.Any(char.IsLetter))
            {
                if (parts.Count > 0)
                {
                    parts[^1] = parts[^1] with { Cites = [.. parts[^1].Cites.Concat(cites).Distinct()] };
                }
                continue;
            }
            parts.Add(new DraftPart("", Space().Replace(bare, "$1")) { Cites = cites });
        }
        return parts.Count > 0
            ? [.. parts.Take(MostSentences)]
            : throw new UnreadableDraftException("It holds no answer.");
    }

    /// <summary>The model says that it found nothing.</summary>
    public static bool SaysUnknown(string answer) =>
        answer.Length < 300 && !Citation().IsMatch(answer) && NotKnown().IsMatch(answer);

    private static IEnumerable<string> Ids(Match match) =>
        match
            .Groups["ids"]
            .Value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(id =>
                Version().Replace(id.Trim().ToLowerInvariant().Replace("arxiv:", "", StringComparison.Ordinal), "")
            );

    private const string Id =
        @"(?:arxiv:\s?)?(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?|t-[a-z2-7]{13})";

    [GeneratedRegex($@"[\[(](?<ids>{Id}(?:\s*[,;]\s*{Id})*)[\])]", RegexOptions.IgnoreCase)]
    private static partial Regex Citation();

    [GeneratedRegex($@"(?<end>[.!?])\s*(?<cites>(?:[\[(]{Id}(?:\s*[,;]\s*{Id})*[\])]\s*)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\s+([.,;:!?])")]
    private static partial Regex Space();

    [GeneratedRegex(@"v\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(
        @"\b(?:the library|these papers|the (?:given |provided )?(?:papers|abstracts)|none of the (?:papers|abstracts)|no paper)\b.{0,60}\b(?:do(?:es)? not|don't|doesn't|no|not|says?|answers?|mentions?)\b|\bi (?:do not|don't|could not|couldn't|cannot|can't) (?:know|find|answer)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotKnown();
}
