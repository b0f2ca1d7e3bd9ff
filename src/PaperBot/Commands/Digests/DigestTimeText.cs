using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Skills;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: the time of day as people write it: 9, 9:30, 09:00, 9.30, 0930, 9am, 9:30 pm, 14h, 14h30, noon, midnight.</summary>
internal static partial class DigestTimeText
{
    private static readonly string[] Usual =
    [
        "09:00",
        "08:00",
        "10:00",
        "07:00",
        "08:30",
        "09:30",
        "11:00",
        "12:00",
        "14:00",
        "16:00",
        "17:00",
        "18:00",
    ];

    /// <summary>Why a text is no time of day; null where it is one.</summary>
    public static string? Objection(string text) => Read(text).Problem;

    /// <exception cref="SkillException">It is no time of day.</exception>
    public static TimeOnly Parse(string text)
    {
        var (time, problem) = Read(text);
        return time ?? throw new SkillException(problem!); // one of the two is there
    }

    public static string Of(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Times that what was typed may become.</summary>
    public static IReadOnlyList<string> Suggest(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
        {
            return Usual;
        }
        var half = Read(text).Time is { } time
            ? [Of(time), .. time.Minute == 0 ? new[] { Of(time.AddMinutes(30)) } : []]
            : Array.Empty<string>();
        return [.. half.Concat(Usual.Where(usual => usual.StartsWith(text, StringComparison.Ordinal))).Distinct()];
    }

    private static (TimeOnly? Time, string? Problem) Read(string text)
    {
        var typed = text.Trim().ToLowerInvariant();
        switch (typed)
        {
            case "noon" or "midday":
                return (new TimeOnly(12, 0), null);
            case "midnight":
                return (TimeOnly.MinValue, null);
        }
        var match = Form().Match(typed);
        if (!match.Success)
        {
            return (null, $"'{Shown(text)}' is no time of day.{Advice}");
        }
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } more
            ? int.Parse(more.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12)
            {
                return (
                    null,
                    $"'{Shown(text)}' is no time of day: before am and pm stands a number from 1 to 12.{Advice}"
                );
            }
            hour = (hour % 12) + (half.ValueSpan[0] == 'p' ? 12 : 0);
        }
        return hour == 24 ? (null, $"A day ends before 24:00. Write 0:00 for midnight.{Advice}")
            : hour > 23 || minute > 59 ? (null, $"'{Shown(text)}' is no time of day.{Advice}")
            : (new TimeOnly(hour, minute), null);
    }

    private const string Advice = " Write it like 9, 9:30, 21:15 or 9pm.";

    private static string Shown(string text) => PaperText.Clean(text.Length > 30 ? text[..30] + "…" : text);

    [GeneratedRegex(
        @"^(at )?(?<hour>[0-9]{1,2}?)(\s*[:.h]?\s*(?<minute>[0-9]{2}))?\s*(h|uhr|o'?clock)?\s*((?<half>[ap])\.?\s?m\.?)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
