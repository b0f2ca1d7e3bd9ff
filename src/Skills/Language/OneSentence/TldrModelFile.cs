using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language.OneSentence;

/// <summary>
/// <see cref="TldrModel"/> as bytes, little-endian: "PBT1", then three tables for words, pairs and phrases (the number of
/// features, the size of one unit of weight, the features' numbers ascending, a weight each in units, 16 bits), then a
/// weight for each of <see cref="TldrFeatures"/>, 32 bits.
/// </summary>
internal static class TldrModelFile
{
    private const uint Mark = 0x31544250; // "PBT1"

    public static byte[] Write(IReadOnlyList<(uint[] Features, float[] Weights)> tables, float[] features)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(Mark);
        foreach (var (numbers, weights) in tables)
        {
            var unit = Math.Max(1e-9f, weights.Length == 0 ? 0 : weights.Max(MathF.Abs)) / short.MaxValue;
            to.Write(numbers.Length);
            to.Write(unit);
            to.Write(MemoryMarshal.AsBytes<uint>(numbers));
            foreach (var weight in weights)
            {
                to.Write((short)MathF.Round(weight / unit));
            }
        }
        foreach (var weight in features)
        {
            to.Write(weight);
        }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">These are no weights for the one sentence.</exception>
    public static TldrModel Read(Stream file)
    {
        using var from = new BinaryReader(file);
        if (from.ReadUInt32() != Mark)
        {
            throw new InvalidDataException("Not a file of weights for the one sentence: it does not begin with PBT1.");
        }
        var words = new TldrWeights(ReadTable(from), ReadTable(from), ReadTable(from));
        var features = new float[TldrFeatures.Count];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = from.ReadSingle();
        }
        return new TldrModel(words, features);
    }

    private static HashedWeights ReadTable(BinaryReader from)
    {
        var count = from.ReadInt32();
        var unit = from.ReadSingle();
        var numbers = from.ReadBytes(count * sizeof(uint));
        var units = from.ReadBytes(count * sizeof(short));
        var features = new uint[count];
        var weights = new float[count];
        for (var i = 0; i < count; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(numbers.AsSpan(i * sizeof(uint)));
            weights[i] = unit * BinaryPrimitives.ReadInt16LittleEndian(units.AsSpan(i * sizeof(short)));
        }
        return new HashedWeights(features, weights);
    }
}
