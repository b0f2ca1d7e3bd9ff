using System.Buffers;
using System.Globalization;
using System.Text;

namespace PaperBot.Skills.Language;

/// <summary>What may stand behind a full stop and still belongs to its sentence.</summary>
internal static class Closers
{
    private static readonly SearchValues<char> Citation = SearchValues.Create("0123456789,-– ");

    // A quotation mark as some sources write it.
    private static readonly string[] Entities = ["&quot;", "&#34;", "&#39;", "&apos;", "&rdquo;", "&rsquo;", "&raquo;"];

    private const int LongestCitation = 24;

    /// <returns>Behind closing quotes, brackets and tags, and a citation in square brackets or raised digits.</returns>
    public static int Skip(string text, int end)
    {
        while (end < text.Length && One(text, end) is > 0 and var length)
        {
            end += length;
        }
        if (end + 2 >= text.Length || text[end] != '[' || !char.IsAsciiDigit(text[end + 1]))
        {
            return end;
        }
        var close = text.AsSpan(end, Math.Min(LongestCitation, text.Length - end)).IndexOf(']');
        var inside = close > 0 ? text.AsSpan(end + 1, close - 1) : "x";
        return inside.ContainsAnyExcept(Citation) ? end : end + close + 1;
    }

    /// <returns>Behind the emoji and the ends of paragraphs that follow, or where it was.</returns>
    public static int SkipRest(string text, int end)
    {
        while (true)
        {
            var next = Scan.SkipBlanks(text, end);
            var length =
                next + 1 >= text.Length ? 0
                : text[next] == '<' ? Tags.ClosingAt(text, next)
                : IsEmoji(text, next) ? 2
                : 0;
            if (length == 0)
            {
                return end;
            }
            end = next + length;
        }
    }

    private static bool IsEmoji(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune)
        && rune.Utf16SequenceLength == 2
        && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    // The length of the one closing thing at this place, or 0.
    private static int One(string text, int at) =>
        text[at] switch
        {
            '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '」' or '』' or '）' or '*' or '†' or '‡' => 1,
            // Marks of direction, zero-width blanks and the like; the library keeps none.
            '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or < '\t' => 1,
            '¹' or '²' or '³' or (>= '⁰' and <= '⁹') => 1,
            ' ' => Spaced(text.AsSpan(at + 1)),
            '<' => Tags.ClosingAt(text, at),
            '&' => Entity(text.AsSpan(at)),
            _ => 0,
        };

    // « So the French set it. » “And so do some sources. ”
    private static int Spaced(ReadOnlySpan<char> rest) =>
        rest.StartsWith("»") || rest.StartsWith("”") ? 2
        : rest.StartsWith("’’") ? 3
        : 0;

    private static int Entity(ReadOnlySpan<char> rest)
    {
        foreach (var entity in Entities)
        {
            if (rest.StartsWith(entity, StringComparison.Ordinal))
            {
                return entity.Length;
            }
        }
        return 0;
    }
}
