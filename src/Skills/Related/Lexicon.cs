namespace PaperBot.Skills.Related;

/// <summary>
/// The terms of a library's papers by number, stems first and then pairs of stems that follow each other, and how telling
/// each is. Read from some of the papers or all of them; never changes.
/// </summary>
internal sealed class Lexicon
{
    private const int MostStems = 40_000; // the commonest; the rest is told apart without being known
    private const int MostPairs = 60_000;
    private const int LeastPapersOfPair = 3; // rarer ones are accidents
    private const int LeastPapersOfCommon = 3;
    private const int FewPapers = 100;
    private const float WeightOfPairs = 0.8f; // each repeats what its two stems say

    private readonly Dictionary<string, int> stems;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> stemsOf;
    private readonly Dictionary<long, int> pairs;
    private readonly float[] weights;
    private readonly float[] shares;

    private Lexicon(
        Dictionary<string, int> stems,
        Dictionary<long, int> pairs,
        float[] weights,
        float[] shares,
        int papers,
        int common
    )
    {
        this.stems = stems;
        this.pairs = pairs;
        this.weights = weights;
        this.shares = shares;
        stemsOf = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        Papers = papers;
        CommonStems = common;
    }

    /// <summary>How many papers it was read from.</summary>
    public int Papers { get; }

    public int StemCount => stems.Count;

    /// <summary>How many stems stand in several papers; they have the smallest numbers.</summary>
    public int CommonStems { get; }

    /// <summary>Stems and pairs; larger numbers are free for what it does not know.</summary>
    public int Count => weights.Length;

    public static Lexicon Of(IEnumerable<(string Title, string Abstract)> papers)
    {
        var counts = new TermCounting();
        foreach (var (title, text) in papers)
        {
            counts.Add(title, text);
        }
        return counts.ToLexicon(MostStems, MostPairs, LeastPapersOfPair);
    }

    /// <param name="stems">Each with the number of papers that have it, the commonest first.</param>
    /// <param name="pairs">The same for two stems.</param>
    /// <param name="papers">How many there are.</param>
    public static Lexicon Of(
        IReadOnlyList<(string Stem, int Papers)> stems,
        IReadOnlyList<(string One, string Next, int Papers)> pairs,
        int papers
    )
    {
        var numbers = new Dictionary<string, int>(stems.Count);
        var telling = new List<float>(stems.Count + pairs.Count);
        var parts = new List<float>(stems.Count);
        foreach (var (stem, count) in stems)
        {
            numbers.Add(stem, telling.Count);
            telling.Add(Weight(papers, count));
            parts.Add((float)count / papers);
        }
        var pairNumbers = new Dictionary<long, int>(pairs.Count);
        foreach (var (one, next, count) in pairs)
        {
            pairNumbers.Add(Key(numbers[one], numbers[next]), telling.Count);
            telling.Add(Weight(papers, count) * WeightOfPairs);
        }
        return new Lexicon(
            numbers,
            pairNumbers,
            [.. telling],
            [.. parts],
            papers,
            stems.Count(stem => stem.Papers >= LeastPapersOfCommon)
        );
    }

    /// <returns>The number of a stem; -1 where it is not known.</returns>
    public int NumberOf(ReadOnlySpan<char> stem) => stemsOf.TryGetValue(stem, out var number) ? number : -1;

    /// <returns>The number of two stems that follow each other; -1 where the pair is not known.</returns>
    public int NumberOf(int stem, int next) => pairs.TryGetValue(Key(stem, next), out var number) ? number : -1;

    /// <summary>How much it says that two papers share a term; most for one that is not known.</summary>
    public float WeightOf(int term) => (uint)term < (uint)weights.Length ? weights[term] : Weight(Papers, 1);

    /// <summary>The part of the papers that has a stem, 0 to 1; 0 for one that is not known.</summary>
    public float ShareOf(int stem) => (uint)stem < (uint)shares.Length ? shares[stem] : 0;

    /// <summary>Whether more than a part of the papers has a stem; in a small library a few papers say little of that.</summary>
    public bool IsCommon(int stem, float share) => ShareOf(stem) * Papers > share * (Papers + FewPapers);

    private static float Weight(int papers, int having) => MathF.Log((papers + 1f) / (having + 0.5f));

    private static long Key(int stem, int next) => ((long)stem << 32) | (uint)next;
}
