using System.Text.Json;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks.Guard;

/// <summary>
/// <c>train techniques FILE</c>: which two words side by side name something that papers are about, from the titles and abstracts
/// of a pool.
/// </summary>
internal static class TrainTechniques
{
    private const string DefaultOut = "src/Skills/Grounding/techniques.txt";
    private const int ShortestAbstract = 300; // characters
    private const int LeastPapers = 20;
    private const int MostPapers = 2_000; // beyond, anybody may say it of anything
    private const int LeastTitles = 5;
    private const double LeastShare = 0.1; // of the papers with the pair in the abstract, those with it in the title
    private const double PriorPapers = 10;
    private const double LeastTogether = 0.4; // how much oftener than by chance, as a natural logarithm

    // Before anything they only describe it.
    private static readonly HashSet<string> Describing =
    [
        .. "long high low pre non fine real end large small short two three multi single deep new open full"
            .Split(' ')
            .Select(Stem.Of),
    ];

    /// <param name="wanted">The file of the pairs, null for the one that is embedded: two stems a line.</param>
    public static int Run(string file, string? wanted)
    {
        var to = wanted ?? DefaultOut;
        var abstracts = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var papers = 0;
        foreach (var line in GuardPair.Lines(file))
        {
            using var json = JsonDocument.Parse(line);
            if (Text(json, "abstract") is not { Length: >= ShortestAbstract } given)
            {
                continue;
            }
            papers++;
            var tokens = TokenReader.Of(given);
            Count(abstracts, Pairs(tokens));
            Count(titles, Pairs(TokenReader.Of(Text(json, "title"))));
            Count(words, tokens.Where(token => token.Kind == TokenKind.Word).Select(token => Stem.Of(token.Word)));
        }
        var found = abstracts
            .Where(one => one.Value is >= LeastPapers and < MostPapers && IsTechnique(one.Key, one.Value))
            .Select(one => one.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        File.WriteAllText(to, string.Concat(found.Select(pair => $"{pair}\n")));
        Console.WriteLine($"{found.Count} techniques of two words are in {to}.");
        return 0;

        bool IsTechnique(string pair, int count)
        {
            var parts = pair.Split(' ');
            var inTitles = titles.GetValueOrDefault(pair);
            return inTitles >= LeastTitles
                && inTitles >= LeastShare * (count + PriorPapers)
                && !Describing.Contains(parts[0])
                && pair.All(letter => letter == ' ' || char.IsAsciiLetter(letter))
                && Math.Log((double)count * papers / ((double)words[parts[0]] * words[parts[1]])) >= LeastTogether;
        }
    }

    // Words that say something, side by side, as stems.
    private static IEnumerable<string> Pairs(List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (IsPart(tokens[i]) && IsPart(tokens[i + 1]) && !tokens[i + 1].Breaks)
            {
                yield return $"{Stem.Of(tokens[i].Word)} {Stem.Of(tokens[i + 1].Word)}";
            }
        }
    }

    private static bool IsPart(Token token) =>
        token is { Kind: TokenKind.Word, Word.Length: > 2 } && !WordWeights.IsSmall(token);

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> found)
    {
        foreach (var one in found.Distinct(StringComparer.Ordinal))
        {
            counts[one] = counts.GetValueOrDefault(one) + 1;
        }
    }

    private static string Text(JsonDocument json, string property) =>
        json.RootElement.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}
