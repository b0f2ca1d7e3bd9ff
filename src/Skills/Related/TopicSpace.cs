namespace PaperBot.Skills.Related;

/// <summary>
/// Where terms lie among the topics of a library (latent semantic analysis): texts that share no word lie near each other
/// where their words stand in the same papers. Never changes.
/// </summary>
/// <param name="dimensions">How many topics; 0 where there were too few papers to learn any.</param>
/// <param name="places">For each term of the lexicon its place, dimension by dimension.</param>
internal sealed class TopicSpace(int dimensions, float[] places)
{
    public static TopicSpace None { get; } = new(0, []);

    public int Dimensions => dimensions;

    /// <summary>Bytes of its places.</summary>
    public long Size => sizeof(float) * (long)places.Length;

    /// <returns>The place of a text, unit length; all 0 where none of its terms has a place.</returns>
    public float[] PlaceOf(SparseVector text)
    {
        var place = new float[dimensions];
        for (var i = 0; i < text.Terms.Length; i++)
        {
            var start = text.Terms[i] * dimensions;
            if (start < places.Length)
            {
                SparseVector.Add(place, places.AsSpan(start, dimensions), text.Weights[i]);
            }
        }
        SparseVector.ToUnitLength(place);
        return place;
    }
}
