namespace PaperBot.Skills.Search;

/// <summary>Pure: the index says that a title may have what was typed; these say whether it does.</summary>
internal static class TitleParts
{
    /// <summary>Whether the title has every word, the last one perhaps unfinished.</summary>
    public static bool HasWords(IReadOnlyList<string> title, IReadOnlyList<string> typed) =>
        typed.Take(typed.Count - 1).All(title.Contains)
        && title.Any(word => word.StartsWith(typed[^1], StringComparison.Ordinal));

    /// <summary>Whether each word that was typed is at least a part of one of the title's.</summary>
    public static bool HasParts(IReadOnlyList<string> title, IReadOnlyList<string> typed) =>
        typed.All(part => title.Any(word => word.Contains(part, StringComparison.Ordinal)));
}
