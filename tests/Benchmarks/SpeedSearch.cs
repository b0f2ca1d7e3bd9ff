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
            "complete, from the middle of a title",
            titles.ConvertAll(title => Middle(title, random)),
            typed => library.Completion.Complete(typed, 25)
        );
        Percentiles.Measure(
            "complete, mistyped",
            titles.ConvertAll(title => Spoiling.Title(title[..Math.Min(title.Length, random.Next(8, 40))], random)),
            typed => library.Completion.Complete(typed, 25)
        );
        Percentiles.Measure("complete, a pasted title", titles, typed => library.Completion.Complete(typed, 25));
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
        Percentiles.Measure(
            "search, two of the commonest words",
            Pairs(papers),
            words => Refusable(() => library.Search.Search(words))
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

    private static string Middle(string title, Random random)
    {
        var words = title.Split(' ');
        var typed = string.Join(' ', words.Skip(random.Next(words.Length)));
        return typed[..Math.Min(typed.Length, random.Next(3, 30))];
    }

    private static List<string> Pairs(IReadOnlyList<PaperRecord> papers)
    {
        var common = papers
            .Take(5_000)
            .SelectMany(paper => Skills.Papers.Words.Of(paper.Abstract).Distinct())
            .Where(word => !IndexText.IsTooCommon(word))
            .CountBy(word => word)
            .OrderByDescending(word => word.Value)
            .Take(64)
            .Select(word => word.Key)
            .ToList();
        return [.. common.SelectMany(one => common.Where(other => other != one).Select(other => $"{one} {other}"))];
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
