namespace PaperBot.Skills.Papers;

/// <summary>
/// Pure: a person's name, so that "A. Example", "Example, Ada" and "Ada B. Example" may be one person and "Alan Example" is
/// not. Papers write given names in full or as initials and leave middle ones out, so two names are the same where the
/// family name is, the first given name agrees, and the shorter list of given names stands in the longer in its order.
/// </summary>
internal sealed class AuthorName
{
    // Beyond these letters (Latin, Greek, Cyrillic) a single character is a name and no initial.
    private const char LastWithInitials = '\u052F';
    private const int MostInitials = 3;

    private static readonly HashSet<string> Suffixes = ["jr", "sr", "ii", "iii", "iv"];

    private readonly IReadOnlyList<string> given;

    private AuthorName(string family, IReadOnlyList<string> given)
    {
        Family = family;
        this.given = given;
    }

    /// <summary>The last word; of a name of one word, such as a team's, that word.</summary>
    public string Family { get; }

    /// <summary>One word, which is only ever the same as the same word.</summary>
    public bool IsOneWord => given.Count == 0;

    /// <summary>All words in their order, folded.</summary>
    public string Key => string.Join(' ', given.Append(Family));

    /// <returns>Null where there is no letter in it.</returns>
    public static AuthorName? Of(string text)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ordered =
            parts is [var family, var rest] && !Suffixes.Contains(TitleKey.Of(rest)) ? $"{rest} {family}" : text;
        var words = ordered.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(WordsOf).ToList();
        while (words.Count > 1 && Suffixes.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }
        return words.Exists(word => word.Any(char.IsLetter)) ? new AuthorName(words[^1], words[..^1]) : null;
    }

    public bool MayBe(AuthorName other) =>
        Family == other.Family
        && (
            IsOneWord || other.IsOneWord
                ? IsOneWord == other.IsOneWord
                : Agree(given[0], other.given[0])
                    && (given.Count <= other.given.Count ? IsWithin(given, other.given) : IsWithin(other.given, given))
        );

    // "JP" is J. P., but "Bo" is a name.
    private static IEnumerable<string> WordsOf(string written) =>
        written.Length is > 1 and <= MostInitials && written.All(char.IsAsciiLetterUpper)
            ? written.Select(letter => char.ToLowerInvariant(letter).ToString())
            : Words.Of(written);

    private static bool IsWithin(IReadOnlyList<string> shorter, IReadOnlyList<string> longer)
    {
        var next = 1;
        foreach (var name in shorter.Skip(1))
        {
            while (next < longer.Count && !Agree(name, longer[next]))
            {
                next++;
            }
            if (next++ >= longer.Count)
            {
                return false;
            }
        }
        return true;
    }

    private static bool Agree(string one, string other) =>
        one == other || (IsInitial(one) || IsInitial(other)) && one[0] == other[0];

    private static bool IsInitial(string name) => name.Length == 1 && name[0] <= LastWithInitials;
}
