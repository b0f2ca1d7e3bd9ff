using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>
/// <see cref="FacetContext"/> as bytes, little-endian: "PBC1", the number of features, 20 units of weight, 20 means, 20
/// standard deviations, the features ascending, and 20 weights each in units, 8 bits.
/// </summary>
internal static class FacetContextFile
{
    private const uint Mark = 0x31434250; // "PBC1"
    private const int Size = FacetContext.Size;
    private const int HeadBytes = 8 + (3 * Size * sizeof(float));

    /// <param name="features">Ascending, none of them 0.</param>
    /// <param name="weights"><see cref="FacetContext.Size"/> for each of them.</param>
    /// <param name="means">Of what is told of an ordinary sentence.</param>
    /// <param name="spreads">The standard deviations of the same.</param>
    public static byte[] Write(
        ReadOnlySpan<uint> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> means,
        ReadOnlySpan<float> spreads
    )
    {
        var bytes = new byte[HeadBytes + (features.Length * (sizeof(uint) + Size))];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), features.Length);
        var units = Units(weights);
        WriteAll(bytes.AsSpan(8), units);
        WriteAll(bytes.AsSpan(8 + (Size * sizeof(float))), means);
        WriteAll(bytes.AsSpan(8 + (2 * Size * sizeof(float))), spreads);
        for (var i = 0; i < features.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HeadBytes + (i * sizeof(uint))), features[i]);
        }
        var body = bytes.AsSpan(HeadBytes + (features.Length * sizeof(uint)));
        for (var i = 0; i < weights.Length; i++)
        {
            body[i] = (byte)(sbyte)MathF.Round(weights[i] / units[i % Size]);
        }
        return bytes;
    }

    /// <exception cref="InvalidDataException">These are no weights for contexts.</exception>
    public static FacetContext Read(Stream file)
    {
        var head = new byte[HeadBytes];
        file.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Mark)
        {
            throw new InvalidDataException("Not a file of context weights: it does not begin with PBC1.");
        }
        var count = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        var features = new uint[count];
        var body = new byte[count * (sizeof(uint) + Size)];
        file.ReadExactly(body);
        for (var i = 0; i < count; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(body.AsSpan(i * sizeof(uint)));
        }
        return new FacetContext(
            features,
            MemoryMarshal.Cast<byte, sbyte>(body.AsSpan(count * sizeof(uint))).ToArray(),
            ReadAll(head.AsSpan(8)),
            ReadAll(head.AsSpan(8 + (Size * sizeof(float)))),
            ReadAll(head.AsSpan(8 + (2 * Size * sizeof(float))))
        );
    }

    private static float[] Units(ReadOnlySpan<float> weights)
    {
        var units = new float[Size];
        Array.Fill(units, 1e-9f);
        for (var i = 0; i < weights.Length; i++)
        {
            units[i % Size] = Math.Max(units[i % Size], Math.Abs(weights[i]) / sbyte.MaxValue);
        }
        return units;
    }

    private static void WriteAll(Span<byte> to, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(to[(i * sizeof(float))..], values[i]);
        }
    }

    private static float[] ReadAll(ReadOnlySpan<byte> from)
    {
        var values = new float[Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(from[(i * sizeof(float))..]);
        }
        return values;
    }
}
