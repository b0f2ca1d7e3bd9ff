using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PaperBot.Skills.Language;
using PaperBot.Skills.Language.OneSentence;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;

namespace PaperBot.Benchmarks.Language;

/// <summary>
/// <c>speed language FILE</c>: sentences, facets and the one sentence of abstracts, on one thread: each abstract's time,
/// many in a row, what BenchmarkDotNet makes of it beside a baseline, and the first answer of a fresh process.
/// </summary>
internal static partial class SpeedLanguage
{
    private const int Seed = 20_261_125;
    private const int WarmUp = 3_000;
    private const int Timed = 5_000;
    private const int Rounds = 3;
    private const int Bulk = 20_000;
    private const int Processes = 5;

    private static Paper[] papers = [];

    public static int Run(string file)
    {
        var random = new Random(Seed);
        papers =
        [
            .. random
                .GetItems(BenchLibrary.Read(file).Where(record => record.Abstract.Length > 0).ToArray(), Bulk)
                .Select(ToPaper),
        ];
        Console.WriteLine($"{Bulk} abstracts drawn from {file}; {Environment.ProcessorCount} cores, one thread");
        Print("baseline: Regex split, words counted", CountWords);
        Print("sentences + facets + one sentence", OneSentence);
        Print("a whole summary", paper => AbstractSummarizer.Summarize(paper).Facts.Count);
        FirstAnswers();
        BenchmarkRunner.Run<LanguageBench>(
            ManualConfig
                .Create(DefaultConfig.Instance)
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "paperbot-speed-language"))
        );
        return 0;
    }

    /// <summary>
    /// <c>speed weights</c>: in this process, which has done nothing else yet, the weights read, then the first answer. All
    /// weights that the one sentence needs belong here.
    /// </summary>
    public static int Weights()
    {
        var clock = Stopwatch.StartNew();
        _ = FacetModel.Embedded;
        _ = TldrModel.Embedded;
        var loaded = clock.Elapsed.TotalMilliseconds;
        Tldr.Of("A Loom of Glass", "Looms break. We propose a loom of glass. It does not break.");
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{loaded:0.0} {clock.Elapsed.TotalMilliseconds:0.0}")
        );
        return 0;
    }

    public static Paper[] Papers(int count) => papers[..count];

    public static int OneSentence(Paper paper) => Tldr.Of(paper.Title, paper.Abstract)?.Text.Length ?? 0;

    public static int CountWords(Paper paper) =>
        Gap().Split(paper.Abstract).Sum(sentence => sentence.Split(' ').Length);

    private static void Print(string name, Func<Paper, int> work)
    {
        foreach (var paper in papers.Take(WarmUp))
        {
            work(paper);
        }
        var micros = BestTimes(work);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        foreach (var paper in papers)
        {
            work(paper);
        }
        var seconds = clock.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / papers.Length;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -36} p50 {micros[Timed / 2]:0} µs, p99 {micros[Timed * 99 / 100]:0} µs, max {micros[^1]:0} µs (best of {Rounds}); in bulk {papers.Length / seconds:N0} abstracts/s by the clock, {papers.Length / cpu.TotalSeconds:N0} a second of processor time, {bytes / 1e3:0.0} kB allocated each"
            )
        );
    }

    // Each abstract's best, sorted: what other programs on the machine do in between is not its time.
    private static double[] BestTimes(Func<Paper, int> work)
    {
        var micros = new double[Timed];
        Array.Fill(micros, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Timed; i++)
            {
                var start = Stopwatch.GetTimestamp();
                work(papers[i]);
                micros[i] = Math.Min(micros[i], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }
        Array.Sort(micros);
        return micros;
    }

    // What was compiled or read before is not measured again: every process does it once.
    private static void FirstAnswers()
    {
        var runs = Enumerable.Range(0, Processes).Select(_ => FirstAnswer()).ToList();
        Console.WriteLine(
            $"fresh process, {Processes} runs in ms: weights loaded {string.Join(" / ", runs.Select(run => run[0]))}; "
                + $"loaded and the first one sentence {string.Join(" / ", runs.Select(run => run[1]))}"
        );
    }

    private static string[] FirstAnswer()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SpeedLanguage).Assembly.Location, "speed", "weights"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Trim().Split(' ') is { Length: 2 } figures
            ? figures
            : throw new InvalidOperationException($"speed weights said: {said}");
    }

    private static Paper ToPaper(PaperRecord record) =>
        new()
        {
            Id = PaperId.FromTitle(record.Title),
            Title = record.Title,
            Abstract = record.Abstract,
            Origin = record.Origin,
        };

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z])")]
    private static partial Regex Gap();
}
