namespace PaperBot.Skills.Writing;

/// <summary>Pure: what models write where they have nothing to say.</summary>
internal static class Nothing
{
    private static readonly string[] Words =
    [
        "",
        "-",
        "n/a",
        "na",
        "none",
        "null",
        "unknown",
        "not stated",
        "not mentioned",
        "not specified",
        "not provided",
        "not given",
        "not reported",
        "not available",
        "not applicable",
    ];

    public static bool IsSaidBy(string text)
    {
        var said = text.Trim().TrimEnd('.').Replace(" in the abstract", "", StringComparison.OrdinalIgnoreCase);
        return Words.Contains(said, StringComparer.OrdinalIgnoreCase);
    }
}
