using PaperBot.Skills;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks;

/// <summary><c>quality find FILE</c>: how often the paper meant is found, and how often one that is not there is "found".</summary>
internal static class QualityFind
{
    private const int Titles = 2_000;

    public static async Task<int> RunAsync(string file)
    {
        var papers = BenchLibrary.Read(file);
        var random = new Random(20260106);
        using (var whole = new BenchLibrary())
        {
            await whole.TakeInAsync(file);
            var titles =
                papers.Count <= Titles
                    ? papers
                    : [.. Enumerable.Range(0, Titles).Select(_ => papers[random.Next(papers.Count)])];
            Tell("exact title", titles, title => title, whole);
            Tell("lower case, word dropped, letter changed", titles, title => Spoiling.Title(title, random), whole);
        }
        using var half = new BenchLibrary();
        var line = 0;
        await half.TakeInAsync(file, _ => line++ % 2 == 0);
        var absent = papers.Where((_, i) => i % 2 == 1).OrderBy(_ => random.Next()).Take(Titles).ToList();
        var taken = absent.Count(paper => Found(PaperText.Clean(paper.Title), half) is not null);
        Console.WriteLine(
            $"titles that are not in the library taken for one that is: {taken} of {absent.Count} = {100.0 * taken / absent.Count:0.0} %"
        );
        return 0;
    }

    private static void Tell(
        string name,
        IReadOnlyList<PaperRecord> papers,
        Func<string, string> typed,
        BenchLibrary library
    )
    {
        var found = papers.Count(paper =>
            Found(typed(PaperText.Clean(paper.Title)), library) == TitleKey.Of(PaperText.Clean(paper.Title))
        );
        Console.WriteLine($"{name}: {found} of {papers.Count} = {100.0 * found / papers.Count:0.0} %");
    }

    private static string? Found(string typed, BenchLibrary library)
    {
        try
        {
            return TitleKey.Of(library.Resolver.Find(typed).Title);
        }
        catch (SkillException)
        {
            return null; // not found is what is counted
        }
    }
}
