using System.Runtime.InteropServices;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks.Summaries;

/// <summary>Three F1 measures of one text against another, each 0 to 1.</summary>
/// <param name="One">Shared words.</param>
/// <param name="Two">Shared pairs of neighbouring words.</param>
/// <param name="L">The longest common subsequence of words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RougeScores(double One, double Two, double L)
{
    public double Mean => (One + Two + L) / 3;

    public static RougeScores operator +(RougeScores a, RougeScores b) => new(a.One + b.One, a.Two + b.Two, a.L + b.L);

    public static RougeScores operator /(RougeScores a, double b) => new(a.One / b, a.Two / b, a.L / b);
}

/// <summary>
/// ROUGE (Lin, 2004) as the Python package rouge-score computes it with its stemmer on: lower case, words are runs of
/// ASCII letters and digits, those longer than three letters are stemmed. Stems are Porter's with his two departures;
/// NLTK, which that package uses, has a few more, so single words may differ.
/// </summary>
internal static class Rouge
{
    private const int ShortestStemmed = 4;

    public static RougeScores Of(string prediction, string reference) => Of(Tokens(prediction), Tokens(reference));

    /// <summary>Against several references: all three measures against the one with the best ROUGE-1, the first of equals.</summary>
    public static RougeScores Of(string prediction, IEnumerable<string> references) =>
        Of(Tokens(prediction), [.. references.Select(Tokens)]);

    /// <inheritdoc cref="Of(string, IEnumerable{string})"/>
    public static RougeScores Of(string[] prediction, IReadOnlyList<string[]> references)
    {
        var best = new RougeScores(-1, 0, 0);
        foreach (var reference in references)
        {
            var scores = Of(prediction, reference);
            best = scores.One > best.One ? scores : best;
        }
        return references.Count == 0 ? default : best;
    }

    public static string[] Tokens(string text)
    {
        var tokens = new List<string>(text.Length / 5 + 1);
        for (var i = 0; i < text.Length; )
        {
            var start = i;
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
            }
            if (i == start)
            {
                i++;
                continue;
            }
            var word = text[start..i].ToLowerInvariant();
            tokens.Add(word.Length < ShortestStemmed ? word : Stem.Compute(word));
        }
        return [.. tokens];
    }

    private static RougeScores Of(string[] prediction, string[] reference) =>
        new(
            F1(Shared(prediction, reference), prediction.Length, reference.Length),
            F1(Shared(Pairs(prediction), Pairs(reference)), prediction.Length - 1, reference.Length - 1),
            F1(LongestCommon(prediction, reference), prediction.Length, reference.Length)
        );

    private static double F1(int shared, int predicted, int wanted) =>
        shared == 0 ? 0 : 2.0 * shared / (predicted + wanted);

    // As often as it stands in both.
    private static int Shared<T>(T[] prediction, T[] reference)
        where T : notnull
    {
        var left = reference.CountBy(token => token).ToDictionary();
        var shared = 0;
        foreach (var token in prediction)
        {
            if (left.TryGetValue(token, out var count) && count > 0)
            {
                left[token] = count - 1;
                shared++;
            }
        }
        return shared;
    }

    private static (string, string)[] Pairs(string[] tokens) => [.. tokens.Zip(tokens.Skip(1))];

    private static int LongestCommon(string[] a, string[] b)
    {
        var row = new int[b.Length + 1];
        foreach (var token in a)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = token == b[j] ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }
        return row[^1];
    }
}
