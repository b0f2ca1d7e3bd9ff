namespace PaperBot.Skills.Summarize;

/// <summary>How a summary is told.</summary>
public enum SummaryStyle
{
    /// <summary>One sentence, then problem, approach and result.</summary>
    Structured,

    /// <summary>One sentence.</summary>
    Tldr,

    /// <summary>Three bullets.</summary>
    Bullets,

    /// <summary>A few sentences for somebody from another field.</summary>
    Plain,
}

public static class SummaryStyles
{
    /// <summary>What may be typed.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. Enum.GetValues<SummaryStyle>().Select(style => style.ToString().ToLowerInvariant())];

    /// <param name="name">One of <see cref="All"/>, in any case; null for the first.</param>
    /// <exception cref="SkillException">It is none of them.</exception>
    public static SummaryStyle Parse(string? name) =>
        name is null ? SummaryStyle.Structured
        : Enum.TryParse<SummaryStyle>(name, ignoreCase: true, out var style) && Enum.IsDefined(style) ? style
        : throw new SkillException($"style takes one of {string.Join(", ", All)}.");
}
