namespace PaperBot.Skills.Related;

/// <summary>Pure: several likenesses of the same candidates as one score.</summary>
internal static class PaperFusion
{
    /// <summary>Each likeness is measured in standard deviations from its mean, so that none counts more for its scale.</summary>
    /// <param name="ways">A row for each candidate, a column for each likeness.</param>
    /// <param name="weights">What each likeness counts.</param>
    public static double[] Scores(IReadOnlyList<float[]> ways, ReadOnlySpan<double> weights)
    {
        var scores = new double[ways.Count];
        for (var way = 0; way < weights.Length; way++)
        {
            if (weights[way] == 0)
            {
                continue;
            }
            var (mean, deviation) = Spread(ways, way);
            for (var i = 0; i < scores.Length && deviation > 0; i++)
            {
                scores[i] += weights[way] * (ways[i][way] - mean) / deviation;
            }
        }
        return scores;
    }

    private static (double Mean, double Deviation) Spread(IReadOnlyList<float[]> ways, int way)
    {
        var sum = 0.0;
        var squares = 0.0;
        foreach (var row in ways)
        {
            sum += row[way];
            squares += (double)row[way] * row[way];
        }
        var mean = sum / Math.Max(1, ways.Count);
        return (mean, Math.Sqrt(Math.Max(0, squares / Math.Max(1, ways.Count) - mean * mean)));
    }
}
