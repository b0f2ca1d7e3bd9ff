using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>
/// Texts to the numbers of their terms. What the lexicon does not know gets a number of its own, so that two papers of one
/// ranking can share it. Addresses, numbers and too common words are no terms. Not for several threads.
/// </summary>
internal sealed class TermReader(Lexicon lexicon)
{
    /// <summary>What stands between terms that do not follow each other.</summary>
    public const int Gap = -1;

    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<string, int> unknown = [];

    public Lexicon Lexicon => lexicon;

    /// <summary>The stems of a text in its order, and <see cref="Gap"/> where something was left out.</summary>
    public void Read(ReadOnlySpan<char> text, List<int> stems)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[Words.LongestWord];
        foreach (var piece in text.Split(' '))
        {
            if (Telling.IsAddress(text[piece]))
            {
                stems.Add(Gap);
                continue;
            }
            var reader = new WordReader(text[piece], room);
            while (reader.MoveNext())
            {
                if (!lookup.TryGetValue(reader.Current, out var number))
                {
                    number = Telling.IsTelling(reader.Current) ? NumberOf(Stem.Of(reader.Current)) : Gap;
                    lookup[reader.Current] = number;
                }
                stems.Add(number);
            }
        }
    }

    /// <summary>Counts the terms of a text: its stems, and the pairs of stems that the lexicon knows.</summary>
    public void Count(ReadOnlySpan<char> text, float times, Dictionary<int, float> counts)
    {
        var stems = new List<int>(text.Length / 6 + 1);
        Read(text, stems);
        for (var i = 0; i < stems.Count; i++)
        {
            if (stems[i] == Gap)
            {
                continue;
            }
            counts[stems[i]] = counts.GetValueOrDefault(stems[i]) + times;
            if (i > 0 && stems[i - 1] != Gap && lexicon.NumberOf(stems[i - 1], stems[i]) is >= 0 and var pair)
            {
                counts[pair] = counts.GetValueOrDefault(pair) + times;
            }
        }
    }

    /// <summary>The stems that the lexicon does not know, in the order of their numbers.</summary>
    public IReadOnlyList<string> Unknown() => [.. unknown.Keys];

    private int NumberOf(string stem)
    {
        var number = lexicon.NumberOf(stem);
        if (number < 0 && !unknown.TryGetValue(stem, out number))
        {
            number = lexicon.Count + unknown.Count;
            unknown.Add(stem, number);
        }
        return number;
    }
}
