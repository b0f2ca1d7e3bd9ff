namespace PaperBot.Skills.Language;

/// <summary>
/// A linear-chain conditional random field (Lafferty et al., ICML 2001) over the sentences of an abstract: weights for
/// features (<see cref="FacetFeatures"/>) and for steps from facet to facet. Pure, and safe to use from many threads.
/// </summary>
internal sealed class FacetModel
{
    private static readonly Lazy<FacetModel> Lazily = new(Load);

    // Open addressing: a feature's weights are where its number is, 0 is an empty place.
    private readonly uint[] _places;
    private readonly float[] _weights;
    private readonly double[] _steps;
    private readonly int _mask;

    /// <param name="features">Their numbers, each once, none of them 0.</param>
    /// <param name="weights">Five for each of them.</param>
    /// <param name="steps">75 weights, as <see cref="FacetChain"/> orders them.</param>
    public FacetModel(ReadOnlySpan<uint> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> steps)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(features.Length * 2) + 1);
        _mask = size - 1;
        _places = new uint[size];
        _weights = new float[size * FacetChain.Facets];
        _steps = new double[steps.Length];
        for (var i = 0; i < features.Length; i++)
        {
            var place = PlaceOf(features[i]);
            _places[place] = features[i];
            weights.Slice(i * FacetChain.Facets, FacetChain.Facets).CopyTo(_weights.AsSpan(place * FacetChain.Facets));
        }
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
            var place = PlaceOf(feature);
            if (_places[place] == 0)
            {
                continue; // not seen in training
            }
            var weights = _weights.AsSpan(place * FacetChain.Facets, FacetChain.Facets);
            for (var facet = 0; facet < weights.Length; facet++)
            {
                scores[facet] += weights[facet] * value;
            }
        }
    }

    // Where the feature is, or the empty place where it would be. The table is at most half full, so there is one.
    private int PlaceOf(uint feature)
    {
        var place = (int)feature & _mask;
        while (_places[place] != feature && _places[place] != 0)
        {
            place = (place + 1) & _mask;
        }
        return place;
    }

    private static FacetModel Load()
    {
        // Embedded by Skills.csproj, so it is there.
        using var file = typeof(FacetModel).Assembly.GetManifestResourceStream(FacetModelFile.ResourceName)!;
        return FacetModelFile.Read(file);
    }
}
