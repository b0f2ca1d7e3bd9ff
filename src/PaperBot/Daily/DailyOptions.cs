using System.Globalization;
using Microsoft.Extensions.Options;

namespace PaperBot.Daily;

/// <summary>Section <c>Daily</c>: when the edition is posted and how long it is.</summary>
internal sealed class DailyOptions
{
    public const int MostPapers = 20;

    /// <summary>Hours and minutes, on the clock of <see cref="TimeZone"/>.</summary>
    public string Time { get; init; } = "09:00";

    /// <summary>A name of the IANA time zone database, such as Europe/Berlin.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>How many papers an edition has at most, 1 to 20.</summary>
    public int Papers { get; init; } = 5;

    /// <summary>Whether an hour that was missed (program off, computer asleep) is made up for when it is back.</summary>
    public bool CatchUp { get; init; } = true;

    public TimeOnly? ReadTime() =>
        TimeOnly.TryParseExact(
            Time?.Trim(),
            ["HH:mm", "H:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    public TimeZoneInfo? ReadZone() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var zone) ? zone : null;
}

/// <summary>Says in a sentence what is wrong; a wrong setting stops the program at its start.</summary>
internal sealed class DailyOptionsCheck : IValidateOptions<DailyOptions>
{
    public ValidateOptionsResult Validate(string? name, DailyOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Problems(DailyOptions options)
    {
        if (options.ReadTime() is null)
        {
            yield return $"Daily:Time must be a time such as 09:00; '{options.Time}' is not.";
        }
        if (options.ReadZone() is null)
        {
            yield return $"Daily:TimeZone must be a time zone that this computer knows, such as UTC or Europe/Berlin; '{options.TimeZone}' is not.";
        }
        if (options.Papers is < 1 or > DailyOptions.MostPapers)
        {
            yield return $"Daily:Papers must be a number from 1 to {DailyOptions.MostPapers}; {options.Papers} is not.";
        }
    }
}
