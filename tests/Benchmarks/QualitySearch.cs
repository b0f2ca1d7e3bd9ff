using System.Diagnostics;
using PaperBot.Skills;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks;

/// <summary>
/// <c>quality search FILE</c>: whether the paper that a query was made of is among the first ten, and how far up, by the
/// search that reads a bounded part of the index and by one that scores every paper (<see cref="Exhaustive"/>).
/// </summary>
internal static class QualitySearch
{
    private const int Queries = 1_000;
    private const int Hits = 10;

    public static async Task<int> RunAsync(string file)
    {
        using var library = new BenchLibrary();
        await library.TakeInAsync(file);
        var papers = BenchLibrary.Read(file);
        var every = new Exhaustive(papers);
        var random = new Random(20260106);
        var some = Some(papers, random);
        Console.WriteLine(
            $"{papers.Count} papers; MRR and recall at {Hits}, bounded against exhaustive; milliseconds each"
        );

        Tell("a whole title", some, paper => paper.Title);
        Tell("a title mistyped", some, paper => Spoiling.Title(PaperText.Clean(paper.Title), random));
        Tell("three of a title, any order", some, paper => Few(Telling(paper.Title), 3, random));
        Tell("two of a title, any order", some, paper => Few(Telling(paper.Title), 2, random));
        Tell("three of an abstract", some, paper => Few(Telling(paper.Abstract), 3, random));
        Tell("a sentence of an abstract", some, paper => Sentence(paper, random));
        var keyed = Some([.. papers.Where(paper => paper.Keywords.Count > 1)], random);
        Tell("all keywords", keyed, paper => string.Join(' ', paper.Keywords));
        Tell("two keywords", keyed, paper => string.Join(' ', paper.Keywords.OrderBy(_ => random.Next()).Take(2)));
        var summaries = Tldrs.Of(file);
        var summarised = Some([.. papers.Where(paper => summaries.ContainsKey(paper.Title))], random);
        Tell("a summary by the authors", summarised, paper => summaries[paper.Title]);
        return 0;

        void Tell(string name, IReadOnlyList<PaperRecord> asked, Func<PaperRecord, string> query)
        {
            var queries = asked
                .Select(paper => (Paper: paper, Words: query(paper)))
                .Where(one => one.Words.Length > 0)
                .ToList();
            var ours = Measure(queries, words => library.Search.Search(words, Hits).Select(hit => hit.Paper.Title));
            var all = Measure(
                queries,
                words => every.Search(words, Hits).Select(paper => PaperText.Clean(paper.Title))
            );
            Console.WriteLine($"{name, -28} {ours} against {all}   ({queries.Count} queries)");
        }
    }

    private static string Measure(
        IReadOnlyList<(PaperRecord Paper, string Words)> queries,
        Func<string, IEnumerable<string>> search
    )
    {
        var reciprocal = 0.0;
        var found = 0;
        var watch = Stopwatch.StartNew();
        foreach (var (paper, words) in queries)
        {
            var rank = Rank(search, words, TitleKey.Of(PaperText.Clean(paper.Title)));
            reciprocal += rank > 0 ? 1.0 / rank : 0;
            found += rank > 0 ? 1 : 0;
        }
        var milliseconds = watch.Elapsed.TotalMilliseconds / queries.Count;
        return $"MRR {100 * reciprocal / queries.Count:0.0} recall {100.0 * found / queries.Count:0.0} ({milliseconds:0.0} ms)";
    }

    private static int Rank(Func<string, IEnumerable<string>> search, string words, string titleKey)
    {
        try
        {
            return 1 + search(words).Select(TitleKey.Of).ToList().IndexOf(titleKey);
        }
        catch (SkillException)
        {
            return 0; // refused is not found
        }
    }

    private static IReadOnlyList<PaperRecord> Some(IReadOnlyList<PaperRecord> papers, Random random) =>
        [.. Enumerable.Range(0, Math.Min(Queries, papers.Count)).Select(_ => papers[random.Next(papers.Count)])];

    private static IReadOnlyList<string> Telling(string text) =>
        [.. Words.Of(text).Where(word => word.Length > 2 && !IndexText.IsTooCommon(word)).Distinct()];

    private static string Few(IReadOnlyList<string> words, int count, Random random) =>
        string.Join(' ', words.OrderBy(_ => random.Next()).Take(count));

    private static string Sentence(PaperRecord paper, Random random)
    {
        var sentences = Skills.Language.Sentences.Of(paper.Abstract);
        return sentences.Count == 0 ? "" : sentences[random.Next(sentences.Count)].Text;
    }
}
