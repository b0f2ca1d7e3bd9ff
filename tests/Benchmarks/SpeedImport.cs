using System.Diagnostics;

namespace PaperBot.Benchmarks;

/// <summary><c>speed import FILE</c>: papers per second from file to library, and the most memory that took.</summary>
internal static class SpeedImport
{
    public static async Task<int> RunAsync(string file)
    {
        for (var run = 1; run <= 3; run++)
        {
            using var library = new BenchLibrary();
            using var process = Process.GetCurrentProcess();
            var processor = process.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var report = await library.TakeInAsync(file);
            var seconds = clock.Elapsed.TotalSeconds;
            process.Refresh();
            Console.WriteLine(
                $"run {run}: {report.Read} papers in {seconds:0.0} s = {report.Read / seconds:0} papers/s; "
                    + $"{(process.TotalProcessorTime - processor).TotalSeconds:0.0} CPU s; peak {process.PeakWorkingSet64 >> 20} MB; {Environment.ProcessorCount} cores"
            );
        }
        return 0;
    }
}
