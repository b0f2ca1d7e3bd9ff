using System.Globalization;

namespace PaperBot.Pictures;

/// <summary>Pure: round numbers and days for axes.</summary>
internal static class Ticks
{
    private const int FewWeeks = 8;

    /// <summary>Round numbers above 0, two or three of them, the last one not above the most.</summary>
    /// <param name="most">1 or more.</param>
    public static IReadOnlyList<int> Of(int most)
    {
        var step = 1L;
        for (long[] next = [1, 2, 5]; ; next = [.. next.Select(one => one * 10)])
        {
            foreach (var one in next)
            {
                step = one;
                if (most / step <= 3)
                {
                    return [.. Enumerable.Range(1, (int)(most / step)).Select(times => (int)(times * step))];
                }
            }
        }
    }

    /// <summary>Short enough for the end of a bar: 950, 1.2k, 12k, 3.4M.</summary>
    public static string Short(int number) =>
        number switch
        {
            < 1_000 => Text($"{number}"),
            < 9_950 => Text($"{number / 1e3:0.#}k"),
            < 999_500 => Text($"{number / 1e3:0}k"),
            < 9_950_000 => Text($"{number / 1e6:0.#}M"),
            _ => Text($"{number / 1e6:0}M"),
        };

    /// <summary>
    /// What stands below weeks: of few their Mondays, of many the names of months where these begin, and the year in place
    /// of a January. Where two would touch, the newer one stays.
    /// </summary>
    /// <param name="room">Of one week.</param>
    /// <param name="width">Of a text.</param>
    /// <returns>Each with its left edge, from that of the first week; none reaches beyond these weeks.</returns>
    public static IEnumerable<(float Left, string Text)> Below(
        IReadOnlyList<DateOnly> mondays,
        float room,
        Func<string, float> width
    )
    {
        const float Apart = 6;
        var free = mondays.Count * room + Apart;
        for (var week = mondays.Count - 1; week >= 0; week--)
        {
            var text = NameOf(mondays, week);
            var left = Math.Max(
                0,
                Math.Min((week + 0.5f) * room - width(text) / 2, mondays.Count * room - width(text))
            );
            if (text.Length > 0 && left + width(text) + Apart <= free)
            {
                yield return (left, text);
                free = left;
            }
        }
    }

    private static string NameOf(IReadOnlyList<DateOnly> mondays, int week)
    {
        var monday = mondays[week];
        return mondays.Count <= FewWeeks ? monday.ToString("d MMM", CultureInfo.InvariantCulture)
            : week == 0 || monday.Day > 7 ? "" // a month begins nowhere else
            : monday.ToString(monday.Month == 1 ? "yyyy" : "MMM", CultureInfo.InvariantCulture);
    }

    private static string Text(FormattableString number) => number.ToString(CultureInfo.InvariantCulture);
}
