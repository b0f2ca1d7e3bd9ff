using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>One typed word with all that it may have been meant for.</summary>
/// <param name="Match">Finds the titles that have one of them.</param>
/// <param name="Titled">About how many titles that is.</param>
/// <param name="Weight">How much it says that a title has it.</param>
internal sealed record WordGroup(string Word, string? Match, long Titled, double Weight);

/// <summary>What was typed as groups of words to look for: unknown words also as known ones that resemble them.</summary>
internal sealed class WordGroups
{
    private const int MostSimilar = 12; // per word
    private const int MostSimilarGlued = 3;
    private const int LongEnough = 8; // letters by which two glued and mistyped words are recognised
    private const int Rare = 50; // titles; a rarer word may be two that were written as one
    private const int MostRead = 24; // rarest words

    private readonly Vocabulary vocabulary;
    private readonly IReadOnlyList<string> words;
    private readonly List<WordGroup> groups = [];
    private readonly Dictionary<int, List<(string Word, int Titled)>> glued = []; // by the first of two words

    /// <param name="alsoKnown">Look for what resembles known words too: "wise" may have been meant as "wide".</param>
    public WordGroups(Vocabulary vocabulary, IReadOnlyList<string> words, bool alsoKnown)
    {
        this.vocabulary = vocabulary;
        this.words = words;
        var isAnyTelling = words.Any(IsTelling);
        for (var i = 0; i < words.Count; i++)
        {
            // Words like "of" are in too many titles to be worth looking up; the titles are compared with them later.
            if ((IsTelling(words[i]) || !isAnyTelling) && !words.Take(i).Contains(words[i]))
            {
                groups.Add(Group(i, alsoKnown));
            }
        }
        groups.Sort((one, other) => one.Titled.CompareTo(other.Titled));
    }

    public IEnumerable<WordGroup> RarestFirst => groups.Take(MostRead);

    /// <summary>What it says that a title has all of them.</summary>
    public double Weight => groups.Sum(group => group.Weight);

    /// <summary>Finds the titles that have every word.</summary>
    public string? All() => FtsQuery.AllOf(RarestFirst.Select(group => group.Match));

    /// <summary>Each finds the titles that have every word but one.</summary>
    public IEnumerable<string?> AllButOne() =>
        groups.Count is > 2 and < 6
            ? groups.Select(left => FtsQuery.AllOf(groups.Where(group => group != left).Select(group => group.Match)))
            : [];

    private static bool IsTelling(string word) => word.Length > 2 && !IndexText.IsTooCommon(word);

    private WordGroup Group(int place, bool alsoKnown)
    {
        var word = words[place];
        var titled = vocabulary.Titled(word);
        var terms = new List<string?> { FtsQuery.Word(word) };
        long total = titled;
        if (titled == 0 || alsoKnown)
        {
            total += AddSimilar(word, alsoKnown, terms);
            total += place == words.Count - 1 ? AddBegun(word, terms) : 0;
        }
        total += titled < Rare ? AddSplit(word, terms) : 0;
        total += AddGlued(place - 1, alsoKnown, terms) + AddGlued(place, alsoKnown, terms);
        return new WordGroup(word, FtsQuery.AnyOf(terms), total, vocabulary.Weight(word, total));
    }

    private long AddSimilar(string word, bool alsoKnown, List<string?> terms)
    {
        var similar = vocabulary.Similar(word, WordLikeness.MistakesIn(word.Length), MostSimilar);
        // One mistake is likelier than two.
        return similar
            .Where(one => alsoKnown || one.Distance == similar[0].Distance)
            .Sum(one => AddKnown(vocabulary.Word(one.Index).ToString(), one.Titled, terms));
    }

    // The last word may be unfinished.
    private long AddBegun(string word, List<string?> terms)
    {
        var total = 0L;
        foreach (var index in vocabulary.CommonestStartingWith(word, MostSimilar))
        {
            terms.Add(FtsQuery.Word(vocabulary.Word(index).ToString()));
            total += vocabulary.TitledAt(index);
        }
        return total;
    }

    private long AddSplit(string word, List<string?> terms)
    {
        var best = (Titled: 0, Cut: 0);
        for (var cut = 1; cut < word.Length; cut++)
        {
            var titled = Math.Min(vocabulary.Titled(word.AsSpan(..cut)), vocabulary.Titled(word.AsSpan(cut..)));
            best = titled > best.Titled ? (titled, cut) : best;
        }
        if (best.Titled > 0)
        {
            terms.Add(FtsQuery.AllOf([FtsQuery.Word(word[..best.Cut]), FtsQuery.Word(word[best.Cut..])]));
        }
        return best.Titled;
    }

    private long AddGlued(int first, bool alsoKnown, List<string?> terms)
    {
        if (first < 0 || first + 1 >= words.Count)
        {
            return 0;
        }
        if (!glued.TryGetValue(first, out var meant))
        {
            meant = Glued(words[first], words[first + 1], alsoKnown);
            glued.Add(first, meant);
        }
        return meant.Sum(one => AddKnown(one.Word, one.Titled, terms));
    }

    private List<(string Word, int Titled)> Glued(string one, string other, bool alsoKnown)
    {
        var word = one + other;
        List<(string, int)> meant = [(word, vocabulary.Titled(word))];
        var mayBeMistyped = alsoKnown || vocabulary.Titled(one) == 0 || vocabulary.Titled(other) == 0;
        if (mayBeMistyped && word.Length >= LongEnough)
        {
            meant.AddRange(
                vocabulary
                    .Similar(word, word.Length < 2 * LongEnough ? WordLikeness.MostMistakes : 1, MostSimilarGlued)
                    .Select(similar => (vocabulary.Word(similar.Index).ToString(), similar.Titled))
            );
        }
        return meant;
    }

    private static long AddKnown(string word, int titled, List<string?> terms)
    {
        if (titled > 0)
        {
            terms.Add(FtsQuery.Word(word));
        }
        return titled;
    }
}
