using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Ask;

/// <summary>Pure: the sentences that are shown, of all that may answer.</summary>
internal static class AnswerChoice
{
    public const int MostSentences = 5;
    private const int MostOfPaper = 2;
    private const double LeastPart = 0.7; // of the best score
    private const double SecondOfPaper = 0.9; // what a paper's second sentence counts
    private const double Same = 0.75; // of the words

    /// <param name="scored">In any order.</param>
    public static IReadOnlyList<ScoredSentence> Of(IEnumerable<ScoredSentence> scored)
    {
        var chosen = new List<ScoredSentence>();
        var words = new List<HashSet<string>>();
        foreach (var sentence in Discounted(scored).OrderByDescending(one => one.Score))
        {
            if (chosen.Count == MostSentences || (chosen.Count > 0 && sentence.Score < LeastPart * chosen[0].Score))
            {
                break;
            }
            var stems = IndexText.Stems(sentence.Sentence.Text).ToHashSet(StringComparer.Ordinal);
            if (
                chosen.Count(one => one.Paper.Id == sentence.Paper.Id) < MostOfPaper
                && !words.Exists(other => AreSame(stems, other))
            )
            {
                chosen.Add(sentence);
                words.Add(stems);
            }
        }
        return chosen;
    }

    // The best sentence of a paper counts in full, its others a little less: five papers say more than three.
    private static IEnumerable<ScoredSentence> Discounted(IEnumerable<ScoredSentence> scored) =>
        scored
            .GroupBy(one => one.Paper.Id)
            .SelectMany(paper =>
                paper
                    .OrderByDescending(one => one.Score)
                    .Select((one, i) => i == 0 ? one : one with { Score = one.Score * SecondOfPaper })
            );

    // Two versions of one abstract, or one sentence that everybody writes.
    private static bool AreSame(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared >= Same * Math.Max(1, one.Count + other.Count - shared);
    }
}
