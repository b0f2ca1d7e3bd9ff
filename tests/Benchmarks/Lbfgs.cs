namespace PaperBot.Benchmarks;

/// <summary>
/// The least of a smooth convex function by limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 7.2). One
/// thread and a fixed order of additions: the same input gives the same bits.
/// </summary>
internal static class Lbfgs
{
    private const int Remembered = 6;
    private const int MostHalvings = 20;

    /// <param name="start">Becomes the result.</param>
    /// <param name="function">Writes its slope into the second argument and returns its value.</param>
    /// <param name="enough">Stop when a round betters the value by less than this share of it.</param>
    public static void Minimise(double[] start, Func<double[], double[], double> function, int rounds, double enough)
    {
        var at = start;
        var slope = new double[at.Length];
        var way = new double[at.Length];
        var next = new double[at.Length];
        var nextSlope = new double[at.Length];
        var past = new List<Step>();
        var value = function(at, slope);
        for (var round = 0; round < rounds; round++)
        {
            Direct(way, slope, past);
            var descent = Dot(way, slope);
            var length = past.Count == 0 ? 1 / Math.Sqrt(Dot(slope, slope)) : 1;
            var nextValue = double.PositiveInfinity;
            for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
            {
                Array.Copy(at, next, at.Length);
                AddTo(next, length, way);
                nextValue = function(next, nextSlope);
                if (nextValue <= value + (1e-4 * length * descent))
                {
                    break;
                }
            }
            if (nextValue >= value)
            {
                break; // as low as doubles can tell
            }
            Remember(past, at, next, slope, nextSlope);
            (at, next) = (next, at);
            (slope, nextSlope) = (nextSlope, slope);
            var better = (value - nextValue) / Math.Abs(value);
            value = nextValue;
            if (better < enough)
            {
                break;
            }
        }
        if (at != start)
        {
            Array.Copy(at, start, at.Length);
        }
    }

    private static void Direct(double[] way, double[] slope, List<Step> past)
    {
        for (var i = 0; i < way.Length; i++)
        {
            way[i] = -slope[i];
        }
        var shares = new double[past.Count];
        for (var k = past.Count - 1; k >= 0; k--)
        {
            shares[k] = Dot(past[k].Moved, way) / past[k].Product;
            AddTo(way, -shares[k], past[k].Turned);
        }
        if (past.Count > 0)
        {
            var scale = past[^1].Product / Dot(past[^1].Turned, past[^1].Turned);
            for (var i = 0; i < way.Length; i++)
            {
                way[i] *= scale;
            }
        }
        for (var k = 0; k < past.Count; k++)
        {
            AddTo(way, shares[k] - (Dot(past[k].Turned, way) / past[k].Product), past[k].Moved);
        }
    }

    private static void Remember(List<Step> past, double[] at, double[] next, double[] slope, double[] nextSlope)
    {
        var moved = new double[at.Length];
        var turned = new double[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            moved[i] = next[i] - at[i];
            turned[i] = nextSlope[i] - slope[i];
        }
        var product = Dot(moved, turned);
        if (product > 1e-10)
        {
            past.Add(new Step(moved, turned, product));
        }
        if (past.Count > Remembered)
        {
            past.RemoveAt(0);
        }
    }

    private static double Dot(double[] first, double[] second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private static void AddTo(double[] sum, double times, double[] added)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += times * added[i];
        }
    }

    private sealed record Step(double[] Moved, double[] Turned, double Product);
}
