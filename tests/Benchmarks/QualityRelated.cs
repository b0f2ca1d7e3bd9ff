using System.Diagnostics;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks;

/// <summary>
/// <c>quality related FILE</c>: how many of the papers that /related names are those that a look at every paper of the
/// library would name; /related looks at those that share rare words.
/// </summary>
internal static class QualityRelated
{
    private const int Questions = 200;
    private const int Named = 5;
    private const int Near = 150; // of all papers those to be ranked: nearest by words, and as many by topics

    public static async Task<int> RunAsync(string file)
    {
        using var library = new BenchLibrary();
        await library.TakeInAsync(file);
        using var connection = library.Database.Open();
        var watch = Stopwatch.StartNew();
        library.Terms.Get(connection);
        Console.WriteLine($"learnt in a hurry in {watch.Elapsed.TotalSeconds:0.0} s");
        await library.Terms.Background;
        Console.WriteLine($"learnt in {watch.Elapsed.TotalSeconds:0.0} s");
        var (learnt, _) = library.Terms.Get(connection);
        Console.WriteLine(
            $"{learnt.Lexicon.StemCount} stems, {learnt.Lexicon.Count} terms, {learnt.Topics.Dimensions} topics, {learnt.Topics.Size / 1e6:0.0} MB of places"
        );
        var profiler = new PaperProfiler(learnt);
        var rows = Enumerable.Range(1, (int)library.Store.State().Papers).Select(row => (long)row).ToList();
        var all = new List<(long Row, PaperId Id, SparseVector Words, float[] Topics)>();
        foreach (var chunk in rows.Chunk(1_000))
        {
            foreach (var (paper, row) in PaperStore.At(connection, chunk).Zip(chunk))
            {
                var words = profiler.Words(paper.Title, paper.Abstract);
                all.Add((row, paper.Id, words, learnt.Topics.PlaceOf(words)));
            }
        }
        var random = new Random(20260106);
        var (same, best, milliseconds) = (0, 0, 0.0);
        for (var i = 0; i < Questions; i++)
        {
            var asked = all[random.Next(all.Count)];
            var paper = PaperStore.At(connection, [asked.Row])[0];
            var byWords = all.OrderByDescending(other => asked.Words.With(other.Words)).Take(Near);
            var byTopics = all.OrderByDescending(other => SparseVector.Dot(asked.Topics, other.Topics)).Take(Near);
            var candidates = PaperStore
                .At(connection, byWords.Concat(byTopics).Select(other => other.Row).Distinct())
                .Where(other => other.Id != paper.Id && TitleKey.Of(other.Title) != TitleKey.Of(paper.Title))
                .ToList();
            var wanted = new NearestPapers(paper, learnt)
                .Of(candidates, Named)
                .Select(other => other.Paper.Id)
                .ToList();
            watch.Restart();
            var given = library.Related.To(paper).Select(other => other.Paper.Id).ToList();
            milliseconds += watch.Elapsed.TotalMilliseconds;
            same += given.Intersect(wanted).Count();
            best += given.Count > 0 && wanted.Count > 0 && given.Contains(wanted[0]) ? 1 : 0;
        }
        Console.WriteLine(
            $"{100.0 * same / (Questions * Named):0.0} % of the {Named} that a look at every paper names; the first of them in {100.0 * best / Questions:0.0} %; {milliseconds / Questions:0.0} ms ({Questions} papers)"
        );
        return 0;
    }
}
