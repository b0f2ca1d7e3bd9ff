namespace PaperBot.Skills.Ask;

/// <summary>
/// Pure: does a sentence say enough of what was asked, or does the library not know? The shares were set on questions that it can
/// and questions that it cannot answer (docs/benchmarks.md).
/// </summary>
internal static class Knowledge
{
    private static double E(string n, double d) => double.TryParse(Environment.GetEnvironmentVariable(n), out var v) ? v : d;
    private static readonly double LeastOwn = E("PB_OWN", 0.3); // of the question's weight, in the sentence itself
    private static readonly double LeastCovered = E("PB_COV", 0.6); // with the title
    private static readonly double LeastAnywhere = E("PB_ANY", 0.8); // with the whole abstract
    private static readonly double OfMany = E("PB_MANY", 0.75);
    private const int ManyWords = 7;

    public static bool Suffices(ScoredSentence sentence, WeighedQuestion question)
    {
        var part = question.Words.Count >= ManyWords ? OfMany : 1;
        return sentence.Own >= LeastOwn * part && sentence.Covered >= LeastCovered * part && sentence.Anywhere >= LeastAnywhere * part;
    }
}
