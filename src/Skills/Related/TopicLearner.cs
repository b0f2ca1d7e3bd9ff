namespace PaperBot.Skills.Related;

/// <summary>
/// Learns a <see cref="TopicSpace"/>: the first right singular vectors of the papers' vectors, by subspace iteration from a
/// random start (N. Halko, P. G. Martinsson, J. A. Tropp, "Finding structure with randomness", SIAM Review 53, 2011,
/// algorithm 4.4). The same papers give the same space. Pure; about 5 s of one core for 20,000 papers.
/// </summary>
internal static class TopicLearner
{
    /// <summary>As many topics as a library of thousands of papers needs.</summary>
    public const int Dimensions = 100;

    private const int Spare = 12; // dimensions more than wanted make the wanted ones exact sooner
    private const int Rounds = 4;
    private const int Seed = 20260106;

    /// <param name="papers">One vector each.</param>
    /// <param name="terms">Only terms below this number get a place.</param>
    /// <param name="dimensions">How many topics are wanted; there are at most a fifth as many as papers.</param>
    /// <param name="ct">Gives it up.</param>
    public static TopicSpace Learn(
        IReadOnlyList<SparseVector> papers,
        int terms,
        int dimensions,
        CancellationToken ct = default
    )
    {
        dimensions = Math.Min(dimensions, Math.Min(papers.Count / 5, terms));
        var width = Math.Min(dimensions + Spare, terms);
        if (dimensions < 2)
        {
            return TopicSpace.None;
        }
        var random = new Random(Seed);
        var basis = new DenseMatrix(terms, width);
        foreach (ref var value in basis.Values.AsSpan())
        {
            value = (float)(random.NextDouble() - 0.5);
        }
        basis = basis.Orthonormal();
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            basis = Spread(papers, Gather(papers, basis), terms).Orthonormal();
        }
        return new TopicSpace(dimensions, Gather(papers, basis).Principal(basis, dimensions).Values);
    }

    // A row for each paper: the sum of its terms' rows.
    private static DenseMatrix Gather(IReadOnlyList<SparseVector> papers, DenseMatrix ofTerms)
    {
        var sums = new DenseMatrix(papers.Count, ofTerms.Columns);
        for (var paper = 0; paper < papers.Count; paper++)
        {
            var (terms, weights) = papers[paper];
            for (var i = 0; i < terms.Length && terms[i] < ofTerms.Rows; i++)
            {
                SparseVector.Add(sums.Row(paper), ofTerms.Row(terms[i]), weights[i]);
            }
        }
        return sums;
    }

    // A row for each term: the sum of the rows of the papers that have it.
    private static DenseMatrix Spread(IReadOnlyList<SparseVector> papers, DenseMatrix ofPapers, int count)
    {
        var sums = new DenseMatrix(count, ofPapers.Columns);
        for (var paper = 0; paper < papers.Count; paper++)
        {
            var (terms, weights) = papers[paper];
            for (var i = 0; i < terms.Length && terms[i] < count; i++)
            {
                SparseVector.Add(sums.Row(terms[i]), ofPapers.Row(paper), weights[i]);
            }
        }
        return sums;
    }
}
