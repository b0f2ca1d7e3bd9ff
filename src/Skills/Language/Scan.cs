namespace PaperBot.Skills.Language;

/// <summary>Looks from a place in a text to the left and to the right, never far.</summary>
internal static class Scan
{
    // A word is looked at this far; nothing that matters is longer.
    private const int LongestWord = 40;

    public static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
        return position;
    }

    /// <summary>What stands before <paramref name="end"/> without a blank or an opening bracket between.</summary>
    public static ReadOnlySpan<char> WordBefore(string text, int start, int end)
    {
        var first = end;
        var limit = Math.Max(start, end - LongestWord);
        while (first > limit && !char.IsWhiteSpace(text[first - 1]) && !IsOpening(text[first - 1]))
        {
            first--;
        }
        return text.AsSpan(first, end - first);
    }

    /// <summary>The letters from <paramref name="position"/> on, hyphens and apostrophes among them.</summary>
    public static ReadOnlySpan<char> WordAt(string text, int position)
    {
        var end = position;
        var limit = Math.Min(text.Length, position + LongestWord);
        while (end < limit && (char.IsLetter(text[end]) || text[end] is '-' or '\''))
        {
            end++;
        }
        return text.AsSpan(position, end - position);
    }

    /// <summary>Small letters only, and too many for most abbreviations.</summary>
    public static bool IsPlainWord(ReadOnlySpan<char> word) =>
        word.Length >= 4 && !word.ContainsAnyExceptInRange('a', 'z');

    /// <summary>A name that begins in lower case: "iPhone", "pix2pix", "k-means", "mRNA".</summary>
    public static bool IsSmallName(string text, int position)
    {
        var limit = Math.Min(text.Length, position + LongestWord);
        var hyphen = position + 1 < limit && text[position + 1] == '-';
        for (var i = position + 1; i < limit && !char.IsWhiteSpace(text[i]); i++)
        {
            if (char.IsUpper(text[i]) || char.IsAsciiDigit(text[i]) || (hyphen && i > position + 1))
            {
                return char.IsLetterOrDigit(text[i]);
            }
            if (!char.IsLetter(text[i]) && text[i] != '-')
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>
    /// Whether the word before the one that begins at <paramref name="position"/> is written small and is none of those
    /// that stand before a person's name: "vitamin C", not "by J. Smith".
    /// </summary>
    public static bool FollowsNoun(string text, int start, int position)
    {
        if (position - 1 <= start || text[position - 1] != ' ')
        {
            return false;
        }
        var word = WordBefore(text, start, position - 1);
        return word.Length > 1
            && !word.ContainsAnyExceptInRange('a', 'z')
            && word
                is not ("by" or "of" or "and" or "with" or "from" or "to" or "in" or "as" or "for" or "after" or "or");
    }

    private static bool IsOpening(char letter) => letter is '(' or '[' or '{' or '"' or '“' or '‘' or '/' or '—' or '–';
}
