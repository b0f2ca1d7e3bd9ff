using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

internal static class TuneRelated
{
    public static string[] Nlp = ["acl", "naacl", "coling"];

    internal sealed record Judged(PaperAspect? Aspect, float[][] Ways, double[] Grades, float[][] Words, float[][] Topics);

    public static int Run(string file, string[] rest)
    {
        var dims = 100;
        var per = 150;
        foreach (var arg in rest)
        {
            var (key, value) = (arg.Split('=')[0], float.Parse(arg.Split('=')[1], CultureInfo.InvariantCulture));
            switch (key)
            {
                case "title": PaperProfiler.TitleTimes = value; break;
                case "idf": PaperProfiler.IdfPower = value; break;
                case "sub": PaperProfiler.Sub = value; break;
                case "dims": dims = (int)value; break;
                case "per": per = (int)value; break;
                case "pairs": Lexicon.WeightOfPairs = value; break;
                case "other": PaperLikeness.OtherAspect = value; break;
            }
        }
        var watch = Stopwatch.StartNew();
        var papers = BenchLibrary.Read(file);
        var sets = new List<(string Name, List<Judged> Queries)>();
        {
            var nlp = papers.Where(paper => Nlp.Contains(paper.Venue?.ToLowerInvariant()) && paper.Abstract.Length > 200).ToList();
            var (profiler, _) = Learn(nlp, dims, watch);
            var proxies = new ProxyQueries(nlp, profiler);
            Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {nlp.Count} read");
            foreach (var set in new[] { proxies.Phrases(PaperAspect.Problem, per), proxies.Phrases(PaperAspect.Method, per), proxies.Phrases(PaperAspect.Result, per), proxies.Halves(per), proxies.Titles(per) })
            {
                sets.Add((set.Name, [.. set.Queries.Select(query => Judge(query, profiler))]));
                Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {set.Name} {set.Queries.Count} queries, {set.Queries.Average(q => q.Candidates.Count):0} candidates, {set.Queries.Average(q => q.Grades.Count):0.0} relevant");
            }
        }
        {
            var keyed = papers.Where(paper => paper.Keywords.Count > 0 && paper.Abstract.Length > 200).ToList();
            var (profiler, _) = Learn(keyed, dims, watch);
            var proxies = new ProxyQueries(keyed, profiler);
            foreach (var set in new[] { proxies.Keywords(null, false, per), proxies.Keywords(null, true, per), proxies.Keywords(PaperAspect.Problem, true, per), proxies.Keywords(PaperAspect.Method, true, per), proxies.Keywords(PaperAspect.Result, true, per), proxies.Keywords(PaperAspect.Method, false, per) })
            {
                sets.Add((set.Name, [.. set.Queries.Select(query => Judge(query, profiler))]));
                Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {set.Name} {set.Queries.Count} queries, {set.Queries.Average(q => q.Candidates.Count):0} candidates, {set.Queries.Average(q => q.Grades.Count):0.0} relevant");
            }
        }
        Console.WriteLine($"{"",-22}" + string.Join(' ', sets.Select((s, i) => $"{i,6}")) + "   mean");
        foreach (var way in Enum.GetValues<Likeness>())
        {
            var weights = new double[PaperLikeness.Ways + 2];
            weights[(int)way] = 1;
            Print($"{way}", sets.Select(s => Mean(s.Queries, weights)).ToList());
        }
        foreach (var (name, w) in Mixes())
        {
            Print(name, sets.Select(s => Mean(s.Queries, w)).ToList());
        }
        if (per >= 100)
        {
            Ascend("whole", [.. sets.Where(s => s.Queries[0].Aspect is null)]);
            Ascend("problem", [.. sets.Where(s => s.Queries[0].Aspect == PaperAspect.Problem)]);
            Ascend("method", [.. sets.Where(s => s.Queries[0].Aspect == PaperAspect.Method)]);
            Ascend("result", [.. sets.Where(s => s.Queries[0].Aspect == PaperAspect.Result)]);
            Ascend("aspects", [.. sets.Where(s => s.Queries[0].Aspect != null)]);
        }
        return 0;
    }

    private static IEnumerable<(string, double[])> Mixes()
    {
        double[] W(params (Likeness, double)[] ws)
        {
            var w = new double[PaperLikeness.Ways + 2];
            foreach (var (l, v) in ws) w[(int)l] = v;
            return w;
        }
        yield return ("words+topics", W((Likeness.Words, 1), (Likeness.Topics, 1)));
        yield return ("reference mix", W((Likeness.Words, 1), (Likeness.Topics, 1), (Likeness.AspectWords, 1), (Likeness.AspectTopics, 1)));
        yield return ("all alike", Enumerable.Repeat(1.0, PaperLikeness.Ways).Concat([0.0, 0.0]).ToArray());
        yield return ("all + feedback", Enumerable.Repeat(1.0, PaperLikeness.Ways + 2).ToArray());
    }

    private static void Print(string name, List<double> values) =>
        Console.WriteLine($"{name,-22}" + string.Join(' ', values.Select(v => $"{100 * v,6:0.0}")) + $"  {100 * values.Average(),6:0.0}");

    private static void Ascend(string name, List<(string Name, List<Judged> Queries)> sets)
    {
        var w = Enumerable.Repeat(0.5, PaperLikeness.Ways + 2).ToArray();
        double Score(double[] x) => sets.Average(s => Mean(s.Queries, x));
        var best = Score(w);
        foreach (var step in new[] { 0.5, 0.25 })
        {
            for (var round = 0; round < 2; round++)
            {
                for (var i = 0; i < w.Length; i++)
                {
                    foreach (var d in new[] { step, -step })
                    {
                        var x = w.ToArray();
                        x[i] += d;
                        if (x[i] < 0) continue;
                        var s = Score(x);
                        if (s > best + 0.0002) { best = s; w = x; }
                    }
                }
            }
        }
        Console.WriteLine($"{name}: {100 * best:0.00} with {string.Join(", ", w.Select((v, i) => v == 0 ? null : $"{(i < PaperLikeness.Ways ? ((Likeness)i).ToString() : i == PaperLikeness.Ways ? "FeedbackWords" : "FeedbackTopics")} {v}").OfType<string>())}");
    }

    private static (PaperProfiler, LearntTerms) Learn(List<PaperRecord> papers, int dims, Stopwatch watch)
    {
        var learnt = LearntTerms.From([.. papers.Select(paper => (PaperText.Clean(paper.Title), PaperText.Clean(paper.Abstract)))], dims);
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {learnt.Lexicon.StemCount} stems, {learnt.Lexicon.CommonStems} common, {learnt.Lexicon.Count} terms, {learnt.Topics.Dimensions} topics");
        return (new PaperProfiler(learnt), learnt);
    }

    private static Judged Judge(ProxyQuery query, PaperProfiler profiler)
    {
        var likeness = new PaperLikeness(profiler.Read(query.Paper.Title, query.Paper.Abstract), query.Aspect, profiler.Lexicon);
        var profiles = query.Candidates.Select(c => profiler.Read(c.Title, c.Abstract)).ToList();
        return new Judged(
            query.Aspect,
            [.. profiles.Select(likeness.With)],
            [.. query.Candidates.Select(c => query.Grades.GetValueOrDefault(c.Id))],
            [.. profiles.Select(p => profiles.Select(o => p.Whole.Words.With(o.Whole.Words)).ToArray())],
            [.. profiles.Select(p => profiles.Select(o => SparseVector.Dot(p.Whole.Topics, o.Whole.Topics)).ToArray())]
        );
    }

    private static double Mean(List<Judged> queries, double[] weights) =>
        queries.Average(query =>
        {
            var scores = PaperFusion.Scores(query.Ways, weights.AsSpan(0, PaperLikeness.Ways));
            if (weights[^1] > 0 || weights[^2] > 0)
            {
                var best = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(6).ToList();
                var w = Enumerable.Range(0, scores.Length).Select(i => new[] { best.Where(b => b != i).Take(5).Average(b => query.Words[i][b]), best.Where(b => b != i).Take(5).Average(b => query.Topics[i][b]) }).ToArray();
                var more = PaperFusion.Scores(w, weights.AsSpan(PaperLikeness.Ways));
                for (var i = 0; i < scores.Length; i++) scores[i] += more[i];
            }
            var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]);
            return query.Grades.Count(g => g > 0) == 1
                ? 1.0 / (1 + order.ToList().FindIndex(i => query.Grades[i] > 0))
                : Ndcg.AtFifth([.. order.Select(i => query.Grades[i])]);
        });
}
