using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>Pure: what somebody typed as something that can be followed.</summary>
/// <param name="Value">
/// Folded, so that nothing is followed twice: of a topic its stems in their order of letters, of an author the words of the
/// name, of a paper its id.
/// </param>
/// <param name="Label">As it was typed, or the paper's title.</param>
/// <param name="Version">Of a paper: its version now; else 0.</param>
public sealed partial record FollowWish(FollowKind Kind, string Value, string Label, int Version)
{
    private const int MostWords = 8;
    private const int LongestLabel = 100;

    /// <exception cref="SkillException">It names no topic; the message says what does.</exception>
    public static FollowWish Topic(string typed)
    {
        var label = PaperText.Clean(typed);
        var stems = IndexText.Stems(label);
        if (stems.Count == 0)
        {
            throw new SkillException(
                $"'{Echo(label)}' has no word to look for. Name a topic, for example: /follow topic graph networks"
            );
        }
        if (stems.Count > MostWords || label.Length > LongestLabel)
        {
            throw new SkillException(
                $"That topic is too long. A paper must have all its words, so take at most {MostWords}."
            );
        }
        return new FollowWish(FollowKind.Topic, string.Join(' ', stems.Order(StringComparer.Ordinal)), label, 0);
    }

    /// <exception cref="SkillException">It is no name; the message says what is.</exception>
    public static FollowWish Author(string typed)
    {
        var label = PaperText.Clean(typed);
        var name = AuthorName.Of(label);
        if (name is null || label.Length > LongestLabel)
        {
            throw new SkillException(
                $"'{Echo(label)}' is not a name. Write it as papers do, for example: /follow author Ada Example"
            );
        }
        return new FollowWish(FollowKind.Author, name.Key, label, 0);
    }

    public static FollowWish Paper(Paper paper) =>
        new(FollowKind.Paper, paper.Id.Value, paper.Title, VersionOf(paper.Version));

    /// <summary>Of an author: a single word, which stands for a team rather than for one of many people of that name.</summary>
    public bool IsOneWord => Kind == FollowKind.Author && !Value.Contains(' ', StringComparison.Ordinal);

    /// <summary>A paper whose version nobody named is in its first.</summary>
    internal static int VersionOf(int? version) => version ?? 1;

    /// <summary>A category as arXiv writes them, such as cs.CL or cond-mat.dis-nn.</summary>
    internal static bool IsCategory(string label) => CategoryName().IsMatch(label);

    private static string Echo(string text) => text.Length <= 40 ? text : $"{text[..40].TrimEnd()}…";

    [GeneratedRegex(@"^[a-z]+(?:-[a-z]+)?\.[A-Za-z]{2}(?:-?[A-Za-z]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex CategoryName();
}
