namespace PaperBot.Skills.Ask;

/// <summary>
/// Pure: does a sentence say enough of what was asked, or does the library not know? The shares were set on questions that it can
/// and questions that it cannot answer (docs/benchmarks.md).
/// </summary>
internal static class Knowledge
{
    // Of the question's weight: in the sentence itself, together with its title, and together with its whole abstract.
    private const double LeastOwn = 0.33;
    private const double LeastCovered = 0.65;
    private const double LeastAnywhere = 0.85;

    // Of many words a sentence need not have as large a part.
    private const int ManyWords = 7;
    private const double PartOfMany = 0.72;

    public static bool Suffices(ScoredSentence sentence, WeighedQuestion question)
    {
        var part = question.Words.Count >= ManyWords ? PartOfMany : 1;
        return sentence.Own >= LeastOwn * part
            && sentence.Covered >= LeastCovered * part
            && sentence.Anywhere >= LeastAnywhere * part;
    }
}
