using System.Buffers.Binary;

namespace PaperBot.Skills.Language;

/// <summary>
/// <see cref="FacetModel"/> as bytes, little-endian: "PBF1", the number of features, the size of one unit of weight, 75
/// weights of steps, the features' numbers ascending, and five weights each in units, 16 bits.
/// </summary>
internal static class FacetModelFile
{
    private const uint Mark = 0x31464250; // "PBF1"
    private const int StepCount = FacetChain.Places * FacetChain.Steps;
    private const int HeadBytes = 12 + (StepCount * sizeof(float));

    /// <param name="features">Ascending, none of them 0.</param>
    /// <param name="weights">Five for each of them.</param>
    /// <param name="steps">75 weights.</param>
    public static byte[] Write(ReadOnlySpan<uint> features, ReadOnlySpan<double> weights, ReadOnlySpan<double> steps)
    {
        var most = 1e-9;
        foreach (var weight in weights)
        {
            most = Math.Max(most, Math.Abs(weight));
        }
        var unit = (float)(most / short.MaxValue);
        var bytes = new byte[HeadBytes + (features.Length * (sizeof(uint) + (FacetChain.Facets * sizeof(short))))];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), features.Length);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), unit);
        var at = 12;
        foreach (var step in steps)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), (float)step);
            at += sizeof(float);
        }
        foreach (var feature in features)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), feature);
            at += sizeof(uint);
        }
        foreach (var weight in weights)
        {
            var units = Math.Clamp(Math.Round(weight / unit), -short.MaxValue, short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), (short)units);
            at += sizeof(short);
        }
        return bytes;
    }

    /// <exception cref="InvalidDataException">These are no weights for facets.</exception>
    public static FacetModel Read(Stream file)
    {
        var head = new byte[HeadBytes];
        file.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Mark)
        {
            throw new InvalidDataException("Not a file of facet weights: it does not begin with PBF1.");
        }
        var count = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        var unit = BinaryPrimitives.ReadSingleLittleEndian(head.AsSpan(8));
        var steps = new float[StepCount];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = BinaryPrimitives.ReadSingleLittleEndian(head.AsSpan(12 + (i * sizeof(float))));
        }
        var body = new byte[count * (sizeof(uint) + (FacetChain.Facets * sizeof(short)))];
        file.ReadExactly(body);
        var features = new uint[count];
        for (var i = 0; i < count; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(body.AsSpan(i * sizeof(uint)));
        }
        var weights = new float[count * FacetChain.Facets];
        var units = body.AsSpan(count * sizeof(uint));
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = unit * BinaryPrimitives.ReadInt16LittleEndian(units[(i * sizeof(short))..]);
        }
        return new FacetModel(features, weights, steps);
    }
}
