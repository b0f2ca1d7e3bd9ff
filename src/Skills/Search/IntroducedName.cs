using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Pure: does an abstract give its own work this name? "Our models, named ResNeXt" does, "pruned versions of ResNeXt" does not.
/// </summary>
internal static class IntroducedName
{
    private const int Lead = 80; // letters before the name that can say so

    private static readonly HashSet<string> Calling =
    [
        "called",
        "call",
        "named",
        "name",
        "dubbed",
        "dub",
        "termed",
        "term",
        "coined",
    ];

    private static readonly HashSet<string> Presenting =
    [
        "propose",
        "proposes",
        "introduce",
        "introduces",
        "present",
        "presents",
        "develop",
        "develops",
        "release",
        "releases",
    ];

    private static readonly HashSet<string> Articles = ["the", "our"];

    /// <param name="title">Where the words stand that an acronym is short for.</param>
    /// <param name="text">The abstract.</param>
    /// <param name="name">As somebody typed it.</param>
    public static bool IsIn(string title, string text, string name)
    {
        for (
            var start = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            start >= 0;
            start = text.IndexOf(name, start + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (
                IsWhole(text, start, start + name.Length)
                && LooksLikeName(text.AsSpan(start, name.Length))
                && IsLedIn(title, text, start, name)
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsWhole(string text, int start, int end)
    {
        var after = end < text.Length && text[end] == 's' ? end + 1 : end;
        return (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
            && (after >= text.Length || !char.IsLetterOrDigit(text[after]));
    }

    // Names are written MoE, ResNeXt, CoE-2: not as a word that merely begins a sentence.
    private static bool LooksLikeName(ReadOnlySpan<char> name) =>
        name[1..].ContainsAnyInRange('A', 'Z') || name.ContainsAnyInRange('0', '9');

    private static bool IsLedIn(string title, string text, int start, string name)
    {
        var before = Words.Of(text[Math.Max(0, start - Lead)..start]);
        var last = before.Count - 1;
        while (last > 0 && Articles.Contains(before[last]))
        {
            last--;
        }
        return last >= 0
            && (
                Calling.Contains(before[last])
                || (before[last] == "as" && last > 0 && before[last - 1] is "to" or "denoted") // referred to as
                || Presenting.Contains(before[last])
                || (text[Math.Max(0, start - 1)] == '(' && IsInitials(title, before, string.Concat(Words.Of(name))))
            );
    }

    // "Magnitude Invariant Parametrizations (MIP)" in a paper that is about them: anybody may spell out GAN.
    private static bool IsInitials(string title, IReadOnlyList<string> before, string letters)
    {
        if (letters.Length is < 2 or > 8 || before.Count < letters.Length)
        {
            return false;
        }
        var spelt = before.Skip(before.Count - letters.Length).ToList();
        var stems = Words.Of(title).Select(Stem.Of).ToHashSet();
        return spelt.Select(word => word[0]).SequenceEqual(letters) && spelt.All(word => stems.Contains(Stem.Of(word)));
    }
}
