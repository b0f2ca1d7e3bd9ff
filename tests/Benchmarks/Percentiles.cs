using System.Diagnostics;

namespace PaperBot.Benchmarks;

/// <summary>How long many calls took, one by one.</summary>
internal static class Percentiles
{
    public static void Measure<T>(string name, IReadOnlyList<T> inputs, Action<T> call)
    {
        foreach (var input in inputs.Take(200))
        {
            call(input);
        }
        var milliseconds = new List<double>(inputs.Count);
        foreach (var input in inputs)
        {
            var start = Stopwatch.GetTimestamp();
            call(input);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        milliseconds.Sort();
        Console.WriteLine(
            $"{name, -34} p50 {At(milliseconds, 0.5), 7:0.00} ms   p99 {At(milliseconds, 0.99), 7:0.00} ms   max {milliseconds[^1], 7:0.00} ms   ({inputs.Count} calls)"
        );
    }

    private static double At(List<double> sorted, double share) =>
        sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
