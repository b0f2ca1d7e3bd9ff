using System.Collections.Frozen;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Words that say the contrary of each other, as two sides of one axis: <c>opposites.txt</c>, with their comparatives,
/// superlatives and adverbs. A word may be of several axes.
/// </summary>
internal static class Axes
{
    private const string Resource = "PaperBot.Skills.Grounding.opposites.txt";

    // Adverbs that no longer say what their adjective does.
    private static readonly FrozenSet<string> Faded =
        "hardly nearly highly largely widely shortly lately closely mostly lightly margin margins"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<string, (int Axis, int Side)[]>> Words = new(Read);

    /// <summary>The axes of a word, with 1 or -1 for the side that it is on; none for most words.</summary>
    public static IReadOnlyList<(int Axis, int Side)> Of(string word) =>
        Faded.Contains(word) ? []
        : Words.Value.TryGetValue(word, out var axes) || Words.Value.TryGetValue(Stem.Of(word), out axes) ? axes
        : [];

    /// <summary>-1 where two words are on opposite sides of an axis, 1 on the same of one, 0 where they share none.</summary>
    public static int Compare(IReadOnlyList<(int Axis, int Side)> one, IReadOnlyList<(int Axis, int Side)> other)
    {
        var found = 0;
        foreach (var (axis, side) in one)
        {
            foreach (var (otherAxis, otherSide) in other)
            {
                if (axis == otherAxis)
                {
                    if (side == otherSide)
                    {
                        return 1;
                    }
                    found = -1;
                }
            }
        }
        return found;
    }

    public static bool AreOpposed(string word, string other) =>
        Compare(Of(word), Of(other)) < 0 || IsNegated(word, other) || IsNegated(other, word);

    /// <summary>"unstable" for "stable", "nonconvex" for "convex".</summary>
    public static bool IsNegated(string word, string plain) =>
        plain.Length > 4
        && word.Length > plain.Length
        && word.EndsWith(plain, StringComparison.Ordinal)
        && word[..^plain.Length] is "un" or "in" or "im" or "non" or "ir" or "dis";

    private static FrozenDictionary<string, (int, int)[]> Read()
    {
        using var stream =
            typeof(Axes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (var axis = 0; reader.ReadLine()?.Split(" | ") is [var first, var second]; axis++)
        {
            Add(first, axis, 1);
            Add(second, axis, -1);
        }
        return words.ToFrozenDictionary(word => word.Key, word => word.Value.ToArray(), StringComparer.Ordinal);

        void Add(string side, int axis, int sign)
        {
            foreach (var key in side.Split(' ').SelectMany(Forms).Distinct())
            {
                if (!words.TryGetValue(key, out var axes))
                {
                    words[key] = axes = [];
                }
                axes.Add((axis, sign));
            }
        }
    }

    private static IEnumerable<string> Forms(string word)
    {
        var root =
            word[^1] == 'e' ? word[..^1]
            : word[^1] == 'y' ? $"{word[..^1]}i"
            : word.Length <= 4
            && "aeiou".Contains(word[^2])
            && !"aeiouwy".Contains(word[^1])
            && !"aeiou".Contains(word[^3])
                ? word + word[^1]
            : word;
        return [word, Stem.Of(word), $"{root}er", $"{root}est", word[^1] == 'y' ? $"{root}ly" : $"{word}ly"];
    }
}
