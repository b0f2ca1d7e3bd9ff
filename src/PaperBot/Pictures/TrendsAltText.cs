using System.Globalization;
using PaperBot.Skills.Trends;

namespace PaperBot.Pictures;

/// <summary>Pure: what a picture of trends shows, in words and numbers.</summary>
internal static class TrendsAltText
{
    private const int LongestName = 60;

    /// <returns>1,024 characters at most; where the numbers of all weeks do not fit, their sums.</returns>
    public static string Of(TrendReport report)
    {
        var weeks = report.Topics[0].Weeks;
        var start = Text(
            $"Bars for {weeks.Count} weeks from that of {weeks[0].Monday:d MMMM yyyy} to that of {weeks[^1].Monday:d MMMM yyyy}."
        );
        var unknown = weeks.TakeWhile(week => !week.IsKnown).Count();
        if (unknown > 0)
        {
            start +=
                unknown == 1
                    ? " The first is not in the library."
                    : Text($" The first {unknown} are not in the library.");
        }
        var whole = Joined(start, report.Topics.Select(Whole));
        return whole.Length <= Picture.LongestAltText ? whole : Joined(start, report.Topics.Select(Short));
    }

    private static string Whole(TopicTrend topic)
    {
        var papers = string.Join(", ", topic.Weeks.Select(week => Text($"{week.Papers}")));
        var votes = string.Join(", ", topic.Weeks.Select(week => Text($"{week.Votes ?? 0}")));
        return topic.Papers == 0 ? Short(topic)
            : topic.Votes is null ? $"{Name(topic)}: papers {papers}."
            : $"{Name(topic)}: papers {papers}; votes {votes}.";
    }

    private static string Short(TopicTrend topic) =>
        topic.Best is not { } best
            ? $"{Name(topic)}: no papers."
            : Text(
                $"{Name(topic)}: {topic.Papers:N0} papers{Votes(topic)}, most in the week of {best.Monday:d MMMM yyyy}: {best.Papers:N0}."
            );

    private static string Votes(TopicTrend topic) => topic.Votes is { } votes ? Text($" with {votes:N0} votes") : "";

    private static string Name(TopicTrend topic) =>
        topic.Topic.Length <= LongestName ? topic.Topic : $"{topic.Topic[..LongestName].TrimEnd()}…";

    private static string Joined(string start, IEnumerable<string> topics) => string.Join(' ', topics.Prepend(start));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
