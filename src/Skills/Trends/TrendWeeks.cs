using System.Globalization;

namespace PaperBot.Skills.Trends;

/// <summary>A paper of a topic.</summary>
/// <param name="Day">Of the first list it was on, else of its first version.</param>
/// <param name="IsListed">The day is that of a list.</param>
/// <param name="Votes">As they were last counted; null where no source counts any.</param>
internal sealed record DatedPaper(long Row, DateOnly Day, bool IsListed, int? Votes)
{
    public bool IsSample { get; init; }
}

/// <summary>Pure: days to ISO weeks, papers into their weeks, and what is to be said of them.</summary>
internal static class TrendWeeks
{
    private const int Days = 7;

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Days));

    /// <summary>The Mondays of so many weeks, oldest first; the last week is the one with this day.</summary>
    public static IReadOnlyList<DateOnly> Until(DateOnly last, int weeks) =>
        [.. Enumerable.Range(1 - weeks, weeks).Select(back => MondayOf(last).AddDays(back * Days))];

    /// <param name="known">Whether the library holds anything of each week.</param>
    public static TopicTrend Count(
        string topic,
        IReadOnlyList<DateOnly> mondays,
        IReadOnlyList<bool> known,
        IEnumerable<DatedPaper> papers
    )
    {
        var byWeek = papers.ToLookup(paper => MondayOf(paper.Day));
        return new TopicTrend(
            topic,
            [
                .. mondays.Select(
                    (monday, i) =>
                    {
                        var votes = byWeek[monday].Select(paper => paper.Votes).OfType<int>().ToList();
                        return new TrendWeek(
                            monday,
                            byWeek[monday].Count(),
                            votes.Count > 0 ? votes.Sum() : null,
                            known[i]
                        );
                    }
                ),
            ]
        );
    }

    /// <param name="newest">The newest day that the library knows.</param>
    public static string About(
        IReadOnlyList<DateOnly> mondays,
        IReadOnlyList<bool> known,
        DateOnly newest,
        DateOnly today
    )
    {
        var sentence =
            $"The {mondays.Count} weeks from {Long(mondays[0])} to {Long(mondays[^1].AddDays(Days - 1))}{Now(mondays[^1], newest, today)}.";
        var first = known.ToList().IndexOf(true);
        return first > 0
            ? $"{sentence} The library holds nothing of the weeks before {Long(mondays[first])}."
            : sentence;
    }

    /// <summary>How the papers came into their weeks; of several topics together.</summary>
    public static string Counting(IReadOnlyList<DatedPaper> papers)
    {
        var unlisted = papers.Count(paper => !paper.IsListed);
        var weeks =
            papers.Count == 0
                ? "Papers would count in the week of the first list they were on, or of their first version."
            : unlisted == 0 ? "Papers count in the week of the first list they were on."
            : unlisted == papers.Count ? "Papers count in the week of their first version; they were on no list."
            : $"Papers count in the week of the first list they were on; {unlisted:N0} of {papers.Count:N0}, on no list, in that of their first version.";
        var votes =
            papers.Count == 0 ? ""
            : papers.Any(paper => paper.Votes is not null)
                ? " Votes are those that the papers of a week have now; the younger a paper, the less time it had to get any."
            : " No source counts votes for these papers.";
        return weeks + votes;
    }

    private static string Now(DateOnly last, DateOnly newest, DateOnly today) =>
        last == MondayOf(today) ? ", the last of them not over"
        : newest < today ? $"; the library knows nothing newer than {Long(newest)}"
        : "";

    private static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
