using System.Numerics;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Related;

/// <summary>
/// Where the papers of a library lie among its topics: a byte for each of the first topics, some 100 bytes a paper. All of
/// them are looked at for a question, which takes a millisecond for 100,000. For many threads.
/// </summary>
/// <param name="dimensions">How many topics there are; of more than <see cref="Most"/> the first are kept.</param>
internal sealed class PaperPlaces(int dimensions)
{
    /// <summary>The first topics tell most.</summary>
    public const int Most = 96;

    private const float Scale = sbyte.MaxValue; // no component of unit length is larger than 1

    private readonly int width = Math.Min(dimensions, Most);
    private readonly Lock adding = new();
    private sbyte[] places = [];
    private int[] rows = [];
    private int count;

    /// <summary>The paper that was placed last, by its row; they come in the order of their rows.</summary>
    public long LastRow { get; private set; }

    /// <param name="row">Of the paper; larger than those before.</param>
    /// <param name="place">From <see cref="TopicSpace.PlaceOf"/>.</param>
    public void Add(long row, ReadOnlySpan<float> place)
    {
        lock (adding)
        {
            if (count == rows.Length)
            {
                // Who reads meanwhile goes on with the arrays he has.
                Array.Resize(ref rows, Math.Max(1_024, rows.Length * 3 / 2));
                Array.Resize(ref places, rows.Length * width);
            }
            Write(place, places.AsSpan(count * width, width));
            rows[count++] = (int)row;
            LastRow = row;
        }
    }

    /// <returns>The rows of the nearest papers, nearest first.</returns>
    public List<long> Nearest(ReadOnlySpan<float> place, int most)
    {
        sbyte[] all;
        int[] known;
        int end;
        lock (adding)
        {
            (all, known, end) = (places, rows, count);
        }
        Span<sbyte> asked = stackalloc sbyte[width];
        Write(place, asked);
        var nearest = new PriorityQueue<int, int>();
        var least = 0; // what is no nearer than chance is not near
        for (var i = 0; i < end; i++)
        {
            var nearness = Dot(asked, all.AsSpan(i * width, width));
            if (nearness > least)
            {
                nearest.Enqueue(known[i], nearness);
                if (nearest.Count > most)
                {
                    nearest.Dequeue();
                    nearest.TryPeek(out _, out least);
                }
            }
        }
        return [.. nearest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => (long)item.Element)];
    }

    private static void Write(ReadOnlySpan<float> place, Span<sbyte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(place[i] * Scale);
        }
    }

    private static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var ones = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(one);
        var others = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(other);
        var sums = Vector<int>.Zero;
        for (var i = 0; i < ones.Length; i++)
        {
            Vector.Widen(ones[i], out var low, out var high);
            Vector.Widen(others[i], out var otherLow, out var otherHigh);
            // 127 times 127 fits into 16 bits, the sum of two does not.
            Vector.Widen(low * otherLow, out var a, out var b);
            Vector.Widen(high * otherHigh, out var c, out var d);
            sums += a + b + c + d;
        }
        var sum = Vector.Sum(sums);
        for (var i = ones.Length * Vector<sbyte>.Count; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
