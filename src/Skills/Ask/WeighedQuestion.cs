using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Ask;

/// <param name="Word">A word of the question.</param>
/// <param name="Meant">Itself, or the word that it was meant to be.</param>
/// <param name="Stem">What to look for.</param>
/// <param name="Weight">How much it says that a sentence has it: the rarer, the more.</param>
/// <param name="Papers">In about how many papers it stands; 0 for an unknown word.</param>
internal sealed record WeighedWord(QuestionWord Word, string Meant, string Stem, double Weight, long Papers);

/// <summary>Pure: looks for the words of a question in titles and sentences. Not for several threads.</summary>
internal sealed class WeighedQuestion
{
    private const int LongestAcronym = 5;
    private const double SoftPart = 0.35; // what a soft word counts

    private readonly StemFinder finder;
    private readonly int[] wordOf; // by the number of a stem; StemFinder.None where it is a short name for several
    private readonly Dictionary<int, (int First, int Count)> acronyms = [];
    private readonly List<int> places = [];

    public WeighedQuestion(IReadOnlyList<WeighedWord> words)
    {
        Words = [.. words.Select(word => word.Word.IsSoft ? word with { Weight = word.Weight * SoftPart } : word)];
        words = Words;
        Total = words.Sum(word => word.Weight);
        Needed = words.Where(word => !word.Word.IsSoft).Sum(word => word.Weight);
        var shortNames = Acronyms(words).ToList();
        finder = new StemFinder(words.Select(word => word.Stem).Concat(shortNames.Select(one => Stem.Of(one.Letters))));
        wordOf = new int[finder.Count];
        Array.Fill(wordOf, StemFinder.None);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            wordOf[finder.NumberOf(words[i].Stem)] = i;
        }
        foreach (var (letters, first, count) in shortNames)
        {
            acronyms.TryAdd(finder.NumberOf(Stem.Of(letters)), (first, count));
        }
    }

    public IReadOnlyList<WeighedWord> Words { get; }

    public double Total { get; }

    /// <summary>The same without soft words, which an answer need not have: "help" in "how does A help B?".</summary>
    public double Needed { get; }

    /// <summary>Which words a text has, and the weight of those that follow each other as they were asked.</summary>
    public (bool[] Has, double Adjacent) In(ReadOnlySpan<char> text)
    {
        places.Clear();
        finder.Read(text, places);
        var has = new bool[Words.Count];
        var adjacent = new bool[Words.Count];
        var last = (Word: -2, Place: -3);
        for (var place = 0; place < places.Count; place++)
        {
            var number = places[place];
            if (number == StemFinder.None)
            {
                continue;
            }
            if (wordOf[number] is >= 0 and var word)
            {
                var follows = Words[word].Word.Follows && last.Word == word - 1 && place - last.Place <= 2;
                has[word] |= Counts(word, follows, text);
                adjacent[word] |= follows;
                last = (word, place);
            }
            else if (acronyms.TryGetValue(number, out var spelt))
            {
                has.AsSpan(spelt.First, spelt.Count).Fill(true);
                adjacent.AsSpan(spelt.First + 1, spelt.Count - 1).Fill(true);
            }
        }
        return (has, Words.Where((_, i) => adjacent[i]).Sum(word => word.Weight));
    }

    private bool Counts(int word, bool follows, ReadOnlySpan<char> text)
    {
        var asked = Words[word].Word;
        return (!asked.IsPartOfName || follows)
            && (
                !asked.NeedsForm || text.Contains(asked.Word.AsSpan().TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>The share of the needed weight, 0 to 1, of the words that are there.</summary>
    public double Share(Func<int, bool> isThere)
    {
        var weight = 0.0;
        for (var i = 0; i < Words.Count; i++)
        {
            weight += !Words[i].Word.IsSoft && isThere(i) ? Words[i].Weight : 0;
        }
        return Needed == 0 ? 0 : weight / Needed;
    }

    // "GNNs" has the words of "graph neural networks".
    private static IEnumerable<(string Letters, int First, int Count)> Acronyms(IReadOnlyList<WeighedWord> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var letters = $"{words[first].Word.Word[0]}";
            for (var i = first + 1; i < words.Count && i < first + LongestAcronym && words[i].Word.Follows; i++)
            {
                letters += words[i].Word.Word[0];
                yield return (letters, first, letters.Length);
            }
        }
    }
}
