namespace PaperBot.Skills.Search;

/// <summary>
/// How many typing mistakes lie between two words: letters inserted, left out, replaced, or two neighbours swapped
/// (optimal string alignment; F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7, 1964).
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 where it is larger.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        var prefix = one.CommonPrefixLength(other);
        one = one[prefix..];
        other = other[prefix..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        if (one.Length > other.Length)
        {
            var shorter = other;
            other = one;
            one = shorter;
        }
        if (other.Length - one.Length > most)
        {
            return most + 1;
        }
        return one.Length == 0 ? other.Length : Math.Min(Table(one, other), most + 1);
    }

    private static int Table(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var width = one.Length + 1;
        Span<int> cells = width <= 64 ? stackalloc int[3 * 64] : new int[3 * width];
        var before = cells[..width]; // two rows up
        var above = cells.Slice(width, width);
        var row = cells.Slice(2 * width, width);
        for (var i = 0; i < width; i++)
        {
            above[i] = i;
        }
        for (var j = 1; j <= other.Length; j++)
        {
            row[0] = j;
            for (var i = 1; i < width; i++)
            {
                var replaced = above[i - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[i] = Math.Min(replaced, 1 + Math.Min(above[i], row[i - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[i] = Math.Min(row[i], before[i - 2] + 1);
                }
            }
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[one.Length];
    }
}
