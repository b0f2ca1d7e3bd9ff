namespace PaperBot.Skills.Language;

/// <param name="Facet">The likeliest.</param>
/// <param name="Confidence">Its share of all that is possible, 0.2 to 1.</param>
public sealed record FacetGuess(Facet Facet, double Confidence);

/// <summary>
/// Sentences to facets: cue phrases, the place in the abstract, and what the neighbours are (a best path through all
/// sentences, as abstracts go from background to result). One unit is half a nat.
/// </summary>
public static class Facets
{
    private const int Count = 5;

    // From a facet (row) to the next (column): background, objective, method, result, other.
    private static readonly int[,] Follows =
    {
        { 4, 2, 2, -1, -5 },
        { -1, 1, 3, 0, -4 },
        { -4, -3, 4, 2, -4 },
        { -5, -4, -1, 4, 0 },
        { -1, -4, -2, -2, 3 },
    };

    // By the tenth of the abstract in which the sentence stands.
    private static readonly int[,] Places =
    {
        { 4, 1, -3, -6, -3 },
        { 3, 1, 0, -5, -4 },
        { 2, 2, 2, -3, -5 },
        { 1, 1, 2, -1, -5 },
        { 0, 1, 3, 0, -5 },
        { -1, 0, 3, 1, -4 },
        { -2, 0, 2, 2, -3 },
        { -3, -1, 1, 3, -2 },
        { -4, -1, -1, 4, 1 },
        { -4, -3, -1, 4, 2 },
    };

    /// <param name="sentences">All sentences of one abstract, in order.</param>
    public static IReadOnlyList<FacetGuess> Of(IReadOnlyList<string> sentences) =>
        OfPlain([.. sentences.Select(PlainText.Of)]);

    internal static IReadOnlyList<FacetGuess> OfPlain(string[] sentences) =>
        Guess([.. sentences.Select((plain, i) => Scores(plain, i, sentences.Length))]);

    private static double[] Scores(string plain, int index, int count)
    {
        var place = index * 10 / count;
        double[] scores =
        [
            FacetCues.Background.Score(plain),
            FacetCues.Objective.Score(plain),
            FacetCues.Method.Score(plain),
            FacetCues.Result.Score(plain),
            FacetCues.Other.Score(plain),
        ];
        for (var facet = 0; facet < Count; facet++)
        {
            scores[facet] = (scores[facet] + Places[place, facet]) / 2;
        }
        return scores;
    }

    // The forward-backward algorithm: for every sentence the facet that is likeliest over all paths.
    private static FacetGuess[] Guess(double[][] scores)
    {
        var forward = Pass(scores, (before, after) => Follows[before, after]);
        var backward = Pass([.. scores.Reverse()], (after, before) => Follows[before, after]);
        var guesses = new FacetGuess[scores.Length];
        var both = new double[Count];
        for (var i = 0; i < guesses.Length; i++)
        {
            for (var facet = 0; facet < Count; facet++)
            {
                // Each pass has counted the sentence itself.
                both[facet] = forward[i][facet] + backward[^(i + 1)][facet] - scores[i][facet];
            }
            var best = both.IndexOf(both.Max());
            guesses[i] = new FacetGuess((Facet)best, Math.Exp(both[best] - LogSum(both)));
        }
        return guesses;
    }

    private static double[][] Pass(double[][] scores, Func<int, int, int> step)
    {
        var sums = new double[scores.Length][];
        var paths = new double[Count];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = [.. scores[i]];
            for (var facet = 0; i > 0 && facet < Count; facet++)
            {
                for (var neighbour = 0; neighbour < Count; neighbour++)
                {
                    paths[neighbour] = sums[i - 1][neighbour] + (step(neighbour, facet) / 2.0);
                }
                sums[i][facet] += LogSum(paths);
            }
        }
        return sums;
    }

    private static double LogSum(double[] logs)
    {
        var most = logs.Max();
        return most + Math.Log(logs.Sum(log => Math.Exp(log - most)));
    }
}
