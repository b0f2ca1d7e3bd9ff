using PaperBot.Skills.Papers;

namespace PaperBot.Sources;

/// <summary>Pure: an answer that broke off has failed, and yet what came of it is kept.</summary>
internal static class BrokenAnswer
{
    /// <param name="what">What broke off, such as "arXiv's feed".</param>
    public static FetchResult Of(string what, IReadOnlyList<ReadItem> items) =>
        new(
            FetchOutcome.Failed,
            items.Any(item => item is ReadPaper)
                ? $"{what} broke off in the middle; the papers before that were read."
                : $"{what} broke off before the first paper."
        )
        {
            Advice = SourceProblem.Cut.Advice,
            Items = items,
        };
}
