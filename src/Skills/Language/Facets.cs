namespace PaperBot.Skills.Language;

/// <param name="Facet">The likeliest.</param>
/// <param name="Confidence">Its probability, 0.2 to 1.</param>
public sealed record FacetGuess(Facet Facet, double Confidence);

/// <summary>
/// Sentences to facets, by weights that were trained on labelled abstracts (docs/models.md): the words, the place in the
/// abstract, and what the neighbours are.
/// </summary>
public static class Facets
{
    /// <param name="sentences">All sentences of one abstract, in order.</param>
    public static IReadOnlyList<FacetGuess> Of(IReadOnlyList<string> sentences) =>
        Of(sentences, [.. sentences.Select(PlainText.Of)]);

    /// <param name="plain">The same sentences as <see cref="PlainText"/> writes them.</param>
    internal static IReadOnlyList<FacetGuess> Of(IReadOnlyList<string> sentences, string[] plain) =>
        FacetModel.Embedded.Guess(sentences, plain);
}
