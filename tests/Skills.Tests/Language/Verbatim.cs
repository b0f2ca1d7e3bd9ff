using System.Text.RegularExpressions;

namespace PaperBot.Skills.Tests.Language;

/// <summary>The promise of the engine: each word and number of what it writes stands in the abstract, in that order.</summary>
internal static partial class Verbatim
{
    public static void In(string @abstract, string text)
    {
        Assert.True(IsInOrder(WordsOf(@abstract), WordsOf(text)), $"not in the words of the abstract: {text}");
        Assert.True(
            IsInOrder(NumbersOf(@abstract), NumbersOf(text)),
            $"a number that the abstract does not have: {text}"
        );
    }

    private static bool IsInOrder(IReadOnlyList<string> whole, IReadOnlyList<string> part)
    {
        var next = 0;
        foreach (var word in whole)
        {
            next += next < part.Count && word == part[next] ? 1 : 0;
        }
        return next == part.Count;
    }

    private static IReadOnlyList<string> WordsOf(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static IReadOnlyList<string> NumbersOf(string text) =>
        [.. Number().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")]
    private static partial Regex Number();
}
