namespace PaperBot.Skills.Papers;

/// <summary>
/// Pure: finds a few stems in texts. A word whose beginning none of them has is passed by without being stemmed, which is
/// most words.
/// </summary>
internal sealed class StemFinder
{
    /// <summary>The number of a word that has none of the stems.</summary>
    public const int None = -1;

    private const int Beginnings = 1024;

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbersOf;
    private readonly bool[] begins = new bool[Beginnings];
    private readonly bool[] beginsShort = new bool[Beginnings]; // by the first letter of stems that have one

    /// <param name="stems">Each gets the number of its first place.</param>
    public StemFinder(IEnumerable<string> stems)
    {
        numbersOf = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var stem in stems)
        {
            if (stem.Length > 0 && numbers.TryAdd(stem, numbers.Count))
            {
                (stem.Length == 1 ? beginsShort : begins)[Beginning(stem)] = true;
            }
        }
    }

    public int Count => numbers.Count;

    /// <param name="stem">One of those it was made for.</param>
    public int NumberOf(string stem) => numbers[stem];

    /// <summary>Adds a number for each word of a text, in its order.</summary>
    public void Read(ReadOnlySpan<char> text, List<int> places)
    {
        Span<char> room = stackalloc char[Words.LongestWord];
        var reader = new WordReader(text, room);
        while (reader.MoveNext())
        {
            var word = reader.Current;
            places.Add(
                begins[Beginning(word)] || beginsShort[Beginning(word[..1])]
                    ? numbersOf.TryGetValue(Stem.Of(word), out var number)
                        ? number
                        : None
                    : None
            );
        }
    }

    // The first two letters: stemming leaves the first as it is, and of the second changes y to i at most.
    private static int Beginning(ReadOnlySpan<char> word)
    {
        var second =
            word.Length == 1 ? 0
            : word[1] == 'y' ? 'i'
            : word[1];
        return (word[0] * 37 + second) & (Beginnings - 1);
    }
}
