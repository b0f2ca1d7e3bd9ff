using System.Buffers;

namespace PaperBot.Skills.Latex;

/// <summary>Tells <c>$k$-means</c> from "$5 and $6".</summary>
internal static class LatexFormulas
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\^_");

    /// <summary>The length of the formula between dollars, or 0 where there is none.</summary>
    /// <param name="text">All of the text.</param>
    /// <param name="start">Where the first dollar stands.</param>
    /// <param name="dollars">1, or 2 for a displayed formula.</param>
    /// <param name="longest">More characters are no formula of running text.</param>
    public static int LengthOf(string text, int start, int dollars, int longest)
    {
        var window = text.AsSpan(start + dollars);
        window = window[..Math.Min(longest, window.Length)];
        var length = End(window);
        if (length <= 0 || (dollars == 2 && (length + 1 >= window.Length || window[length + 1] != '$')))
        {
            return 0;
        }
        var behind = start + dollars + length + dollars;
        return IsFormula(window[..length], behind < text.Length ? text[behind] : ' ') ? length : 0;
    }

    private static int End(ReadOnlySpan<char> window)
    {
        for (var i = 0; i < window.Length; i++)
        {
            if (window[i] == '\\')
            {
                i++;
            }
            else if (window[i] == '$')
            {
                return i;
            }
        }
        return -1;
    }

    private static bool IsFormula(ReadOnlySpan<char> inside, char behind)
    {
        if (inside.ContainsAny(Markup))
        {
            return true;
        }
        if (char.IsDigit(behind) || char.IsWhiteSpace(inside[0]) || !(inside.Length == 1 || CanEnd(inside[^1])))
        {
            return false;
        }
        return !HasWords(inside);
    }

    private static bool CanEnd(char last) =>
        char.IsLetterOrDigit(last) || last is ')' or ']' or '}' or '\'' or '*' or '+' or '%' or '|' or '!';

    /// <summary>Two or more words of running text: "5 million and 6" is a price's, not a formula's.</summary>
    private static bool HasWords(ReadOnlySpan<char> inside)
    {
        var letters = 0;
        var afterBlank = false;
        foreach (var letter in inside)
        {
            if (char.IsAsciiLetter(letter))
            {
                if (++letters >= 3 && afterBlank)
                {
                    return true;
                }
                continue;
            }
            letters = 0;
            afterBlank = letter == ' ';
        }
        return false;
    }
}
