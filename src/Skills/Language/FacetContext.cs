namespace PaperBot.Skills.Language;

/// <summary>
/// What usually stands around sentences with such words, learnt from abstracts that nobody labelled: at which end of the
/// abstract they stand, and which cues of <see cref="FacetCues"/> come before and after them. So a word that no labelled
/// abstract holds still speaks for a facet. Pure, and safe to use from many threads.
/// </summary>
internal sealed class FacetContext
{
    /// <summary>The numbers that are told of a sentence: <see cref="Places"/> for its place, the others for cues around.</summary>
    public const int Size = 20;

    /// <summary>First, second, before the middle, after it, last but one, last.</summary>
    public const int Places = 6;

    /// <summary>Features are known by so many bits of their numbers.</summary>
    public const int Bits = 24;

    private static readonly Lazy<FacetContext> Lazily = new(() =>
        EmbeddedWeights.Read("facet-context.bin", FacetContextFile.Read)
    );

    private readonly FeatureTable _table;
    private readonly sbyte[] _weights;
    private readonly float[] _units;
    private readonly float[] _means;
    private readonly float[] _spreads;

    /// <param name="features">The last <see cref="Bits"/> bits of their numbers, each once, none of them 0.</param>
    /// <param name="weights"><see cref="Size"/> for each of them, in units.</param>
    /// <param name="units">How much one unit is.</param>
    /// <param name="means">Of what is told of an ordinary sentence.</param>
    /// <param name="spreads">The standard deviations of the same.</param>
    public FacetContext(ReadOnlySpan<uint> features, sbyte[] weights, float[] units, float[] means, float[] spreads)
    {
        _table = new FeatureTable(features);
        (_weights, _units, _means, _spreads) = (weights, units, means, spreads);
    }

    /// <summary>The weights that come with PaperBot, read when they are first needed (docs/models.md).</summary>
    public static FacetContext Embedded => Lazily.Value;

    /// <summary>How a feature is known here.</summary>
    public static uint KeyOf(uint feature) => feature & ((1u << Bits) - 1);

    /// <param name="features">What the sentence has at any place (<see cref="FacetWords.Anywhere"/>).</param>
    /// <param name="told">Gets <see cref="Size"/> numbers, 0 for what is usual and 1 a standard deviation.</param>
    public void Tell(List<uint> features, Span<float> told)
    {
        Span<int> sums = stackalloc int[Size];
        sums.Clear();
        var known = 0;
        foreach (var feature in features)
        {
            var row = _table.RowOf(KeyOf(feature));
            if (row == FeatureTable.None)
            {
                continue; // too rare to tell
            }
            known++;
            var weights = _weights.AsSpan(row * Size, Size);
            for (var k = 0; k < weights.Length; k++)
            {
                sums[k] += weights[k];
            }
        }
        var share = 1 / MathF.Sqrt(Math.Max(1, known));
        for (var k = 0; k < Size; k++)
        {
            told[k] = share * sums[k] * _units[k];
        }
        Centre(told);
        for (var k = 0; k < Size; k++)
        {
            told[k] = (told[k] - _means[k]) / _spreads[k];
        }
    }

    /// <summary>Takes from the numbers for places what they share: only their differences say anything.</summary>
    public static void Centre(Span<float> told)
    {
        var mean = 0f;
        for (var k = 0; k < Places; k++)
        {
            mean += told[k] / Places;
        }
        for (var k = 0; k < Places; k++)
        {
            told[k] -= mean;
        }
    }
}
