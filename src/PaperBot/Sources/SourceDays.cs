using System.Globalization;

namespace PaperBot.Sources;

/// <summary>Days as sources' sentences name them.</summary>
internal static class SourceDays
{
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Long(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
}
