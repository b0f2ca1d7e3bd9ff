namespace PaperBot.Skills.Versions;

/// <summary>Pure: two texts held against each other, word by word.</summary>
/// <param name="Runs">In reading order; of a change what was removed stands before what was added. Empty for two empty texts.</param>
/// <param name="Numbers">Numbers of one unit between the same words in both texts that differ, in reading order, each pair once.</param>
/// <param name="Gone">Numbers of the text before that stand nowhere in the text after, but for those in <paramref name="Numbers"/>.</param>
/// <param name="New">The other way round.</param>
public sealed record WordDiff(
    IReadOnlyList<DiffRun> Runs,
    IReadOnlyList<NumberChange> Numbers,
    IReadOnlyList<string> Gone,
    IReadOnlyList<string> New
)
{
    /// <summary>Longer texts are held against each other as wholes, in characters.</summary>
    public const int LongestText = 60_000;

    public static WordDiff Of(string before, string after)
    {
        if (Math.Max(before.Length, after.Length) > LongestText)
        {
            return new WordDiff(
                before == after
                    ? [.. Run(DiffKind.Kept, after)]
                    : [.. Run(DiffKind.Removed, before), .. Run(DiffKind.Added, after)],
                [],
                [],
                []
            );
        }
        var (wordsBefore, wordsAfter) = (DiffWords.Of(before), DiffWords.Of(after));
        var pairs = WordAlignment.Of(wordsBefore, wordsAfter);
        var hunks = DiffHunks.Of(
            wordsBefore,
            wordsAfter,
            pairs.Where(pair => wordsBefore[pair.Before].Key == wordsAfter[pair.After].Key)
        );
        var became = pairs
            .Where(pair => wordsBefore[pair.Before].Key != wordsAfter[pair.After].Key && IsPlain(pair))
            .ToList();
        return new WordDiff(
            [.. RunsOf(before, after, wordsBefore, wordsAfter, hunks)],
            [
                .. became
                    .Select(pair => new NumberChange(
                        Text(before, wordsBefore[pair.Before]),
                        Text(after, wordsAfter[pair.After])
                    ))
                    .Distinct(),
            ],
            Only(before, wordsBefore, wordsAfter, [.. became.Select(pair => pair.Before)]),
            Only(after, wordsAfter, wordsBefore, [.. became.Select(pair => pair.After)])
        );

        // Where other words changed with it, the number may count or measure something else now.
        bool IsPlain((int Before, int After) pair)
        {
            var hunk = hunks.Find(hunk => hunk.Before <= pair.Before && pair.Before < hunk.BeforeEnd);
            var length = hunk.BeforeEnd - hunk.Before;
            return pair.Before - hunk.Before == pair.After - hunk.After
                && length == hunk.AfterEnd - hunk.After
                && Enumerable
                    .Range(0, length)
                    .All(i => IsSame(wordsBefore[hunk.Before + i], wordsAfter[hunk.After + i]));
        }

        static bool IsSame(DiffWord before, DiffWord after) => before.Key == after.Key || before.MayBecome(after);
    }

    private static IEnumerable<DiffRun> RunsOf(
        string before,
        string after,
        List<DiffWord> wordsBefore,
        List<DiffWord> wordsAfter,
        List<Hunk> hunks
    )
    {
        var kept = 0;
        foreach (var hunk in hunks)
        {
            foreach (
                var run in (DiffRun[])
                    [
                        .. Run(DiffKind.Kept, Slice(after, wordsAfter, kept, hunk.After)),
                        .. Run(DiffKind.Removed, Removed(hunk)),
                        .. Run(DiffKind.Added, Slice(after, wordsAfter, hunk.After, hunk.AfterEnd)),
                    ]
            )
            {
                yield return run;
            }
            kept = hunk.AfterEnd;
        }
        foreach (var run in Run(DiffKind.Kept, Slice(after, wordsAfter, kept, wordsAfter.Count)))
        {
            yield return run;
        }

        // The text after begins without the blank that stood before its first word.
        string Removed(Hunk hunk) =>
            hunk is { Before: 0, AfterEnd: 0 } && hunk.BeforeEnd < wordsBefore.Count
                ? before[..wordsBefore[hunk.BeforeEnd].Start]
                : Slice(before, wordsBefore, hunk.Before, hunk.BeforeEnd);
    }

    private static IEnumerable<DiffRun> Run(DiffKind kind, string text) =>
        text.Length > 0 ? [new DiffRun(kind, text)] : [];

    private static string Slice(string text, List<DiffWord> words, int start, int end) =>
        start < end ? text[words[start].Lead..words[end - 1].End] : "";

    private static string Text(string text, DiffWord word) => text[word.Start..word.End];

    private static IReadOnlyList<string> Only(
        string text,
        List<DiffWord> words,
        List<DiffWord> others,
        HashSet<int> told
    )
    {
        var there = others.Where(word => word.IsNumber).Select(word => word.Key).ToHashSet();
        return
        [
            .. words
                .Index()
                .Where(one => one.Item.IsNumber && !told.Contains(one.Index) && !there.Contains(one.Item.Key))
                .DistinctBy(one => one.Item.Key)
                .Select(one => Text(text, one.Item)),
        ];
    }
}

/// <summary>A number that became another one, each with its unit as it stands there: "37%", "41 %".</summary>
public sealed record NumberChange(string Before, string After)
{
    /// <summary>What it measures, in the words of the text after: "top-1 accuracy on ImageNet"; null where that is not sure.</summary>
    public string? Of { get; init; }
}
