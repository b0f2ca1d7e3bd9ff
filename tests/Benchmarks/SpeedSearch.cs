using System.Diagnostics;
using PaperBot.Skills;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Benchmarks;

/// <summary><c>speed search FILE</c>: how long finding, completing, searching and relating take in the process.</summary>
internal static class SpeedSearch
{
    private const int Calls = 2_000;
    private const string Baseline = "SELECT rowid FROM paper_words WHERE paper_words MATCH ?1 ORDER BY rank LIMIT 10";

    public static async Task<int> RunAsync(string file)
    {
        using var library = new BenchLibrary();
        await library.TakeInAsync(file);
        var papers = BenchLibrary.Read(file);
        var random = new Random(20260106);
        var some = Enumerable.Range(0, Calls).Select(_ => papers[random.Next(papers.Count)]).ToList();
        var titles = some.ConvertAll(paper => PaperText.Clean(paper.Title));

        var clock = Stopwatch.StartNew();
        library.Completion.Complete("a", 10);
        Console.WriteLine(
            $"{papers.Count} papers; vocabulary read in {clock.ElapsedMilliseconds} ms; {Environment.ProcessorCount} cores"
        );

        Percentiles.Measure("find, exact title", titles, title => Refusable(() => library.Resolver.Find(title)));
        Percentiles.Measure(
            "find, word dropped, letter changed",
            titles.ConvertAll(title => Spoiling.Title(title, random)),
            title => Refusable(() => library.Resolver.Find(title))
        );
        Percentiles.Measure(
            "complete, letter by letter",
            titles.ConvertAll(title => title[..random.Next(1, Math.Min(title.Length, 30))]),
            typed => library.Completion.Complete(typed, 25)
        );
        Percentiles.Measure(
            "search, one to four words",
            some.ConvertAll(paper => Words(paper, random.Next(1, 5), random)),
            words => Refusable(() => library.Search.Search(words))
        );
        Percentiles.Measure("search, a whole title", titles, title => Refusable(() => library.Search.Search(title)));
        Percentiles.Measure(
            "search, a whole sentence",
            some.ConvertAll(paper => paper.Abstract.Split(". ")[0]),
            sentence => Refusable(() => library.Search.Search(sentence))
        );
        Percentiles.Measure("related", titles, title => Refusable(() => library.Related.Related(title)));
        using var connection = library.Database.Open();
        var ors = some.Take(300)
            .Select(paper =>
                string.Join(" OR ", IndexText.Stems(Words(paper, 4, random)).Select(stem => $"\"{stem}\""))
            )
            .Where(or => or.Length > 0)
            .ToList();
        Percentiles.Measure(
            "baseline: FTS5, OR of four, by rank",
            ors,
            or => connection.Rows(Baseline, reader => reader.GetInt64(0), or)
        );
        return 0;
    }

    private static string Words(PaperRecord paper, int count, Random random)
    {
        var words = Skills.Papers.Words.Of($"{paper.Title} {paper.Abstract}");
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Count)]));
    }

    private static void Refusable(Action ask)
    {
        try
        {
            ask();
        }
        catch (SkillException)
        {
            // "Did you mean" and "nothing found" take their time too.
        }
    }
}
