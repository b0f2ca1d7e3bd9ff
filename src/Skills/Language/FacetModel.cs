namespace PaperBot.Skills.Language;

/// <summary>
/// A linear-chain conditional random field (Lafferty et al., ICML 2001) over the sentences of an abstract: weights for
/// features (<see cref="FacetFeatures"/>) and for steps from facet to facet. Pure, and safe to use from many threads.
/// </summary>
internal sealed class FacetModel
{
    private static readonly Lazy<FacetModel> Lazily = new(() =>
        EmbeddedWeights.Read("facets.bin", FacetModelFile.Read)
    );

    private readonly FeatureTable _table;
    private readonly float[] _weights;
    private readonly double[] _steps;

    /// <param name="features">Their numbers, each once, none of them 0.</param>
    /// <param name="weights">Five for each of them.</param>
    /// <param name="steps">75 weights, as <see cref="FacetChain"/> orders them.</param>
    public FacetModel(ReadOnlySpan<uint> features, float[] weights, ReadOnlySpan<float> steps)
    {
        _table = new FeatureTable(features);
        _weights = weights;
        _steps = new double[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            _steps[i] = Math.Exp(steps[i]);
        }
    }

    /// <summary>The weights that come with PaperBot, read when they are first needed (docs/models.md).</summary>
    public static FacetModel Embedded => Lazily.Value;

    /// <param name="sentences">All sentences of one abstract, in order.</param>
    /// <param name="plain">The same as <see cref="PlainText"/> writes them.</param>
    /// <returns>For every sentence the facet that is likeliest over all paths.</returns>
    public FacetGuess[] Guess(IReadOnlyList<string> sentences, IReadOnlyList<string> plain)
    {
        var scores = new double[sentences.Count * FacetChain.Facets];
        FacetFeatures.Each(
            sentences,
            plain,
            (i, features) => Score(features, scores.AsSpan(i * FacetChain.Facets, FacetChain.Facets))
        );
        var chances = new double[scores.Length];
        FacetChain.Run(scores, _steps, chances, []);
        var guesses = new FacetGuess[sentences.Count];
        for (var i = 0; i < guesses.Length; i++)
        {
            var own = chances.AsSpan(i * FacetChain.Facets, FacetChain.Facets);
            var best = 0;
            for (var facet = 1; facet < own.Length; facet++)
            {
                best = own[facet] > own[best] ? facet : best;
            }
            guesses[i] = new FacetGuess((Facet)best, own[best]);
        }
        return guesses;
    }

    private void Score(List<WeighedFeature> features, Span<double> scores)
    {
        foreach (var (feature, value) in features)
        {
            var row = _table.RowOf(feature);
            if (row == FeatureTable.None)
            {
                continue;
            }
            var weights = _weights.AsSpan(row * FacetChain.Facets, FacetChain.Facets);
            for (var facet = 0; facet < weights.Length; facet++)
            {
                scores[facet] += weights[facet] * value;
            }
        }
    }
}
