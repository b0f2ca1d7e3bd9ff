using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;

namespace PaperBot.Fakes;

/// <summary>
/// Numbers and names of a shown text that stand in none of the abstracts: by their characters alone, and so told in another way
/// than the product's own check tells them.
/// </summary>
internal static partial class ForeignThings
{
    public static IReadOnlyList<string> In(string shown, IEnumerable<Paper> papers)
    {
        var known = string.Join('\n', papers.Select(paper => $"{paper.Title}\n{paper.Abstract}")).ToLowerInvariant();
        var bare = Marks().Replace(known, "");
        return
        [
            .. Things()
                .Matches(Citations().Replace(shown, " "))
                .Select(match => match.Value.TrimEnd('.', ',').ToLowerInvariant())
                .Where(thing =>
                    !known.Contains(thing, StringComparison.Ordinal)
                    && !bare.Contains(Marks().Replace(thing, ""), StringComparison.Ordinal)
                )
                .Distinct(),
        ];
    }

    // A number, or a word with a digit or an inner capital.
    [GeneratedRegex(@"\d+(?:[.,]\d+)*|\b[A-Za-z]*[a-z][A-Z][A-Za-z0-9]*\b|\b[A-Z]{3,}\b|\b[A-Za-z]+\d[A-Za-z0-9]*\b")]
    private static partial Regex Things();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Citations();

    [GeneratedRegex(@"[\s,-]")]
    private static partial Regex Marks();
}
