using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>HTML and JATS tags in an abstract, by name; anything else in angle brackets is text ("the token &lt;mask&gt;").</summary>
internal static class Tags
{
    // A tag with its attributes is at most this long.
    public const int Longest = 200;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Names(
        "p br li ul ol dl dd dt div h1 h2 h3 h4 h5 h6 tr td th table title sec abstract list list-item"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = Names(
        "b i u em strong span a sub sup small tt code italic bold sc"
    );

    /// <summary>Whether a tag stands here that begins or ends a paragraph.</summary>
    /// <param name="length">Of the tag.</param>
    public static bool IsBlock(string text, int at, out int length) => Is(text, at, Blocks, out length);

    /// <summary>Whether the tag that stands here begins something.</summary>
    public static bool Opens(string text, int at) =>
        text[at + 1] != '/' && !text.AsSpan(at + 1).StartsWith("br", StringComparison.OrdinalIgnoreCase);

    /// <returns>The length of the closing tag or line break that stands here, or 0.</returns>
    public static int ClosingAt(string text, int at) =>
        (Is(text, at, Blocks, out var length) || Is(text, at, Inline, out length)) && !Opens(text, at) ? length : 0;

    private static bool Is(
        string text,
        int at,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names,
        out int length
    )
    {
        length = 0;
        if (at + 2 >= text.Length || text[at] != '<')
        {
            return false;
        }
        var rest = text.AsSpan(at, Math.Min(Longest, text.Length - at));
        var close = rest.IndexOf('>');
        if (close < 2 || rest[1..close].Contains('<'))
        {
            return false;
        }
        length = close + 1;
        var name = rest[1..close].Trim('/');
        var blank = name.IndexOf(' ');
        if (blank > 0)
        {
            if (!name[blank..].IsWhiteSpace() && !name[blank..].Contains('='))
            {
                return false; // "a<b and c>d"
            }
            name = name[..blank];
        }
        return names.Contains(name.StartsWith("jats:", StringComparison.OrdinalIgnoreCase) ? name[5..] : name);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
