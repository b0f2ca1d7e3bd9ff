using System.Globalization;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>A time at which a digest comes.</summary>
/// <param name="Wall">What the clock of its zone shows then.</param>
internal sealed record RunTime(DateTimeOffset Moment, DateTimeOffset Wall)
{
    public TimeSpan Offset => Wall.Offset;
}

/// <summary>Pure: when a digest comes next, as its zone's clock shows it and in UTC, and what a change of that clock does to it.</summary>
internal static class DigestTimes
{
    private static readonly TimeSpan LongestSearch = TimeSpan.FromDays(400);

    /// <param name="had">Days that have their digest already, or will not get one any more.</param>
    /// <exception cref="Skills.SkillException">The settings make no schedule.</exception>
    public static IReadOnlyList<RunTime> Next(
        DigestSettings settings,
        DateTimeOffset now,
        int count,
        IReadOnlyCollection<DateOnly> had
    )
    {
        var schedule = DigestSchedule.Of(settings);
        var zone = ZoneFinder.Zone(settings.Zone);
        return
        [
            .. schedule
                .After(now)
                .Where(moment => !had.Contains(schedule.DayOf(moment)))
                .Take(count)
                .Select(moment => new RunTime(moment, TimeZoneInfo.ConvertTime(moment, zone))),
        ];
    }

    /// <summary>"Thursday 26 November 2026, 09:00 (2026-11-26 08:00 UTC), in 22 hours".</summary>
    public static string Line(RunTime run, DigestSettings settings, DateTimeOffset now) =>
        $"{Wall(run.Wall)} ({Utc(run.Moment)}), {Span(run.Moment - now)}{Oddity(run, settings)}";

    /// <summary>
    /// Whether the zone's clock is changed between now and the last of the runs, and what that means for them; where it is
    /// not, when it is changed next. Null where it never is.
    /// </summary>
    public static string? ClockChange(IReadOnlyList<RunTime> runs, DigestSettings settings, DateTimeOffset now)
    {
        var zone = ZoneFinder.Zone(settings.Zone);
        if (runs.Count == 0 || Change(zone, now, now + LongestSearch) is not { } change)
        {
            return null;
        }
        var moved = zone.GetUtcOffset(change) - zone.GetUtcOffset(change.AddSeconds(-1));
        var day = Day(TimeZoneInfo.ConvertTime(change.AddSeconds(-1), zone));
        var told =
            $"On {day} the clock of {settings.Zone} is put {(moved > TimeSpan.Zero ? "forward" : "back")} by {Length(moved.Duration())}";
        var at = DigestTimeText.Of(settings.Time);
        if (change > runs[^1].Moment)
        {
            return $"{told}; the digest stays at {at} on it.";
        }
        var before = settings.Time.Add(-zone.GetUtcOffset(change.AddSeconds(-1)));
        var after = settings.Time.Add(-zone.GetUtcOffset(change));
        return $"{told}, between these times: the digest stays at {at} there, and so moves from {DigestTimeText.Of(before)} to {DigestTimeText.Of(after)} UTC.";
    }

    /// <summary>"Thursday 26 November 2026, 09:00".</summary>
    public static string Wall(DateTimeOffset wall) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(wall)}, {wall:HH:mm}");

    /// <summary>The same for a moment, on the clock of a zone and with its name.</summary>
    public static string Wall(DateTimeOffset moment, string zone) =>
        $"{Wall(TimeZoneInfo.ConvertTime(moment, ZoneFinder.IsKnown(zone) ? ZoneFinder.Zone(zone) : TimeZoneInfo.Utc))} ({(ZoneFinder.IsKnown(zone) ? zone : "UTC")})";

    /// <summary>"in 3 hours", "2 days ago", "just now".</summary>
    public static string Span(TimeSpan ahead)
    {
        var minutes = Rounded(ahead.Duration().TotalMinutes);
        var length =
            minutes < 60 ? Count(minutes, "minute")
            : minutes < 48 * 60 ? Count(Rounded(minutes / 60.0), "hour")
            : Count(Rounded(minutes / (24 * 60.0)), "day");
        return minutes == 0
            ? ahead <= TimeSpan.Zero
                ? "just now"
                : "within a minute"
            : ahead < TimeSpan.Zero
                ? $"{length} ago"
                : $"in {length}";
    }

    public static string Day(DateTimeOffset wall) => wall.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    // An hour that the clock leaves out, or shows twice.
    private static string Oddity(RunTime run, DigestSettings settings) =>
        TimeOnly.FromDateTime(run.Wall.DateTime) != settings.Time
            ? $"; the clock leaves out {DigestTimeText.Of(settings.Time)} that day"
        : ZoneFinder.Zone(settings.Zone).IsAmbiguousTime(run.Wall.DateTime)
            ? "; the clock shows that hour twice, the first counts"
        : "";

    // The first moment at which the offset is another than at the beginning: by days, then by halves.
    private static DateTimeOffset? Change(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var offset = zone.GetUtcOffset(from);
        for (var day = from; day < until; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day.AddDays(1)) != offset)
            {
                return Within(zone, day, day.AddDays(1), offset);
            }
        }
        return null;
    }

    private static DateTimeOffset Within(TimeZoneInfo zone, DateTimeOffset same, DateTimeOffset other, TimeSpan offset)
    {
        while (other - same > TimeSpan.FromSeconds(1))
        {
            var middle = same + TimeSpan.FromSeconds(Math.Floor((other - same).TotalSeconds / 2));
            (same, other) = zone.GetUtcOffset(middle) == offset ? (middle, other) : (same, middle);
        }
        return new DateTimeOffset(other.Ticks - (other.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private static string Length(TimeSpan span) =>
        span.Minutes == 0 ? Count(span.Hours, "hour")
        : span.Hours == 0 ? Count(span.Minutes, "minute")
        : $"{Count(span.Hours, "hour")} and {Count(span.Minutes, "minute")}";

    private static long Rounded(double number) => (long)Math.Round(number, MidpointRounding.AwayFromZero);

    private static string Count(long number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";
}
