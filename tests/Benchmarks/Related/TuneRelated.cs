using System.Globalization;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

/// <summary>
/// <c>tune related FILE</c>: on queries made of the file's papers (<see cref="ProxyQueries"/>), how good each likeness is by
/// itself and how good the ranking is that adds them up. Whoever changes <see cref="PaperRanking"/> looks whether a column
/// got worse. NDCG%20; the mean reciprocal rank where one paper is meant.
/// </summary>
internal static class TuneRelated
{
    private const int Queries = 100; // of each kind
    private const int ShortestAbstract = 200; // letters

    private static readonly string[] Linguistics = ["acl", "naacl", "coling"];

    public static int Run(string file)
    {
        var papers = BenchLibrary.Read(file).Where(paper => paper.Abstract.Length > ShortestAbstract).ToList();
        var tables = new List<(string Name, Dictionary<string, double> Figures)>();
        Judge(
            [.. papers.Where(paper => Linguistics.Contains(paper.Venue?.ToLowerInvariant()))],
            made =>
                [
                    made.TitleParts(PaperAspect.Problem, Queries),
                    made.TitleParts(PaperAspect.Method, Queries),
                    made.Phrases(PaperAspect.Result, Queries),
                    made.Halves(Queries),
                    made.Titles(Queries),
                ],
            tables
        );
        var summaries = Tldrs.Of(file);
        var keyed = papers.Where(paper => paper.Keywords.Count > 0).ToList();
        Judge(
            keyed,
            made =>
                [
                    made.Keywords(null, hidden: false, Queries),
                    made.Keywords(PaperAspect.Method, hidden: false, Queries),
                    made.Keywords(PaperAspect.Result, hidden: true, Queries),
                    made.Summaries([.. keyed.Select(paper => summaries.GetValueOrDefault(paper.Title, ""))], Queries),
                ],
            tables
        );
        Print(tables);
        return 0;
    }

    private static void Judge(
        List<PaperRecord> papers,
        Func<ProxyQueries, IEnumerable<ProxySet>> make,
        List<(string Name, Dictionary<string, double> Figures)> tables
    )
    {
        var learnt = LearntTerms.From(
            [.. papers.Select(paper => (PaperText.Clean(paper.Title), PaperText.Clean(paper.Abstract)))],
            TopicLearner.Dimensions
        );
        foreach (var set in make(new ProxyQueries(papers, learnt)))
        {
            Console.Error.WriteLine($"{set.Name}: {set.Queries.Count} queries");
            var figures = new Dictionary<string, double>();
            foreach (var query in set.Queries)
            {
                var profiler = new PaperProfiler(learnt);
                var asked = profiler.Read(query.Paper.Title, query.Paper.Abstract);
                var candidates = query.Candidates.Select(one => profiler.Read(one.Title, one.Abstract)).ToList();
                var likeness = new PaperLikeness(asked, query.Aspect, learnt.Lexicon);
                var ways = candidates.ConvertAll(one => likeness.With(one));
                foreach (var way in Enum.GetValues<Likeness>())
                {
                    Add($"{way}", query, one => ways[one][(int)way]);
                }
                var scores = PaperRanking.Scores(asked, candidates, query.Aspect, learnt.Lexicon);
                Add("the ranking", query, one => scores[one]);
            }
            tables.Add(
                (set.Name, figures.ToDictionary(figure => figure.Key, figure => figure.Value / set.Queries.Count))
            );

            void Add(string name, ProxyQuery query, Func<int, double> score) =>
                figures[name] = figures.GetValueOrDefault(name) + Figure(query, score);
        }
    }

    private static double Figure(ProxyQuery query, Func<int, double> score)
    {
        var grades = Enumerable
            .Range(0, query.Candidates.Count)
            .OrderByDescending(score)
            .Select(one => query.Grades.GetValueOrDefault(query.Candidates[one].Id))
            .ToList();
        return query.Grades.Count == 1 ? 1.0 / (1 + grades.FindIndex(grade => grade > 0)) : Ndcg.AtFifth(grades);
    }

    private static void Print(List<(string Name, Dictionary<string, double> Figures)> tables)
    {
        foreach (var (table, i) in tables.Select((table, i) => (table, i)))
        {
            Console.WriteLine($"({i + 1}) {table.Name}");
        }
        foreach (var name in tables[0].Figures.Keys)
        {
            var figures = tables.Select(table =>
                (100 * table.Figures[name]).ToString("0.0", CultureInfo.InvariantCulture)
            );
            Console.WriteLine($"{name, -16}{string.Concat(figures.Select(figure => $"{figure, 7}"))}");
        }
    }
}
