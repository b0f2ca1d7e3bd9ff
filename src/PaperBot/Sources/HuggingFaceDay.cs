namespace PaperBot.Sources;

/// <summary>Pure: when Hugging Face's list of a day is complete. It closes at 21:30 in New York.</summary>
internal static class HuggingFaceDay
{
    private static readonly TimeOnly Closing = new(21, 30);

    public static DateTimeOffset ClosesAt(DateOnly day) => EasternTime.At(day, Closing);

    /// <summary>The newest list that is complete.</summary>
    public static DateOnly Settled(DateTimeOffset now)
    {
        var day = EasternTime.DayOf(now);
        return ClosesAt(day) <= now ? day : day.AddDays(-1);
    }

    /// <summary>Whether the list of this day is empty as a rule.</summary>
    public static bool IsQuiet(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The newest day whose list must have papers by now: that of the last working day that is settled.</summary>
    public static DateOnly NewestExpected(DateTimeOffset now)
    {
        var day = Settled(now);
        while (IsQuiet(day))
        {
            day = day.AddDays(-1);
        }
        return day;
    }
}
