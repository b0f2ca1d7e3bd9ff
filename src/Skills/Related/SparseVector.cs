using System.Numerics;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Related;

/// <summary>Pure: a text as weights of its terms. Unit length, but for a text without terms, which has length 0.</summary>
/// <param name="Terms">Their numbers, rising.</param>
/// <param name="Weights">One for each term.</param>
internal sealed record SparseVector(int[] Terms, float[] Weights)
{
    public static SparseVector Empty { get; } = new([], []);

    /// <param name="weights">By term; 0 and less are left out.</param>
    public static SparseVector Of(IEnumerable<(int Term, float Weight)> weights)
    {
        var kept = weights.Where(one => one.Weight > 0).OrderBy(one => one.Term).ToArray();
        var values = new float[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            values[i] = kept[i].Weight;
        }
        ToUnitLength(values);
        return new SparseVector(Array.ConvertAll(kept, one => one.Term), values);
    }

    /// <summary>The cosine, 0 to 1.</summary>
    public float With(SparseVector other)
    {
        var sum = 0f;
        for (int i = 0, j = 0; i < Terms.Length && j < other.Terms.Length; )
        {
            if (Terms[i] == other.Terms[j])
            {
                sum += Weights[i++] * other.Weights[j++];
            }
            else if (Terms[i] < other.Terms[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return sum;
    }

    /// <summary>The inner product of two dense vectors of one length; the cosine where both have unit length.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var ones = MemoryMarshal.Cast<float, Vector<float>>(one);
        var others = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < ones.Length; i++)
        {
            sums += ones[i] * others[i];
        }
        var sum = Vector.Sum(sums);
        for (var i = ones.Length * Vector<float>.Count; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /// <summary>Adds a multiple of one dense vector to another of the same length.</summary>
    public static void Add(Span<float> to, ReadOnlySpan<float> what, float times)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(to);
        var parts = MemoryMarshal.Cast<float, Vector<float>>(what);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += parts[i] * times;
        }
        for (var i = sums.Length * Vector<float>.Count; i < to.Length; i++)
        {
            to[i] += what[i] * times;
        }
    }

    public static void ToUnitLength(Span<float> values)
    {
        var length = MathF.Sqrt(Dot(values, values));
        for (var i = 0; length > 0 && i < values.Length; i++)
        {
            values[i] /= length;
        }
    }
}
