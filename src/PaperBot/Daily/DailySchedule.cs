using PaperBot.Skills.Digests;

namespace PaperBot.Daily;

/// <summary>
/// Pure: at which moment a day's edition is due, and which one is due now. A day is a date on the wall clock of the
/// zone. Its moment is the first at which that clock shows the hour or, where the clock is put forward across the hour,
/// a later one: so an hour that does not exist is replaced by the first that does, and one that comes twice counts the
/// first time.
/// </summary>
internal sealed class DailySchedule(TimeOnly time, TimeZoneInfo zone, bool catchUp)
{
    private readonly WallClock wall = new(zone);

    // Checks come every few minutes: later than this, the hour was missed.
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(15);

    // An edition for late in the evening is still wanted a little after midnight.
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(3);

    /// <param name="options">Checked before, see <see cref="DailyOptionsCheck"/>.</param>
    public static DailySchedule From(DailyOptions options) =>
        new(
            options.ReadTime() ?? throw new ArgumentException("Not a time.", nameof(options)),
            options.ReadZone() ?? throw new ArgumentException("Not a time zone.", nameof(options)),
            options.CatchUp
        );

    /// <summary>The date on the wall clock.</summary>
    public DateOnly DayOf(DateTimeOffset now) => wall.DayOf(now);

    /// <summary>When a day's edition is due; null for a day that the zone skipped (Samoa had no 30 December 2011).</summary>
    public DateTimeOffset? MomentOf(DateOnly day) => wall.MomentOf(day, time);

    public DateTimeOffset NextAfter(DateTimeOffset now) =>
        Moments(now).Select(run => run.Moment).First(moment => moment > now);

    /// <summary>The day whose edition should be out by now, or null where it is too early or too late for one.</summary>
    public DateOnly? Due(DateTimeOffset now)
    {
        var (day, moment) = Moments(now).Last(run => run.Moment <= now);
        var late = now - moment;
        var due = late <= Punctual || (catchUp && (day == DayOf(now) || late <= AfterMidnight));
        return due ? day : null;
    }

    // Some days before and after, because a day may be skipped.
    private IEnumerable<(DateOnly Day, DateTimeOffset Moment)> Moments(DateTimeOffset now)
    {
        var today = DayOf(now);
        for (var offset = -3; offset <= 3; offset++)
        {
            var day = today.AddDays(offset);
            if (MomentOf(day) is { } moment)
            {
                yield return (day, moment);
            }
        }
    }
}
