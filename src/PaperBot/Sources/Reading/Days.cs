using System.Globalization;

namespace PaperBot.Sources.Reading;

/// <summary>Days as sources write them.</summary>
internal static class Days
{
    private static readonly string[] Plain =
    [
        "yyyy-MM-dd",
        "yyyy/MM/dd",
        "yyyyMMdd",
        "d MMM yyyy",
        "MMM d, yyyy",
        "d MMMM yyyy",
        "MMMM d, yyyy",
    ];

    /// <summary>The day of a date or, in UTC, of a moment; null where none can be read.</summary>
    public static DateOnly? Read(string? text)
    {
        if (text is null || text.Length > 64)
        {
            return null;
        }
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, Plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        return Moment(trimmed) is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;
    }

    /// <summary>A moment in ISO 8601 or as in mail and RSS; without a zone it is UTC.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        text is { Length: >= 10 and <= 64 }
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && moment.Year is > 1900 and < 9000
            ? moment
            : null;
}
