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

    // More accents than this on one letter (the most that a language needs is five) cover the lines around it.
    private const int MostMarks = 8;

    /// <summary>Collapses white space and drops what is not text.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        return IsClean(text) ? text : Rewrite(text);
    }

    private static bool IsClean(string text) =>
        text[0] != ' '
        && text[^1] != ' '
        && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.Contains("  ", StringComparison.Ordinal);

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        var last = new Rune('\0');
        var marks = 0;
        var blank = false;
        Rune? joiner = null;
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            if (IsBlank(rune))
            {
                blank = clean.Length > 0;
                continue;
            }
            if (rune.Value is 0x200C or 0x200D)
            {
                joiner = rune;
                continue;
            }
            var mark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = !mark ? 0 : marks + 1;
            if (marks > MostMarks || IsInvisible(rune, last))
            {
                continue;
            }
            if (blank)
            {
                clean.Append(' ');
            }
            else if (joiner is { } between && CanJoin(last) && CanJoin(rune))
            {
                Append(clean, between);
            }
            Append(clean, rune);
            (last, blank, joiner) = (rune, false, null);
        }
        return clean.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        Span<char> letters = stackalloc char[2];
        text.Append(letters[..rune.EncodeToUtf16(letters)]);
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is 0x2800; // an empty Braille cell

    // Persian, the scripts of India and emoji are written with joiners; anywhere else they only hide something.
    private static bool CanJoin(Rune rune) => rune.Value > 0x2FF && !IsBlank(rune);

    // Controls; format characters (zero-width spaces, bidi marks and overrides, soft hyphens, tags); private use; what
    // Unicode has not assigned; letters and marks that show nothing; selectors that choose no emoji's look.
    private static bool IsInvisible(Rune rune, Rune before) =>
        rune.Value switch
        {
            0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0xFFFC => true,
            0xFE0E or 0xFE0F => before.Value is '\0' or (>= 0xFE00 and <= 0xFE0F) || Rune.IsWhiteSpace(before),
            (>= 0xFE00 and <= 0xFE0D) or (>= 0x180B and <= 0x180F) or (>= 0xE0100 and <= 0xE01EF) => true,
            _ => Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned,
        };
}
