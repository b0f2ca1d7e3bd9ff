using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

/// <summary>
/// <c>eval related DIR [--out P]</c>: ranks each query's candidates as /related does; P gets one JSON array of ids a query,
/// best first. Prints NDCG%20 where the queries say what is relevant.
/// </summary>
internal static class EvalRelated
{
    private const int MostRemembered = 20_000; // papers that are read once for all queries

    public static int Run(string folder, string? output)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var dir = RelatedDir.Read(folder);
            var orders = Rank(dir);
            if (output is not null)
            {
                File.WriteAllLines(output, orders.Select(order => JsonSerializer.Serialize(order)));
            }
            Console.WriteLine(Figures(dir.Queries, orders));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{dir.Queries.Count} queries in {watch.Elapsed.TotalSeconds:0.0} s"
                )
            );
            return 0;
        }
        catch (Exception e) when (e is RelatedDirException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    /// <returns>For each query its candidates, best first.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Rank(RelatedDir dir)
    {
        var learnt = LearntTerms.From(
            [.. dir.LearntFrom.Select(paper => (paper.Title, paper.Abstract))],
            TopicLearner.Dimensions
        );
        var profiles = new Dictionary<string, PaperProfile>();
        var orders = new List<IReadOnlyList<string>>();
        var profiler = new PaperProfiler(learnt);
        foreach (var query in dir.Queries)
        {
            if (profiles.Count > MostRemembered)
            {
                profiles.Clear();
                profiler = new PaperProfiler(learnt); // it has numbered what the lexicon does not know
            }
            var candidates = query.Candidates.Select(Profile).ToList();
            var scores = PaperRanking.Scores(Profile(query.Paper), candidates, query.Aspect, learnt.Lexicon);
            orders.Add([
                .. query
                    .Candidates.Select((id, i) => (id, i))
                    .OrderByDescending(one => scores[one.i])
                    .Select(one => one.id),
            ]);
        }
        return orders;

        PaperProfile Profile(string id)
        {
            if (!profiles.TryGetValue(id, out var profile))
            {
                profile = profiler.Read(dir.Named[id].Title, dir.Named[id].Abstract);
                profiles.Add(id, profile);
            }
            return profile;
        }
    }

    private static string Figures(IReadOnlyList<RelatedQuery> queries, IReadOnlyList<IReadOnlyList<string>> orders)
    {
        var judged = queries
            .Zip(orders)
            .Where(pair => pair.First.Grades is not null)
            .Select(pair =>
                (
                    pair.First.Aspect,
                    Value: Ndcg.AtFifth([.. pair.Second.Select(id => pair.First.Grades!.GetValueOrDefault(id))])
                )
            ) // filtered above
            .ToList();
        if (judged.Count == 0)
        {
            return "No query says what is relevant: nothing to judge.";
        }
        var parts = judged
            .GroupBy(one => one.Aspect)
            .OrderBy(group => group.Key)
            .Select(group => $"{NameOf(group.Key)} {Percent(group.Average(one => one.Value))} ({group.Count()})");
        return $"NDCG%20 {Percent(judged.Average(one => one.Value))} ({judged.Count} queries): {string.Join(", ", parts)}";
    }

    private static string NameOf(PaperAspect? aspect) =>
        aspect switch
        {
            PaperAspect.Problem => "background",
            PaperAspect.Method => "method",
            PaperAspect.Result => "result",
            _ => "whole",
        };

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
