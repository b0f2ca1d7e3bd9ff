namespace PaperBot.Skills.Ask;

/// <summary>
/// Pure: does a sentence say enough of what was asked, or does the library not know? The shares were set on questions that it can
/// and questions that it cannot answer (docs/benchmarks.md).
/// </summary>
internal static class Knowledge
{
    private const double LeastOwn = 0.3; // of the question's weight, in the sentence itself
    private const double LeastCovered = 0.7; // with the title
    private const double LeastCoveredOfMany = 0.55;
    private const int ManyWords = 7;

    public static bool Suffices(ScoredSentence sentence, WeighedQuestion question) =>
        sentence.Own >= LeastOwn
        && sentence.Covered >= (question.Words.Count >= ManyWords ? LeastCoveredOfMany : LeastCovered);
}
