namespace PaperBot.Skills.Language.OneSentence;

/// <summary>One weight for each feature that was seen in training; 0 for every other. Pure, safe to use from many threads.</summary>
internal sealed class HashedWeights
{
    // Open addressing: a feature's weight is where its number is, 0 is an empty place.
    private readonly uint[] _places;
    private readonly float[] _weights;
    private readonly int _mask;

    /// <param name="features">Their numbers, each once, none of them 0.</param>
    /// <param name="weights">As many.</param>
    public HashedWeights(ReadOnlySpan<uint> features, ReadOnlySpan<float> weights)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(features.Length * 2) + 1);
        _mask = size - 1;
        _places = new uint[size];
        _weights = new float[size];
        for (var i = 0; i < features.Length; i++)
        {
            var place = PlaceOf(features[i]);
            _places[place] = features[i];
            _weights[place] = weights[i];
        }
    }

    public float this[uint feature] => _weights[PlaceOf(feature)];

    public float Sum(List<uint> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            sum += _weights[PlaceOf(feature)];
        }
        return sum;
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
}
