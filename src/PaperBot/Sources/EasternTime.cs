namespace PaperBot.Sources;

/// <summary>The clock of New York, by which arXiv announces and Hugging Face closes its lists.</summary>
internal static class EasternTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone)
        ? zone
        : OwnRules();

    public static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment when New York's clocks show this time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    // For a machine without time zone data: the rule of the Energy Policy Act, in force since 2007.
    private static TimeZoneInfo OwnRules()
    {
        var twoOClock = new DateTime(1, 1, 1, 2, 0, 0);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(twoOClock, 3, 2, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(twoOClock, 11, 1, DayOfWeek.Sunday)
        );
        return TimeZoneInfo.CreateCustomTimeZone(
            "America/New_York",
            TimeSpan.FromHours(-5),
            "Eastern Time",
            "EST",
            "EDT",
            [summer]
        );
    }
}
