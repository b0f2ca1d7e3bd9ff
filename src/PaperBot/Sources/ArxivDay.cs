namespace PaperBot.Sources;

/// <summary>
/// Pure: on which days arXiv's feeds are empty as a rule. They are made at midnight in New York; there is none on weekends
/// and on arXiv's holidays (https://info.arxiv.org/help/availability.html).
/// </summary>
internal static class ArxivDay
{
    public static bool IsQuiet(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(day);

    // Those of the United States that arXiv keeps; around them a day may be empty too, so it is not told as a fault.
    private static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (6, 19) or (7, 4) or (12, 24) or (12, 25) or (12, 26) or (12, 31)
        || (day is { Month: 1, DayOfWeek: DayOfWeek.Monday, Day: >= 15 and <= 21 }) // Martin Luther King Jr.
        || (day is { Month: 5, DayOfWeek: DayOfWeek.Monday, Day: >= 25 }) // Memorial Day
        || (day is { Month: 9, DayOfWeek: DayOfWeek.Monday, Day: <= 7 }) // Labor Day
        || (day is { Month: 11, DayOfWeek: DayOfWeek.Thursday, Day: >= 22 and <= 28 }) // Thanksgiving
        || (day is { Month: 11, DayOfWeek: DayOfWeek.Friday, Day: >= 23 and <= 29 });
}
