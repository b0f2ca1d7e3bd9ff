using System.Globalization;
using System.Runtime.InteropServices;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Versions;

/// <summary>A piece of a text that is kept or exchanged as a whole: a word, a number with its unit, or one sign.</summary>
/// <param name="Lead">Where the piece before it ends: what stands between is blank.</param>
/// <param name="Unit">Of a number, as <see cref="Units"/> calls it; null where it has none.</param>
/// <param name="Key">The same for two spellings of one piece: "37%" and "37 %", ’ and '.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DiffWord(int Lead, int Start, int End, string Key, bool IsNumber, string? Unit = null)
{
    public int Length => End - Start;

    /// <summary>Neither punctuation nor a sign.</summary>
    public bool IsWord => char.IsLetterOrDigit(Key[^1]) || IsNumber;

    /// <summary>The one may have become the other: numbers that measure in the same unit.</summary>
    public bool MayBecome(DiffWord other) => IsNumber && other.IsNumber && Unit == other.Unit;
}

/// <summary>A text to the pieces that are compared.</summary>
internal static class DiffWords
{
    private const string Joins = "-'’.,_/‐‑"; // between letters or digits they are part of the word

    public static List<DiffWord> Of(string text)
    {
        var numbers = NumbersIn(text);
        var words = new List<DiffWord>(text.Length / 5 + 1);
        var (position, next) = (0, 0);
        while (position < text.Length)
        {
            var lead = position;
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }
            if (position == text.Length)
            {
                break;
            }
            while (next < numbers.Count && numbers[next].Start < position)
            {
                next++; // inside a word
            }
            var isNumber = next < numbers.Count && numbers[next].Start == position;
            var end = isNumber ? numbers[next].End : EndOf(text, position);
            var key = KeyOf(text.AsSpan(position..end), isNumber);
            words.Add(new DiffWord(lead, position, end, key, isNumber, isNumber ? numbers[next].Unit : null));
            position = end;
        }
        return words;
    }

    private static List<Quantity> NumbersIn(string text) => Quantities.In(text, Tokens.Of(text));

    private static int EndOf(string text, int start)
    {
        var end = start + SignAt(text, start);
        if (!IsPart(text, start) || StandsAlone(text[start]))
        {
            return end;
        }
        while (end < text.Length && (IsPart(text, end) || IsJoin(text, end)) && !StandsAlone(text[end]))
        {
            end += SignAt(text, end);
        }
        return end;
    }

    private static int SignAt(string text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;

    private static bool IsPart(string text, int i) =>
        CharUnicodeInfo.GetUnicodeCategory(text, i)
            is <= UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber;

    // A full stop or comma joins digits alone: "e.g" is not worth the risk of "word.Next".
    private static bool IsJoin(string text, int i) =>
        Joins.Contains(text[i], StringComparison.Ordinal)
        && i + 1 < text.Length
        && char.IsLetterOrDigit(text[i + 1])
        && (text[i] is not ('.' or ',') || (char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])));

    // Scripts that write no blanks: each sign for itself (Papers' Words does the same).
    private static bool StandsAlone(char letter) =>
        letter
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');

    private static string KeyOf(ReadOnlySpan<char> piece, bool isNumber)
    {
        Span<char> key = piece.Length <= 64 ? stackalloc char[piece.Length] : new char[piece.Length];
        var length = 0;
        foreach (var letter in piece)
        {
            if (!(isNumber && char.IsWhiteSpace(letter)))
            {
                key[length++] = Plain(letter);
            }
        }
        return key[..length].ToString();
    }

    // Sources differ in these where the authors changed nothing.
    private static char Plain(char letter) =>
        letter switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
            '\u201C' or '\u201D' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            _ => letter,
        };
}
