namespace PaperBot.Skills.Versions;

/// <summary>
/// Which pieces of two texts stand for each other: the heaviest common subsequence. Words weigh more than signs, and a
/// piece that follows one which is kept too weighs more than one alone, so that whole phrases are kept rather than single
/// "the" and "of" (affine gaps as in O. Gotoh, J. Mol. Biol. 162, 1982). Two different numbers of one unit may stand for each other.
/// </summary>
internal static class WordAlignment
{
    /// <summary>Of more pairs of pieces than this, in the part that differs, none is kept: 4 MB and some 20 ms.</summary>
    public const int MostCells = 4_000_000;

    private const int LongWord = 4; // letters
    private const int Together = 2;
    private const int Impossible = int.MinValue / 2;

    // How a cell came to its score; the last says that the pair continues a kept phrase.
    private const byte Match = 1;
    private const byte SkipBefore = 2;
    private const byte SkipAfter = 3;
    private const byte Continues = 4;

    /// <returns>Pairs of places, rising on both sides.</returns>
    public static List<(int Before, int After)> Of(IReadOnlyList<DiffWord> before, IReadOnlyList<DiffWord> after)
    {
        var same = 0;
        while (same < before.Count && same < after.Count && before[same].Key == after[same].Key)
        {
            same++;
        }
        var (endBefore, endAfter) = (before.Count, after.Count);
        while (endBefore > same && endAfter > same && before[endBefore - 1].Key == after[endAfter - 1].Key)
        {
            (endBefore, endAfter) = (endBefore - 1, endAfter - 1);
        }
        return
        [
            .. Enumerable.Range(0, same).Select(i => (i, i)),
            .. Middle(before, after, same, endBefore, endAfter),
            .. Enumerable.Range(0, before.Count - endBefore).Select(i => (endBefore + i, endAfter + i)),
        ];
    }

    private static List<(int, int)> Middle(
        IReadOnlyList<DiffWord> before,
        IReadOnlyList<DiffWord> after,
        int start,
        int endBefore,
        int endAfter
    )
    {
        var (rows, columns) = (endBefore - start, endAfter - start);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostCells)
        {
            return [];
        }
        var how = new byte[(rows + 1) * (columns + 1)];
        var (best, matched) = (new int[columns + 1], new int[columns + 1]);
        Array.Fill(matched, Impossible);
        for (var i = 1; i <= rows; i++)
        {
            var word = before[start + i - 1];
            var (bestDiagonal, matchedDiagonal) = (best[0], matched[0]);
            for (var j = 1; j <= columns; j++)
            {
                var (bestAbove, matchedAbove) = (best[j], matched[j]);
                var weight = Weight(word, after[start + j - 1]);
                var continues = matchedDiagonal + Together > bestDiagonal;
                matched[j] = weight == 0 ? Impossible : weight + Math.Max(bestDiagonal, matchedDiagonal + Together);
                var cell = bestAbove >= best[j - 1] ? SkipBefore : SkipAfter;
                best[j] = Math.Max(bestAbove, best[j - 1]);
                if (matched[j] > best[j])
                {
                    (best[j], cell) = (matched[j], Match);
                }
                how[(i * (columns + 1)) + j] = (byte)(cell | (continues ? Continues : 0));
                (bestDiagonal, matchedDiagonal) = (bestAbove, matchedAbove);
            }
        }
        return Back(how, rows, columns, start);
    }

    private static List<(int, int)> Back(byte[] how, int rows, int columns, int start)
    {
        var pairs = new List<(int, int)>();
        var (i, j, mustMatch) = (rows, columns, false);
        while (i > 0 && j > 0)
        {
            var cell = how[(i * (columns + 1)) + j];
            switch (mustMatch ? Match : cell & ~Continues)
            {
                case Match:
                    pairs.Add((start + i - 1, start + j - 1));
                    mustMatch = (cell & Continues) != 0;
                    (i, j) = (i - 1, j - 1);
                    break;
                case SkipBefore:
                    i--;
                    break;
                default:
                    j--;
                    break;
            }
        }
        pairs.Reverse();
        return pairs;
    }

    private static int Weight(DiffWord before, DiffWord after) =>
        before.Key == after.Key
            ? (
                before.IsNumber ? 5
                : !before.IsWord ? 1
                : before.Length >= LongWord ? 4
                : 3
            )
        : before.MayBecome(after) ? 2
        : 0;
}
