using System.Numerics;

namespace PaperBot.Skills.Language;

/// <summary>
/// Which features were seen in training, and the row of weights that each has: open addressing, so that asking makes
/// nothing. Pure, safe to use from many threads.
/// </summary>
internal sealed class FeatureTable
{
    /// <summary>The row of a feature that was not seen.</summary>
    public const int None = -1;

    private readonly uint[] _features; // 0 is an empty place
    private readonly int[] _rows;
    private readonly int _mask;

    /// <param name="features">Their numbers in the order of their rows, each once, none of them 0.</param>
    public FeatureTable(ReadOnlySpan<uint> features)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(features.Length * 2) + 1);
        _mask = size - 1;
        _features = new uint[size];
        _rows = new int[size];
        Array.Fill(_rows, None);
        for (var row = 0; row < features.Length; row++)
        {
            var place = PlaceOf(features[row]);
            (_features[place], _rows[place]) = (features[row], row);
        }
    }

    /// <returns>From 0; <see cref="None"/> where it was not seen.</returns>
    public int RowOf(uint feature) => _rows[PlaceOf(feature)];

    // Where the feature is, or the empty place where it would be. The table is at most half full, so there is one.
    private int PlaceOf(uint feature)
    {
        var place = (int)feature & _mask;
        while (_features[place] != feature && _features[place] != 0)
        {
            place = (place + 1) & _mask;
        }
        return place;
    }
}
