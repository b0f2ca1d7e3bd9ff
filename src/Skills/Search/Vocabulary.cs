using System.Globalization;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// The words of all titles, each with the number of titles it stands in: which words are rare, and which were meant by a
/// word that nobody knows. Packed, about 40 bytes a word (a million titles have some 300,000 words); never changes.
/// </summary>
internal sealed class Vocabulary
{
    private readonly char[] letters;
    private readonly int[] starts; // one more than there are words
    private readonly int[] counts;
    private readonly int[] byLength; // words, the shorter first
    private readonly uint[] masks; // which letters a word has, in the order of byLength
    private readonly int[] lengths; // where in byLength the words of a length begin

    private Vocabulary(char[] letters, int[] starts, int[] counts, long titles)
    {
        this.letters = letters;
        this.starts = starts;
        this.counts = counts;
        Titles = titles;
        lengths = new int[Words.LongestWord + 2];
        for (var i = 0; i < counts.Length; i++)
        {
            lengths[Word(i).Length + 1]++;
        }
        for (var length = 1; length < lengths.Length; length++)
        {
            lengths[length] += lengths[length - 1];
        }
        byLength = new int[counts.Length];
        masks = new uint[counts.Length];
        var next = lengths.ToArray();
        for (var i = 0; i < counts.Length; i++)
        {
            var word = Word(i);
            var place = next[word.Length]++;
            byLength[place] = i;
            masks[place] = LetterSet.Of(word);
        }
    }

    /// <summary>How many papers there were when it was read.</summary>
    public long Titles { get; }

    public int Count => counts.Length;

    /// <summary>Bytes of its arrays.</summary>
    public long Size => 2L * letters.Length + 4L * (starts.Length + counts.Length + byLength.Length + masks.Length);

    /// <param name="lines">A word, a blank and its count a line; the words in ordinal order.</param>
    /// <param name="titles">How many titles there are.</param>
    public static Vocabulary Read(ReadOnlySpan<char> lines, long titles)
    {
        var words = new List<char>(lines.Length);
        var ends = new List<int> { 0 };
        var titled = new List<int>();
        foreach (var range in lines.Split('\n'))
        {
            var line = lines[range];
            var blank = line.LastIndexOf(' ');
            // Surrogates sort differently in UTF-8, where the order comes from; such a word is found as it is typed.
            if (blank is > 0 and <= Words.LongestWord && !line.ContainsAnyInRange('\uD800', '\uDFFF'))
            {
                words.AddRange(line[..blank]);
                ends.Add(words.Count);
                titled.Add(int.Parse(line[(blank + 1)..], CultureInfo.InvariantCulture));
            }
        }
        return new Vocabulary([.. words], [.. ends], [.. titled], titles);
    }

    public ReadOnlySpan<char> Word(int index) => letters.AsSpan(starts[index]..starts[index + 1]);

    /// <summary>In how many titles a word stands; 0 for one that is not known.</summary>
    public int Titled(ReadOnlySpan<char> word)
    {
        var index = FirstFrom(word);
        return index < counts.Length && Word(index).SequenceEqual(word) ? counts[index] : 0;
    }

    /// <summary>How much it says that a title has this word: much for a rare one, next to nothing for "for".</summary>
    public double Weight(string word) => Weight(word, Titled(word));

    public double Weight(string word, long titled) =>
        Math.Max(0.3, Math.Log((Titles + 1) / (titled + 0.5))) * (IndexText.IsTooCommon(word) ? 0.4 : 1);

    /// <summary>Known words at most so many typing mistakes away (not the word itself), nearest and then commonest first.</summary>
    public List<SimilarWord> Similar(string word, int most, int limit)
    {
        var found = new List<SimilarWord>();
        var mask = LetterSet.Of(word);
        var from = lengths[Math.Clamp(word.Length - most, 0, Words.LongestWord + 1)];
        var to = lengths[Math.Clamp(word.Length + most + 1, 0, Words.LongestWord + 1)];
        for (var place = from; place < to; place++)
        {
            if (LetterSet.Differ(masks[place], mask, most))
            {
                continue;
            }
            var index = byLength[place];
            var distance = EditDistance.Between(word, Word(index), most);
            if (distance > 0 && distance <= most)
            {
                found.Add(new SimilarWord(index, distance, counts[index]));
            }
        }
        found.Sort(
            (one, other) =>
                (one.Distance, -one.Titled, one.Index).CompareTo((other.Distance, -other.Titled, other.Index))
        );
        return found.Count > limit ? found[..limit] : found;
    }

    /// <summary>Words that begin so, those of most titles first.</summary>
    public IReadOnlyList<int> CommonestStartingWith(string beginning, int limit)
    {
        var (from, to) = StartingWith(beginning);
        var commonest = new PriorityQueue<int, int>();
        for (var index = from; index < to; index++)
        {
            commonest.Enqueue(index, counts[index]);
            if (commonest.Count > limit)
            {
                commonest.Dequeue();
            }
        }
        return [.. commonest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];
    }

    /// <summary>The forms of a word.</summary>
    public IEnumerable<string> WithStem(string stem)
    {
        // Only the last letter of a stem may differ from the word's own.
        var (from, to) = StartingWith(stem.Length > 3 ? stem[..^1] : stem);
        for (var index = from; index < to; index++)
        {
            var word = Word(index).ToString();
            if (Stem.Of(word) == stem)
            {
                yield return word;
            }
        }
    }

    public int TitledAt(int index) => counts[index];

    private (int From, int To) StartingWith(string beginning) =>
        (FirstFrom(beginning), FirstFrom(beginning + '\uffff'));

    private int FirstFrom(ReadOnlySpan<char> word)
    {
        var low = 0;
        var high = counts.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Word(middle).SequenceCompareTo(word) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}

/// <summary>A word of the vocabulary that resembles another.</summary>
internal sealed record SimilarWord(int Index, int Distance, int Titled);
