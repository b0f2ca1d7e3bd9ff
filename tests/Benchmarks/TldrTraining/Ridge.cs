namespace PaperBot.Benchmarks.TldrTraining;

/// <summary>
/// The linear weights with the least squared error within groups (ridge regression on standardised features; Hoerl and
/// Kennard, Technometrics 12, 1970). What is the same for a whole group neither helps nor harms. Deterministic.
/// </summary>
internal static class Ridge
{
    private const double Little = 1e-6; // added, so that what hardly varies is not blown up
    private const double Nothing = 1e-9; // of variation: rounding makes as much

    /// <param name="groups">Of each, the features of its rows and what is wanted of them.</param>
    /// <param name="penalty">On the squares of the weights, in rows.</param>
    /// <returns>A weight for each feature as it is, not standardised.</returns>
    public static float[] Fit(
        IReadOnlyList<(IReadOnlyList<float[]> Rows, IReadOnlyList<double> Wanted)> groups,
        double penalty
    )
    {
        var rows = groups.SelectMany(group => Centred(group.Rows, group.Wanted)).ToList();
        var count = rows[0].Features.Length;
        var spread = new double[count];
        foreach (var (features, _) in rows)
        {
            for (var f = 0; f < count; f++)
            {
                spread[f] += features[f] * features[f] / rows.Count;
            }
        }
        for (var f = 0; f < count; f++)
        {
            var own = Math.Sqrt(spread[f]);
            // What never varies divides to nothing, and so does its weight.
            spread[f] = own < Nothing ? double.PositiveInfinity : own + Little;
        }
        var weights = Solve(Products(rows, spread, penalty));
        return [.. weights.Select((weight, f) => (float)(weight / spread[f]))];
    }

    private static IEnumerable<(double[] Features, double Wanted)> Centred(
        IReadOnlyList<float[]> rows,
        IReadOnlyList<double> wanted
    )
    {
        if (rows.Count == 0)
        {
            yield break;
        }
        var mean = new double[rows[0].Length];
        foreach (var row in rows)
        {
            for (var f = 0; f < mean.Length; f++)
            {
                mean[f] += (double)row[f] / rows.Count;
            }
        }
        var meanWanted = wanted.Average();
        for (var i = 0; i < rows.Count; i++)
        {
            yield return ([.. rows[i].Select((value, f) => value - mean[f])], wanted[i] - meanWanted);
        }
    }

    // The normal equations, with what is wanted as the last column.
    private static double[,] Products(List<(double[] Features, double Wanted)> rows, double[] spread, double penalty)
    {
        var count = spread.Length;
        var products = new double[count, count + 1];
        var scaled = new double[count];
        foreach (var (features, wanted) in rows)
        {
            for (var f = 0; f < count; f++)
            {
                scaled[f] = features[f] / spread[f];
                for (var g = 0; g <= f; g++)
                {
                    products[f, g] += scaled[f] * scaled[g];
                }
                products[f, count] += scaled[f] * wanted;
            }
        }
        for (var f = 0; f < count; f++)
        {
            products[f, f] += penalty;
            for (var g = 0; g < f; g++)
            {
                products[g, f] = products[f, g];
            }
        }
        return products;
    }

    // By elimination; the penalty on the diagonal makes a pivot of every row.
    private static double[] Solve(double[,] equations)
    {
        var count = equations.GetLength(0);
        for (var k = 0; k < count; k++)
        {
            for (var i = k + 1; i < count; i++)
            {
                var times = equations[i, k] / equations[k, k];
                for (var j = k; j <= count; j++)
                {
                    equations[i, j] -= times * equations[k, j];
                }
            }
        }
        var solution = new double[count];
        for (var k = count - 1; k >= 0; k--)
        {
            solution[k] = equations[k, count];
            for (var j = k + 1; j < count; j++)
            {
                solution[k] -= equations[k, j] * solution[j];
            }
            solution[k] /= equations[k, k];
        }
        return solution;
    }
}
