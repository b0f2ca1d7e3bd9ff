namespace PaperBot.Skills.Language.OneSentence;

/// <summary>
/// Chooses the one sentence of an abstract, and its form, by weights learnt from what people wrote (docs/models.md). Pure,
/// and safe to use from many threads.
/// </summary>
/// <param name="words">What words are worth.</param>
/// <param name="features">A weight for each of <see cref="TldrFeatures"/>: how near a form comes to what people wrote.</param>
internal sealed class TldrModel(TldrWeights words, float[] features)
{
    private static readonly Lazy<TldrModel> Lazily = new(() => EmbeddedWeights.Read("tldr.bin", TldrModelFile.Read));

    // More than any abstract has; who pastes a whole paper gets the one sentence of its beginning.
    private const int MostSentences = 60;

    // Taken off what says nothing that the authors did, in ROUGE-L, 0 to 1.
    private const float Silent = 0.03f;

    /// <summary>The weights that come with PaperBot, read when they are first needed.</summary>
    public static TldrModel Embedded => Lazily.Value;

    /// <returns>Null where the abstract has no sentence in words.</returns>
    public TldrCandidate? Best(Reading reading) =>
        new TldrFeatures(reading.Beginning(MostSentences), words).Candidates().MaxBy(Score);

    private float Score(TldrCandidate one)
    {
        var sum = -StandsAlone.Penalty(one.Text) - (one.IsSilent ? Silent : 0);
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * one.Features[i];
        }
        return sum;
    }
}
