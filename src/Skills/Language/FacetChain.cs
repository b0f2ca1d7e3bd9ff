namespace PaperBot.Skills.Language;

/// <summary>
/// The forward-backward algorithm over the facets of the sentences of one abstract: from scores for every sentence and
/// every step to probabilities. Reading and training use the same.
/// </summary>
internal static class FacetChain
{
    public const int Facets = 5;
    public const int Steps = Facets * Facets;

    /// <summary>The first step of an abstract, the last one and those between have weights of their own.</summary>
    public const int Places = 3;

    /// <summary>Which weights the step to this sentence has: 0 the first, 2 the last, else 1.</summary>
    public static int PlaceOf(int sentence, int count) =>
        sentence == 1 ? 0
        : sentence == count - 1 ? 2
        : 1;

    /// <param name="scores">Five a sentence, in nats.</param>
    /// <param name="steps">The exponentials of the 3 × 25 weights of steps, from facet (row) to facet.</param>
    /// <param name="chances">Gets five probabilities a sentence.</param>
    /// <param name="pairs">Gets 25 a sentence, for the step to it; may be empty.</param>
    /// <returns>The logarithm of the sum over all paths.</returns>
    public static double Run(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> steps,
        Span<double> chances,
        Span<double> pairs
    )
    {
        var count = scores.Length / Facets;
        if (count == 0)
        {
            return 0;
        }
        // Likelihoods, the best of each sentence 1, and sums kept at 1 on the way: nothing over- or underflows.
        var likely = new double[scores.Length];
        var total = Likelihoods(scores, likely);
        total += Forward(likely, steps, chances);
        Span<double> behind = stackalloc double[Facets];
        Span<double> next = stackalloc double[Facets];
        behind.Fill(1);
        for (var i = count - 1; i > 0; i--)
        {
            for (var facet = 0; facet < Facets; facet++)
            {
                next[facet] = behind[facet] * likely[(i * Facets) + facet];
            }
            var weights = steps.Slice(PlaceOf(i, count) * Steps, Steps);
            var before = chances.Slice((i - 1) * Facets, Facets);
            if (!pairs.IsEmpty)
            {
                FillPairs(before, weights, next, pairs.Slice(i * Steps, Steps));
            }
            Finish(chances.Slice(i * Facets, Facets), behind);
            for (var from = 0; from < Facets; from++)
            {
                behind[from] = 0;
                for (var to = 0; to < Facets; to++)
                {
                    behind[from] += weights[(from * Facets) + to] * next[to];
                }
            }
            Normalise(behind);
        }
        Finish(chances[..Facets], behind);
        return total;
    }

    private static double Likelihoods(ReadOnlySpan<double> scores, Span<double> likely)
    {
        var total = 0.0;
        for (var first = 0; first < scores.Length; first += Facets)
        {
            var most = scores[first];
            for (var facet = 1; facet < Facets; facet++)
            {
                most = Math.Max(most, scores[first + facet]);
            }
            for (var facet = first; facet < first + Facets; facet++)
            {
                likely[facet] = Math.Exp(scores[facet] - most);
            }
            total += most;
        }
        return total;
    }

    private static double Forward(ReadOnlySpan<double> likely, ReadOnlySpan<double> steps, Span<double> sums)
    {
        var count = likely.Length / Facets;
        likely[..Facets].CopyTo(sums);
        var total = Math.Log(Normalise(sums[..Facets]));
        for (var i = 1; i < count; i++)
        {
            var weights = steps.Slice(PlaceOf(i, count) * Steps, Steps);
            var before = sums.Slice((i - 1) * Facets, Facets);
            for (var to = 0; to < Facets; to++)
            {
                var sum = 0.0;
                for (var from = 0; from < Facets; from++)
                {
                    sum += before[from] * weights[(from * Facets) + to];
                }
                sums[(i * Facets) + to] = sum * likely[(i * Facets) + to];
            }
            total += Math.Log(Normalise(sums.Slice(i * Facets, Facets)));
        }
        return total;
    }

    private static void FillPairs(
        ReadOnlySpan<double> before,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> next,
        Span<double> pairs
    )
    {
        for (var step = 0; step < Steps; step++)
        {
            pairs[step] = before[step / Facets] * weights[step] * next[step % Facets];
        }
        Normalise(pairs);
    }

    private static void Finish(Span<double> chances, ReadOnlySpan<double> behind)
    {
        for (var facet = 0; facet < Facets; facet++)
        {
            chances[facet] *= behind[facet];
        }
        Normalise(chances);
    }

    private static double Normalise(Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        foreach (ref var value in values)
        {
            value /= sum;
        }
        return sum;
    }
}
