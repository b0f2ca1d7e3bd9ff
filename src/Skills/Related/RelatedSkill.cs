using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Related;

/// <summary>A paper to those nearest to it, as a whole or in one respect, each with why.</summary>
public sealed class RelatedSkill(Database database, IPaperFinder finder, LibraryTerms terms)
{
    /// <summary>At most so many papers are given.</summary>
    public const int MostRelated = 25;

    private const int LeastByWords = 30; // papers compared for one question
    private const int LeastByTopics = 30;

    [
        KernelFunction("related"),
        Description("Finds the papers that are nearest to a paper, with the words that bring them together.")
    ]
    public IReadOnlyList<RelatedPaper> Related(
        [Description("The paper: its title, a part of it, or an arXiv id such as 2401.01234")] string paper,
        [Description("How many papers at most, 1 to 25")] int count = 5,
        [Description(
            "Empty, or 'problem' for the same problem, 'method' for the same problem with another method, 'result' for like results"
        )]
            string by = "",
        CancellationToken ct = default
    ) => To(finder.Find(paper, ct), RelatedByNames.Parse(by), count, ct);

    /// <returns>Nearest first; empty where the library has nothing near.</returns>
    public IReadOnlyList<RelatedPaper> To(
        Paper paper,
        RelatedBy by = RelatedBy.Everything,
        int count = 5,
        CancellationToken ct = default
    )
    {
        var most = Math.Clamp(count, 1, MostRelated);
        using var connection = database.Open();
        var (learnt, places) = terms.Get(connection);
        var byWords = RelatedCandidates.Of(
            connection,
            learnt.Lexicon,
            [(paper.Title, 2), (paper.Abstract, 1), .. paper.Keywords.Select(keyword => (keyword, 1f))],
            Math.Max(LeastByWords, 2 * most)
        );
        var place = learnt.Topics.PlaceOf(new PaperProfiler(learnt).Words(paper.Title, paper.Abstract));
        var byTopics = places.Nearest(place, LeastByTopics);
        ct.ThrowIfCancellationRequested();
        var candidates = PaperStore
            .At(connection, Alternating(byWords, byTopics).Distinct())
            .Where(other => other.Id != paper.Id && TitleKey.Of(other.Title) != TitleKey.Of(paper.Title))
            .ToList();
        return by == RelatedBy.Everything
            ? new NearestPapers(paper, learnt).Of(candidates, most)
            : new NearestInAspect(paper, learnt).Of(candidates, by, most, ct);
    }

    // Both best first: where only some can be compared, these are the best of both.
    private static IEnumerable<long> Alternating(List<long> one, List<long> other)
    {
        for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            foreach (var rows in new[] { one, other })
            {
                if (i < rows.Count)
                {
                    yield return rows[i];
                }
            }
        }
    }
}
