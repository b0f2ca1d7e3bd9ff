using System.Globalization;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Guard;

/// <summary><c>eval guard FILE</c>: which texts stand in their abstracts, and how often that is told rightly.</summary>
internal static class EvalGuard
{
    /// <param name="file">JSON Lines with "abstract", "text" and, if known, "supported" and "kind".</param>
    /// <param name="predictions">Gets <c>true</c> or <c>false</c> a line, in input order.</param>
    /// <param name="reasons">Gets what was judged wrongly, with the reasons.</param>
    public static int Run(string file, string? predictions, string? reasons)
    {
        var pairs = GuardPair.Read(file).ToList();
        foreach (var pair in pairs.Take(200))
        {
            Check(pair);
        }
        var verdicts = new List<Verdict>(pairs.Count);
        var micros = Micros(pairs, pair => verdicts.Add(Check(pair)));
        var tldr = Micros(pairs, pair => Tldr.Of("", pair.Abstract));
        if (predictions is not null)
        {
            File.WriteAllLines(predictions, verdicts.Select(verdict => verdict.IsGrounded ? "true" : "false"));
        }
        var judged = pairs.Zip(verdicts).Where(one => one.First.Supported is not null).ToList();
        if (reasons is not null)
        {
            File.WriteAllLines(
                reasons,
                judged
                    .Where(one => one.First.Supported != one.Second.IsGrounded)
                    .SelectMany(one => Told(one.First, one.Second))
            );
        }
        Console.WriteLine(
            $"{pairs.Count} texts, {verdicts.Count(verdict => verdict.IsGrounded)} supported; {micros:0} µs each, and {tldr:0} µs for the engine's one sentence of the same abstract (processor time)"
        );
        if (judged.Count > 0)
        {
            Tell(judged);
        }
        return 0;
    }

    // Processor time, which other programs on the machine change less than the clock.
    private static double Micros(List<GuardPair> pairs, Action<GuardPair> call)
    {
        var before = Environment.CpuUsage.TotalTime;
        pairs.ForEach(call);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Math.Max(1, pairs.Count);
    }

    private static Verdict Check(GuardPair pair) =>
        GroundingCheck.Of(pair.Text, [new GivenAbstract("", pair.Abstract)]);

    private static void Tell(List<(GuardPair Pair, Verdict Verdict)> judged)
    {
        foreach (
            var kind in judged
                .GroupBy(one => (one.Pair.Supported, one.Pair.Kind))
                .OrderBy(kind => kind.Key.Supported)
                .ThenBy(kind => kind.Key.Kind)
        )
        {
            var right = kind.Count(one => one.Verdict.IsGrounded == kind.Key.Supported);
            Console.WriteLine(
                $"{(kind.Key.Supported == true ? "supported  " : "unsupported")} {kind.Key.Kind ?? "", -28} {right, 6} of {kind.Count(), 6} told rightly = {Percent(right, kind.Count())}"
            );
        }
        var hit = judged.Count(one => one.Pair.Supported == true && one.Verdict.IsGrounded);
        var said = judged.Count(one => one.Verdict.IsGrounded);
        var are = judged.Count(one => one.Pair.Supported == true);
        var accurate = judged.Count(one => one.Pair.Supported == one.Verdict.IsGrounded);
        Console.WriteLine(
            $"supported: precision {Percent(hit, said)}, recall {Percent(hit, are)}, F1 {Percent(2 * hit, said + are)}; accuracy {Percent(accurate, judged.Count)}"
        );
    }

    private static IEnumerable<string> Told(GuardPair pair, Verdict verdict) =>
        [
            $"{(pair.Supported == true ? "FALSE ALARM" : "MISSED")} ({pair.Kind})",
            $"  text: {pair.Text}",
            .. verdict.Unsupported.Select(one => $"  {one.Kind}: {one.Span} | {one.Reason}"),
            $"  abstract: {pair.Abstract}",
        ];

    private static string Percent(int part, int all) =>
        all == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / all:0.0} %");
}
