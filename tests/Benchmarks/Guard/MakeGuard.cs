using System.Text.Json;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Guard;

/// <summary>
/// <c>make guard FILE --out P</c>: pairs of an abstract and a text from any papers with a "tldr" (or SciTLDR's "source" and
/// "target"). Authors' own one-sentence summaries and sentences retold by rule are supported; the same with one thing made wrong
/// are not.
/// </summary>
internal static class MakeGuard
{
    private const int MostPapers = 4_000;

    public static int Run(string file, string to)
    {
        var random = new Random(20260106);
        var papers = GuardPair.Lines(file).Select(Read).Where(paper => paper.Texts.Count > 0).Take(MostPapers).ToList();
        using var lines = new StreamWriter(to);
        var count = 0;
        for (var i = 0; i < papers.Count; i++)
        {
            foreach (var pair in Of(papers, i, random))
            {
                lines.WriteLine(JsonSerializer.Serialize(pair));
                count++;
            }
        }
        Console.WriteLine($"{count} pairs from {papers.Count} papers");
        return 0;
    }

    private static IEnumerable<GuardPair> Of(
        List<(string Abstract, IReadOnlyList<string> Texts)> papers,
        int i,
        Random random
    )
    {
        var (given, texts) = papers[i];
        var sentences = Sentences.Of(given);
        if (sentences.Count < 2)
        {
            yield break;
        }
        GuardPair Pair(string text, bool supported, string kind) =>
            new()
            {
                Abstract = given,
                Text = text,
                Supported = supported,
                Kind = kind,
            };
        foreach (var text in texts.Take(1))
        {
            yield return Pair(text, true, "author's summary");
        }
        var own = sentences[random.Next(sentences.Count)].Text;
        if (Tldr.Of("", given) is { } tldr)
        {
            yield return Pair(tldr.Text, true, "engine's summary");
        }
        if (Retelling.Of(own) is { } retold)
        {
            yield return Pair(retold, true, "sentence, written otherwise");
        }
        var other = papers[(i + 1 + random.Next(papers.Count - 1)) % papers.Count];
        yield return Pair(other.Texts[0], false, "summary of another paper");
        yield return Pair($"{texts[0].Trim().TrimEnd('.')}. {Corruption.Claim(random)}", false, "invented claim");
        foreach (var (kind, corrupt) in Corruption.All)
        {
            // Of the author's words where they have something to make wrong, else of a sentence of the abstract.
            foreach (
                var text in texts
                    .Take(1)
                    .Concat(sentences.Select(sentence => sentence.Text).OrderBy(_ => random.Next()))
            )
            {
                if (corrupt(text, given, random) is { } corrupted)
                {
                    yield return Pair(corrupted, false, kind);
                    break;
                }
            }
        }
    }

    private static (string Abstract, IReadOnlyList<string> Texts) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var given = Texts(json.RootElement, "abstract") is [var text]
            ? text
            : string.Join(' ', Texts(json.RootElement, "source"));
        return (
            given,
            [.. Texts(json.RootElement, "tldr").Concat(Texts(json.RootElement, "target")).Where(one => one.Length > 20)]
        );
    }

    private static IReadOnlyList<string> Texts(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => one.GetString() ?? "")]
        : [value.GetString() ?? ""];
}
