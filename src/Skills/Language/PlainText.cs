using System.Text;

namespace PaperBot.Skills.Language;

/// <summary>
/// A sentence made ready for looking up phrases: lower-case words and numbers between single blanks, with a blank at
/// either end, so that <c>" we propose "</c> is found as words and nowhere inside of one.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '%')
            {
                Blank(plain);
                plain.Append("% ");
            }
            else if (char.IsLetterOrDigit(letter) || (IsJoint(letter) && IsInside(text, i)))
            {
                plain.Append(letter == '’' ? '\'' : char.ToLowerInvariant(letter));
            }
            else
            {
                Blank(plain);
            }
        }
        Blank(plain);
        return plain.ToString();
    }

    private static void Blank(StringBuilder plain)
    {
        if (plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }

    // "state-of-the-art", "don't" and "97.7" are one word each.
    private static bool IsJoint(char letter) => letter is '-' or '\'' or '’' or '.';

    private static bool IsInside(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
}
