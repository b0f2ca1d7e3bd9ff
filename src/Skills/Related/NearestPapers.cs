using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>Pure: those of some papers that are nearest to one, as a whole.</summary>
internal sealed class NearestPapers(Paper paper, LearntTerms learnt)
{
    private const float SameText = 0.9f; // a cosine that only two copies of one text reach
    private const float Unlike = 0.03f; // a cosine that any two papers reach
    private const int ReasonPhrases = 3;

    private readonly PaperProfiler profiler = new(learnt);

    /// <returns>Nearest first; copies of the paper and what has nothing in common with it are left out.</returns>
    public IReadOnlyList<RelatedPaper> Of(IReadOnlyList<Paper> candidates, int most)
    {
        var asked = profiler.ReadWhole(paper.Title, paper.Abstract);
        var profiles = candidates.Select(other => profiler.ReadWhole(other.Title, other.Abstract)).ToList();
        var scores = PaperRanking.Scores(asked, profiles, aspect: null, learnt.Lexicon);
        var phrases = new TellingPhrases([paper.Title, paper.Abstract], learnt.Lexicon);
        return
        [
            .. candidates
                .Select(
                    (other, i) =>
                        (Paper: other, Score: scores[i], Words: asked.Whole.Words.With(profiles[i].Whole.Words), i)
                )
                .Where(other => other.Words is > Unlike and < SameText)
                .OrderByDescending(other => other.Score)
                .Take(most)
                .Select(other => new RelatedPaper(
                    other.Paper,
                    asked.Whole.Nearness(profiles[other.i].Whole),
                    Reason(phrases, other.Paper)
                )),
        ];
    }

    private string Reason(TellingPhrases phrases, Paper other)
    {
        var shared = phrases.SharedWith(
            new TellingPhrases([other.Title, other.Abstract], learnt.Lexicon),
            ReasonPhrases
        );
        return shared.Count > 0
            ? $"Both speak of {string.Join(", ", shared)}."
            : "Their words are alike, though none of them is telling by itself.";
    }
}
