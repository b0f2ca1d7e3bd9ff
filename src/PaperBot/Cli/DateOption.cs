using System.CommandLine;
using System.Globalization;

namespace PaperBot.Cli;

/// <summary>The option that names a day, the same for every verb.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Create(string description) =>
        new("--date")
        {
            Description = description,
            CustomParser = result =>
            {
                if (
                    result.Tokens is [var token]
                    && DateOnly.TryParseExact(
                        token.Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    return day;
                }
                result.AddError("--date takes one day such as 2026-01-05.");
                return null;
            },
        };
}
