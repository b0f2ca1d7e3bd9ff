using System.ComponentModel;
using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Related;

/// <summary>A paper to those nearest to it: by the cosine of their words, weighted by how rare these are (tf-idf).</summary>
public sealed class RelatedSkill(Database database, IPaperFinder finder, TitleVocabulary vocabulary, WordCounts counts)
{
    /// <summary>At most so many papers are given.</summary>
    public const int MostRelated = 25;

    private const int MostCounted = 48; // words of a paper that are looked up
    private const int MostTelling = 24; // words by which others are found
    private const int MostEntries = 8_000; // read from the index for one question
    private const int MostEntriesOfWord = 2_500;
    private const int LeastRead = 60; // papers compared for one question
    private const int ReasonWords = 3;
    private const double SameText = 0.9; // a cosine that only two copies of one text reach

    [
        KernelFunction("related"),
        Description("Finds the papers that are nearest to a paper, with the words that bring them together.")
    ]
    public IReadOnlyList<RelatedPaper> Related(
        [Description("The paper: its title, a part of it, or an arXiv id such as 2401.01234")] string paper,
        [Description("How many papers at most, 1 to 25")] int count = 5,
        CancellationToken ct = default
    ) => To(finder.Find(paper, ct), count, ct);

    /// <returns>Nearest first; empty where the library has nothing near.</returns>
    public IReadOnlyList<RelatedPaper> To(Paper paper, int count = 5, CancellationToken ct = default)
    {
        var most = Math.Clamp(count, 1, MostRelated);
        using var connection = database.Open();
        var vector = new PaperVector(paper);
        var weights = Weights(connection, vector);
        var rows = Near(connection, vector, weights, Math.Max(LeastRead, 2 * most));
        ct.ThrowIfCancellationRequested();
        var cosine = new Cosine(vector, weights);
        return
        [
            .. PaperStore
                .At(connection, rows)
                .Where(other => other.Id != paper.Id && TitleKey.Of(other.Title) != TitleKey.Of(paper.Title))
                .Select(other => (Paper: other, Nearness: cosine.With(new PaperVector(other))))
                .Where(other => other.Nearness is { Value: > 0 and < SameText })
                .OrderByDescending(other => other.Nearness.Value)
                .Take(most)
                .Select(other => new RelatedPaper(other.Paper, other.Nearness.Value, Reason(vector, other.Nearness))),
        ];
    }

    // How telling each of the paper's words is. Only those that few titles have are counted; the others are common.
    private Dictionary<string, (double Weight, long Papers)> Weights(SqliteConnection connection, PaperVector vector)
    {
        var known = vocabulary.Get(connection);
        var papers = counts.Total(connection);
        return vector
            .Stems.OrderBy(stem => known.Titled(vector.Spelling(stem)))
            .Take(MostCounted)
            .Select(stem => (Stem: stem, Papers: counts.Of(connection, stem)))
            .Where(word => word.Papers > 1)
            .ToDictionary(word => word.Stem, word => (WordCounts.Weight(papers, word.Papers), word.Papers));
    }

    private static List<long> Near(
        SqliteConnection connection,
        PaperVector vector,
        Dictionary<string, (double Weight, long Papers)> weights,
        int most
    )
    {
        var shares = new Shares();
        var left = MostEntries;
        var telling = weights
            .Where(word => word.Value.Papers <= MostEntriesOfWord)
            .OrderByDescending(word => word.Value.Weight * vector.Frequency(word.Key))
            .Take(MostTelling);
        foreach (var (stem, (weight, papers)) in telling)
        {
            if (papers <= left)
            {
                var rows = Postings.OfPapers(connection, FtsQuery.Word(stem), left);
                left -= rows.Count;
                shares.Add(rows, weight * weight * vector.Frequency(stem));
            }
        }
        return shares.Best(most, least: 0); // the best is the paper itself, which shares everything
    }

    private static string Reason(PaperVector vector, Nearness nearness) =>
        $"Both speak of {string.Join(", ", nearness.Stems.Take(ReasonWords).Select(vector.Spelling))}.";
}
