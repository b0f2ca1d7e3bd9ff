using System.Text.Json;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Summaries;

/// <summary>
/// One line of SciTLDR (Cachola et al., 2020, https://github.com/allenai/scitldr): the abstract in sentences and what
/// people wrote as its one sentence.
/// </summary>
/// <param name="Title">Empty where the line has none.</param>
/// <param name="References">Empty where they are withheld.</param>
internal sealed record SciTldr(string Title, IReadOnlyList<string> Source, IReadOnlyList<string> References)
{
    public static IReadOnlyList<SciTldr> Read(string file) =>
        [.. File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse)];

    public static SciTldr Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new SciTldr(
            json.RootElement.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "",
            Texts(json.RootElement, "source"),
            Texts(json.RootElement, "target")
        );
    }

    /// <summary>The abstract, with the sentences as the data set has split it.</summary>
    public Reading Reading()
    {
        var sentences = new List<Sentence>(Source.Count);
        var start = 0;
        foreach (var text in Source)
        {
            sentences.Add(new Sentence(sentences.Count + 1, start, text));
            start += text.Length + 1;
        }
        return Skills.Language.Reading.Of(Title, string.Join(' ', Source), sentences);
    }

    private static string[] Texts(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString() ?? ""]
        : [.. value.EnumerateArray().Select(text => text.GetString() ?? "")];
}
