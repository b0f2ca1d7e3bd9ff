using System.Runtime.InteropServices;

namespace PaperBot.Skills.Versions;

/// <summary>A place where two texts differ: pieces of the one stand for pieces of the other; one side may be empty.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hunk(int Before, int BeforeEnd, int After, int AfterEnd);

/// <summary>The places where two texts differ, so that a person reads them easily.</summary>
internal static class DiffHunks
{
    private const int MostInIsland = 4; // words; five that were kept are a phrase and worth seeing

    /// <param name="pairs">What was kept, rising.</param>
    public static List<Hunk> Of(
        IReadOnlyList<DiffWord> before,
        IReadOnlyList<DiffWord> after,
        IEnumerable<(int Before, int After)> pairs
    )
    {
        var hunks = new List<Hunk>();
        var (i, j) = (0, 0);
        foreach (var (nextBefore, nextAfter) in pairs.Append((before.Count, after.Count)))
        {
            if (nextBefore > i || nextAfter > j)
            {
                hunks.Add(new Hunk(i, nextBefore, j, nextAfter));
            }
            (i, j) = (nextBefore + 1, nextAfter + 1);
        }
        var joined = WithoutIslands(before, after, hunks);
        for (var at = 0; at < joined.Count; at++)
        {
            joined[at] = Slid(
                before,
                after,
                joined[at],
                at == 0 ? joined[at].After : joined[at].After - joined[at - 1].AfterEnd - 1,
                at == joined.Count - 1
                    ? after.Count - joined[at].AfterEnd
                    : joined[at + 1].After - joined[at].AfterEnd - 1
            );
        }
        return joined;
    }

    // A few kept words between two larger changes part what was one change. As the "semantic clean-up" of Google's
    // diff-match-patch (https://github.com/google/diff-match-patch): no longer than the change on either side. Sentences stay
    // apart.
    private static List<Hunk> WithoutIslands(
        IReadOnlyList<DiffWord> before,
        IReadOnlyList<DiffWord> after,
        IReadOnlyList<Hunk> hunks
    )
    {
        var joined = new List<Hunk>();
        foreach (var hunk in hunks)
        {
            var current = hunk;
            while (joined.Count > 0 && IsIsland(joined[^1], current))
            {
                current = current with { Before = joined[^1].Before, After = joined[^1].After };
                joined.RemoveAt(joined.Count - 1);
            }
            joined.Add(current);
        }
        return joined;

        bool IsIsland(Hunk left, Hunk right)
        {
            var island = Enumerable.Range(left.AfterEnd, right.After - left.AfterEnd).Select(i => after[i]).ToList();
            return island.Count(word => word.IsWord) <= MostInIsland
                && !island.Exists(EndsSentence)
                && island.Sum(word => word.Length) <= Math.Min(Size(left), Size(right));
        }

        int Size(Hunk hunk) =>
            Math.Max(Letters(before, hunk.Before, hunk.BeforeEnd), Letters(after, hunk.After, hunk.AfterEnd));
    }

    private static int Letters(IReadOnlyList<DiffWord> words, int start, int end) =>
        Enumerable.Range(start, end - start).Sum(i => words[i].Length);

    // What was only added or only removed can often begin earlier or later and be the same change: "A. [B.] C" rather
    // than "A[. B]. C". It begins best where a sentence or a clause does.
    private static Hunk Slid(
        IReadOnlyList<DiffWord> before,
        IReadOnlyList<DiffWord> after,
        Hunk hunk,
        int mostLeft,
        int mostRight
    )
    {
        var isAdded = hunk.Before == hunk.BeforeEnd;
        if (!isAdded && hunk.After != hunk.AfterEnd)
        {
            return hunk;
        }
        var words = isAdded ? after : before;
        var (start, end) = isAdded ? (hunk.After, hunk.AfterEnd) : (hunk.Before, hunk.BeforeEnd);
        var (best, by) = (Opening(words, start), 0);
        for (var left = 1; left <= mostLeft && words[start - left].Key == words[end - left].Key; left++)
        {
            Try(-left);
        }
        for (var right = 1; right <= mostRight && words[start + right - 1].Key == words[end + right - 1].Key; right++)
        {
            Try(right);
        }
        return new Hunk(hunk.Before + by, hunk.BeforeEnd + by, hunk.After + by, hunk.AfterEnd + by);

        void Try(int shift)
        {
            if (Opening(words, start + shift) is var value && value > best)
            {
                (best, by) = (value, shift);
            }
        }
    }

    private static bool EndsSentence(DiffWord word) => word.Key is "." or "!" or "?" or "。";

    private static int Opening(IReadOnlyList<DiffWord> words, int start) =>
        start == 0 ? 3
        : EndsSentence(words[start - 1]) ? 3
        : words[start - 1].Key is "," or ";" or ":" ? 2
        : words[start].Lead < words[start].Start ? 1
        : 0;
}
