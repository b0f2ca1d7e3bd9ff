using System.Buffers;
using System.Text;

namespace PaperBot.Skills.Latex;

/// <summary>One pass over one text; see <see cref="LatexText"/>.</summary>
/// <param name="text">What to decode.</param>
/// <param name="source">All of it is LaTeX; else only what cannot be anything else is decoded.</param>
internal sealed partial class LatexDecoder(string text, bool source)
{
    private const int LongestFormula = 400;
    private const int LongestName = 32;

    private static readonly SearchValues<char> InText = SearchValues.Create("\\${}");
    private static readonly SearchValues<char> InSource = SearchValues.Create("\\${}~-`'");

    private readonly StringBuilder plain = new(text.Length);
    private readonly LatexBraces braces = new(text);
    private int position;

    public string Decode()
    {
        var special = source ? InSource : InText;
        while (position < text.Length)
        {
            var run = text.AsSpan(position).IndexOfAny(special);
            if (run < 0)
            {
                plain.Append(text, position, text.Length - position);
                break;
            }
            plain.Append(text, position, run);
            position += run;
            Sign(text[position]);
        }
        return plain.ToString();
    }

    private void Sign(char sign)
    {
        switch (sign)
        {
            case '\\':
                Backslash();
                break;
            case '$':
                Dollar();
                break;
            case '{':
                OpenBrace();
                break;
            case '}':
                CloseBrace();
                break;
            case '~':
                Write(" ", 1);
                break;
            default:
                Repeated(sign);
                break;
        }
    }

    /// <summary>Puts text in the place of the next characters.</summary>
    private void Write(scoped ReadOnlySpan<char> decoded, int length)
    {
        plain.Append(decoded);
        position += length;
    }

    private void Keep(int length) => Write(text.AsSpan(position, length), length);

    private char At(int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    private void Repeated(char sign)
    {
        var count = 1;
        while (At(position + count) == sign && count < 3)
        {
            count++;
        }
        var decoded = (sign, count) switch
        {
            ('-', 3) => "—",
            ('-', 2) => "–",
            ('`', 2 or 3) => "“",
            ('\'', 2 or 3) => "”",
            _ => null,
        };
        Write(
            decoded ?? text.AsSpan(position, 1),
            decoded is null ? 1
                : sign == '-' ? count
                : 2
        );
    }

    private void OpenBrace()
    {
        var close = braces.CloseOf(position);
        if (At(position + 1) == '\\' && close > 0)
        {
            if (TrySwitch(close) || TryBracedLetter(close))
            {
                return;
            }
        }
        if (source && close > 0 && braces.TextAt(close) is null)
        {
            braces.Replace(close, "");
            position++;
            return;
        }
        Keep(1);
    }

    private void CloseBrace()
    {
        if (braces.TextAt(position) is { } decoded)
        {
            Write(decoded, 1);
            return;
        }
        Keep(1);
    }

    /// <summary>{\em so}: the group is its text.</summary>
    private bool TrySwitch(int close)
    {
        var name = NameAt(position + 2);
        var end = position + 2 + name.Length;
        if (!LatexSymbols.Switches.Contains(name) || end > close)
        {
            return false;
        }
        braces.Replace(close, "");
        position = end;
        SkipBlanks();
        return true;
    }

    /// <summary>{\"o}, {\ss}, {\texttimes}: braces around nothing but one letter or sign.</summary>
    private bool TryBracedLetter(int close)
    {
        var letter = LetterAt(position + 1, braced: true, out var end);
        if (letter is null)
        {
            var name = NameAt(position + 2);
            end = position + 2 + name.Length;
            letter = LatexSymbols.Text.GetValueOrDefault(name);
        }
        if (letter is null || end != close)
        {
            return false;
        }
        Write(letter, close + 1 - position);
        return true;
    }

    private void Backslash()
    {
        var next = At(position + 1);
        if (LetterAt(position, braced: false, out var end) is { } letter)
        {
            Write(letter, end - position);
        }
        else if (char.IsAsciiLetter(next))
        {
            Command();
        }
        else if (next is '(' or '[')
        {
            Formula(position + 2, next == '(' ? "\\)" : "\\]");
        }
        else
        {
            Escape(next);
        }
    }

    private void Escape(char next)
    {
        switch (next)
        {
            case '%' or '&' or '#' or '_' or '$' or '{' or '}':
                Write([next], 2);
                break;
            case ' ' or ',' or ';':
                Write(" ", 2);
                break;
            case '-' or '/' when source:
                position += 2;
                break;
            case '\\' when source || IsBlank(At(position + 2)):
                Write(" ", 2);
                break;
            case '\\':
                KeepWord();
                break;
            default:
                Keep(1);
                break;
        }
    }

    private static bool IsBlank(char letter) => letter is '\0' or ' ' or '\n' or '\r' or '\t';

    /// <summary>A path or something escaped twice: no command begins before the next blank.</summary>
    private void KeepWord()
    {
        var blank = text.AsSpan(position).IndexOfAny(' ', '\n');
        Keep(blank < 0 ? text.Length - position : blank);
    }

    private ReadOnlySpan<char> SpanAt(int index) =>
        index < text.Length ? text.AsSpan(index, Math.Min(LongestName, text.Length - index)) : [];

    private string NameAt(int index)
    {
        var span = SpanAt(index);
        var length = 0;
        while (length < span.Length && char.IsAsciiLetter(span[length]))
        {
            length++;
        }
        return span[..length].ToString();
    }

    private void SkipBlanks()
    {
        while (At(position) is ' ' or '\n' or '\t' or '\r')
        {
            position++;
        }
    }

    private void Dollar()
    {
        var length = At(position + 1) == '$' ? 2 : 1;
        if (LatexFormulas.LengthOf(text, position, length, LongestFormula) is not (> 0 and var inside))
        {
            Keep(length);
            return;
        }
        var whole = inside + (2 * length);
        Write(LatexMath.Read(text.AsSpan(position + length, inside)) ?? text.AsSpan(position, whole), whole);
    }

    private void Formula(int start, string ending)
    {
        var window = text.AsSpan(start, Math.Min(LongestFormula, text.Length - start));
        var inside = window.IndexOf(ending);
        if (inside <= 0)
        {
            Keep(2);
            return;
        }
        var whole = inside + 4;
        Write(LatexMath.Read(window[..inside]) ?? text.AsSpan(position, whole), whole);
    }

    /// <summary>A letter that LaTeX writes as a command: \'e, \"{o}, \c{c}, \ss.</summary>
    /// <param name="at">Where its backslash stands.</param>
    /// <param name="braced">It stands alone in braces, so that nothing else can be meant.</param>
    /// <param name="end">Behind its last character.</param>
    private string? LetterAt(int at, bool braced, out int end) =>
        LatexLetters.Read(text, at, sure: source || braced, out end);
}
