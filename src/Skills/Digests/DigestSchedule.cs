using System.Globalization;

namespace PaperBot.Skills.Digests;

/// <summary>
/// Pure: on which days, and at which moment of each, a digest is due. Many channels share one, so it is also a key:
/// <see cref="Key"/> and <see cref="Parse"/>.
/// </summary>
public sealed class DigestSchedule
{
    // Of longer ago nobody needs to be told.
    private const int DaysBack = 31;

    // The next one is never further away: a weekly one, and a day that the zone skipped.
    private const int DaysAhead = 15;

    // An evening's digest is still wanted a little after midnight, one that comes once a week for some days.
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(3);
    private static readonly TimeSpan OfAWeek = TimeSpan.FromDays(3);

    private readonly WallClock clock;
    private readonly TimeOnly time;
    private readonly string zone;
    private readonly DigestDays days;

    private DigestSchedule(TimeOnly time, string zone, TimeZoneInfo known, DigestDays days)
    {
        (this.time, this.zone, this.days) = (time, zone, days);
        clock = new WallClock(known);
    }

    /// <exception cref="SkillException">The zone is not known here, or there is no day.</exception>
    public static DigestSchedule Of(DigestSettings settings)
    {
        var on = settings.IsWeekly ? FirstOf(settings.Days) : settings.Days & DigestDays.All;
        return on == DigestDays.None ? throw new SkillException("A digest needs at least one day of the week.")
            : TimeZoneInfo.TryFindSystemTimeZoneById(settings.Zone, out var known)
                ? new DigestSchedule(settings.Time, settings.Zone, known, on)
            : throw new SkillException(
                $"'{settings.Zone}' is no time zone that this computer knows. Take one such as UTC or Europe/Berlin."
            );
    }

    /// <summary>Reads a <see cref="Key"/>.</summary>
    /// <exception cref="SkillException">The zone is not known here any more.</exception>
    public static DigestSchedule Parse(string key)
    {
        var parts = key.Split('|');
        return Of(
            new DigestSettings
            {
                Time = TimeOnly.ParseExact(parts[0], "HH:mm", CultureInfo.InvariantCulture),
                Zone = parts[1],
                Days = (DigestDays)int.Parse(parts[2], CultureInfo.InvariantCulture),
            }
        );
    }

    /// <summary>The same for schedules that are due at the same moments.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{time:HH\\:mm}|{zone}|{(int)days}");

    /// <summary>The date on the wall clock.</summary>
    public DateOnly DayOf(DateTimeOffset now) => clock.DayOf(now);

    /// <summary>When a day's digest is due; null on a day without one.</summary>
    public DateTimeOffset? MomentOf(DateOnly day) => IsOn(day) ? clock.MomentOf(day, time) : null;

    /// <summary>
    /// The day whose digest should be there by now; null where it is too early, or too late for one. What was missed is made
    /// up for on the same day, or until three hours after its hour; a weekly one for three days. Later, the next one does.
    /// </summary>
    public DateOnly? Due(DateTimeOffset now)
    {
        var today = clock.DayOf(now);
        var patience = int.PopCount((int)days) == 1 ? OfAWeek : AfterMidnight;
        for (var day = today; day >= today.AddDays(-1 - patience.Days); day = day.AddDays(-1))
        {
            if (MomentOf(day) is { } moment && moment <= now)
            {
                return day == today || now - moment <= patience ? day : null;
            }
        }
        return null;
    }

    /// <summary>The days before this one that a digest was due on since a moment, oldest first, a month back at most.</summary>
    public IReadOnlyList<DateOnly> Before(DateOnly day, DateTimeOffset since) =>
        [
            .. Enumerable
                .Range(1, DaysBack)
                .Select(back => day.AddDays(-back))
                .Where(earlier => MomentOf(earlier) is { } moment && moment >= since)
                .Reverse(),
        ];

    /// <summary>The next moments after this one, soonest first.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset now)
    {
        for (var day = clock.DayOf(now).AddDays(-1); day < DateOnly.MaxValue.AddDays(-DaysAhead); day = day.AddDays(1))
        {
            if (MomentOf(day) is { } moment && moment > now)
            {
                yield return moment;
            }
        }
    }

    private bool IsOn(DateOnly day) => days.HasFlag(Of(day.DayOfWeek));

    public static DigestDays Of(DayOfWeek day) =>
        day == DayOfWeek.Sunday ? DigestDays.Sunday : (DigestDays)(1 << ((int)day - 1));

    private static DigestDays FirstOf(DigestDays days)
    {
        var all = (int)(days & DigestDays.All);
        return (DigestDays)(all & -all);
    }
}
