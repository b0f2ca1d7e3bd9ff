using System.Runtime.InteropServices;

namespace PaperBot.Skills.Search;

/// <summary>Adds up what papers share with what was asked, and tells those that share most.</summary>
internal sealed class Shares
{
    private const float Worthwhile = 0.4f; // of the best share
    private const float NearBest = 0.75f;

    private readonly Dictionary<long, float> shares = new(4_096);
    private float best;

    /// <summary>How many are so near the best that only a look at them can tell which is.</summary>
    public int CountOfNearBest()
    {
        var count = 0;
        foreach (var share in shares.Values)
        {
            count += share >= best * NearBest ? 1 : 0;
        }
        return count;
    }

    public void Add(List<long> rows, double weight)
    {
        foreach (var row in rows)
        {
            ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(shares, row, out _);
            share += (float)weight;
            best = Math.Max(best, share);
        }
    }

    /// <summary>Best first, the newer of equals first.</summary>
    /// <param name="least">What is less than this part of the best share is left out.</param>
    public List<long> Best(int most, float least = Worthwhile)
    {
        var queue = new PriorityQueue<long, (float, long)>();
        foreach (var (row, share) in shares)
        {
            if (share < best * least)
            {
                continue;
            }
            if (queue.Count < most)
            {
                queue.Enqueue(row, (share, row));
            }
            else
            {
                queue.EnqueueDequeue(row, (share, row));
            }
        }
        var rows = new List<long>(queue.Count);
        while (queue.TryDequeue(out var row, out _))
        {
            rows.Add(row);
        }
        rows.Reverse();
        return rows;
    }
}
