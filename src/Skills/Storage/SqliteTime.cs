using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Storage;

/// <summary>Moments as the library stores them: UTC, to the second, so that their order is that of their text.</summary>
internal static class SqliteTime
{
    private const string Format = "yyyy-MM-ddTHH:mm:ssZ";

    public static string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The moment as it comes back from the library.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    public static DateTimeOffset GetStamp(this SqliteDataReader reader, int column) =>
        DateTimeOffset.Parse(reader.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateOnly GetDay(this SqliteDataReader reader, int column) => Day(reader.GetString(column));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
