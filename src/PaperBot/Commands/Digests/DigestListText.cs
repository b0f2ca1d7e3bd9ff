using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: topics or authors, with commas between them; "any" for none in particular.</summary>
internal static class DigestListText
{
    public const int Most = 20;

    /// <summary>Characters of one of them.</summary>
    public const int Longest = 80;

    /// <summary>What stands for no choice at all.</summary>
    public const string Any = "any";

    /// <summary>Why a text is no such list; null where it is one.</summary>
    public static string? Objection(string text)
    {
        var items = Items(text);
        return IsAny(items) ? null
            : items.Count > Most ? $"{items.Count} are too many; {Most} are the most."
            : items.FirstOrDefault(item => item.Length > Longest) is { } long1
                ? $"'{long1[..30]}…' is too long; {Longest} letters are the most. Put commas between them."
            : items.FirstOrDefault(item => Words.Of(item).Count == 0) is { } empty ? $"'{empty}' has no word in it."
            : items.Count == 0 ? $"There is nothing between the commas. Write {Any} for no choice."
            : null;
    }

    /// <returns>Empty for "any".</returns>
    /// <exception cref="SkillException">It is no such list.</exception>
    public static IReadOnlyList<string> Parse(string text) =>
        Objection(text) is { } problem ? throw new SkillException(problem)
        : Items(text) is var items && IsAny(items) ? []
        : items;

    /// <summary>Completes the last of them, and leaves the others as they stand.</summary>
    /// <param name="complete">A name that is being typed to those it may become, best first.</param>
    public static IReadOnlyList<Suggestion> Suggest(string typed, Func<string, IEnumerable<string>> complete)
    {
        var comma = typed.LastIndexOfAny([',', ';']);
        var before = Items(typed[..Math.Max(0, comma)]);
        var last = PaperText.Clean(typed[(comma + 1)..]);
        var names = complete(last).Where(name => !name.Contains(',', StringComparison.Ordinal)).ToList();
        // A name that the library does not have may be meant all the same.
        if (last.Length > 0 && !names.Contains(last, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(last);
        }
        if (before.Count == 0 && Any.StartsWith(last, StringComparison.OrdinalIgnoreCase))
        {
            names.Add(Any);
        }
        return
        [
            .. names
                .Where(name => !before.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Select(name => string.Join(", ", before.Append(name)))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(list => new Suggestion(list, list)),
        ];
    }

    private static bool IsAny(List<string> items) =>
        items is [var only] && only.ToLowerInvariant() is Any or "none" or "all";

    private static List<string> Items(string text) =>
        [
            .. text.Split([',', ';', '\n'])
                .Select(PaperText.Clean)
                .Where(item => item.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
