namespace PaperBot.Skills.Language.OneSentence;

/// <summary>One weight for each feature that was seen in training; 0 for every other. Pure, safe to use from many threads.</summary>
/// <param name="features">Their numbers, each once, none of them 0.</param>
/// <param name="weights">As many.</param>
internal sealed class HashedWeights(ReadOnlySpan<uint> features, float[] weights)
{
    private readonly FeatureTable _table = new(features);

    public float Sum(List<uint> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            var row = _table.RowOf(feature);
            sum += row == FeatureTable.None ? 0 : weights[row];
        }
        return sum;
    }
}
