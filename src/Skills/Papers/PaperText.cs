using System.Globalization;
using System.Text;

namespace PaperBot.Skills.Papers;

/// <summary>
/// Text from outside made inert before it is stored: one line, no control characters, no invisible or direction-changing
/// marks, no broken surrogates. What remains is what a reader sees; platforms escape it for their own markup.
/// </summary>
public static class PaperText
{
    /// <summary>A longer title is no title (the longest of 87,000 real ones has 264 characters).</summary>
    public const int LongestTitle = 1_000;

    /// <summary>A longer abstract is no abstract: arXiv's limit is 1,920 characters, journals' a few thousand.</summary>
    public const int LongestAbstract = 200_000;

    /// <summary>Collapses white space and drops what is not text.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        return IsClean(text) ? text : Rewrite(text);
    }

    private static bool IsClean(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ')
        {
            return false;
        }
        var before = 'x';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && before == ' '))
            {
                return false;
            }
            before = letter;
        }
        return true;
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            if (IsBlank(rune))
            {
                blank = clean.Length > 0;
                continue;
            }
            if (IsInvisible(rune))
            {
                continue;
            }
            if (blank)
            {
                clean.Append(' ');
                blank = false;
            }
            Append(clean, rune);
        }
        return clean.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        Span<char> letters = stackalloc char[2];
        text.Append(letters[..rune.EncodeToUtf16(letters)]);
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is 0x00A0 or 0x2028 or 0x2029;

    // Controls; format characters (zero-width spaces, bidi marks and overrides, soft hyphens, tags), but for the joiners
    // that some scripts need; private use and what Unicode has not assigned.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
