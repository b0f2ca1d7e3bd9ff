namespace PaperBot.Skills.Digests;

/// <summary>
/// Pure: dates and hours on the wall clock of a zone. The moment of an hour is the first at which the clock shows it or,
/// where the clock is put forward across the hour, a later one: so an hour that does not exist is replaced by the first that
/// does, and one that comes twice counts the first time.
/// </summary>
public sealed class WallClock(TimeZoneInfo zone)
{
    /// <summary>The date on the wall clock.</summary>
    public DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(At(now));

    /// <summary>What the clock shows.</summary>
    public DateTime At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    /// <summary>The moment of an hour of a day; null for a day that the zone skipped (Samoa had no 30 December 2011).</summary>
    public DateTimeOffset? MomentOf(DateOnly day, TimeOnly time) =>
        DayOf(FirstAt(day.ToDateTime(TimeOnly.MinValue))) == day ? FirstAt(day.ToDateTime(time)) : null;

    private DateTimeOffset FirstAt(DateTime wanted)
    {
        // No zone is more than 14 hours from UTC, so these stand on either side, each with the offset that holds there.
        var guess = new DateTimeOffset(wanted, TimeSpan.Zero);
        var before = guess.AddHours(-15);
        var after = guess.AddHours(15);
        TimeSpan[] offsets = [zone.GetUtcOffset(before), zone.GetUtcOffset(after)];
        var exact = offsets
            .Select(offset => guess - offset)
            .Where(moment => At(moment) == wanted)
            .Order()
            .Select(moment => (DateTimeOffset?)moment)
            .FirstOrDefault();
        return exact ?? EndOfGap(before, after, wanted);
    }

    private DateTimeOffset EndOfGap(DateTimeOffset before, DateTimeOffset after, DateTime wanted)
    {
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + TimeSpan.FromSeconds(Math.Floor((after - before).TotalSeconds / 2));
            (before, after) = At(middle) < wanted ? (middle, after) : (before, middle);
        }
        return after;
    }
}
