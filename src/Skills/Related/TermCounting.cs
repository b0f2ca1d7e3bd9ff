using System.Runtime.InteropServices;

namespace PaperBot.Skills.Related;

/// <summary>Counts in how many papers stems and pairs of stems stand. Not for several threads.</summary>
internal sealed class TermCounting
{
    private readonly TermReader reader = new(Lexicon.Of([], [], 0)); // knows nothing: numbers every stem itself
    private readonly List<int> stems = [];
    private readonly HashSet<long> seen = [];
    private readonly Dictionary<long, int> papersOf = [];
    private int papers;

    public void Add(string title, string text)
    {
        papers++;
        seen.Clear();
        stems.Clear();
        reader.Read(title, stems);
        stems.Add(TermReader.Gap);
        reader.Read(text, stems);
        var before = TermReader.Gap;
        foreach (var stem in stems)
        {
            if (stem != TermReader.Gap)
            {
                Count(-1L - stem);
                if (before != TermReader.Gap)
                {
                    Count(((long)before << 32) | (uint)stem);
                }
            }
            before = stem;
        }
    }

    /// <param name="mostStems">The commonest are kept.</param>
    /// <param name="mostPairs">The commonest are kept.</param>
    /// <param name="leastOfPair">In so many papers a pair stands at least.</param>
    public Lexicon ToLexicon(int mostStems, int mostPairs, int leastOfPair)
    {
        var names = reader.Unknown();
        var known = papersOf
            .Where(term => term.Key < 0)
            .OrderByDescending(term => term.Value)
            .ThenByDescending(term => term.Key)
            .Take(mostStems)
            .Select(term => (Number: (int)(-1L - term.Key), Papers: term.Value))
            .ToList();
        var isKnown = known.Select(stem => stem.Number).ToHashSet();
        var pairs = papersOf
            .Where(term => term.Key >= 0 && term.Value >= leastOfPair)
            .Select(term => (One: (int)(term.Key >> 32), Next: (int)(uint)term.Key, Papers: term.Value))
            .Where(pair => isKnown.Contains(pair.One) && isKnown.Contains(pair.Next))
            .OrderByDescending(pair => pair.Papers)
            .ThenBy(pair => (pair.One, pair.Next))
            .Take(mostPairs);
        return Lexicon.Of(
            [.. known.Select(stem => (names[stem.Number], stem.Papers))],
            [.. pairs.Select(pair => (names[pair.One], names[pair.Next], pair.Papers))],
            papers
        );
    }

    private void Count(long term)
    {
        if (seen.Add(term))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(papersOf, term, out _)++;
        }
    }
}
