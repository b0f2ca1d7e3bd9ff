namespace PaperBot.Skills.Language;

/// <summary>What keeps a sentence together although it holds full stops: brackets, quotations and formulas.</summary>
internal static class Enclosed
{
    // What does not close within this distance does not keep a sentence together.
    private const int Longest = 300;
    private const int LongestQuotation = 120;

    /// <returns>Where to look on behind an opening bracket: behind its end, or at the stop inside of it that ends a sentence.</returns>
    public static int Bracket(string text, int open)
    {
        var depth = 0;
        var limit = Math.Min(text.Length, open + Longest);
        if (!text.AsSpan(open..limit).ContainsAny(')', ']', '}'))
        {
            return open + 1;
        }
        for (var i = open; i < limit; i++)
        {
            // Half-open intervals close with another bracket than they open with: any closes any.
            depth +=
                text[i] is '(' or '[' or '{' ? 1
                : text[i] is ')' or ']' or '}' ? -1
                : 0;
            if (depth == 0)
            {
                return i > open + 1 && SentenceEnd.IsStop(text[i - 1]) && EndsInside(text, open, i) ? i - 1 : i + 1;
            }
        }
        return open + 1;
    }

    /// <returns>Where to look on behind an opening quotation mark, as for a bracket.</returns>
    public static int Quotation(string text, int open)
    {
        var inside = open + 1;
        var isOpening =
            inside < text.Length
            && !char.IsWhiteSpace(text[inside])
            && (open == 0 || text[open - 1] is ' ' or '(' or '[' or '\n');
        var length = isOpening
            ? text.AsSpan(inside, Math.Min(LongestQuotation, text.Length - inside))
                .IndexOf(text[open] == '“' ? '”' : '"')
            : -1;
        var close = inside + length;
        // A mark with a blank before it opens another quotation, one inside of a word is none: this one was never closed.
        if (
            length < 1
            || char.IsWhiteSpace(text[close - 1])
            || (close + 1 < text.Length && char.IsLetter(text[close + 1]) && !SentenceEnd.IsStop(text[close - 1]))
        )
        {
            return inside;
        }
        return SentenceEnd.IsStop(text[close - 1]) ? close - 1 : close + 1;
    }

    /// <returns>Where the formula ends, if its last stop ends the sentence, else -1.</returns>
    /// <remarks>
    /// As in Pandoc: the opening $ has no blank after it, the closing one none before it and no digit after it, which leaves
    /// prices alone.
    /// </remarks>
    public static int Formula(string text, ref int position)
    {
        var open = position;
        position++;
        if (position < text.Length && text[position] == '$')
        {
            position++;
        }
        if (position >= text.Length || char.IsWhiteSpace(text[position]))
        {
            return -1;
        }
        var length = text.AsSpan(position, Math.Min(Longest, text.Length - position)).IndexOf('$');
        var close = position + length;
        if (length < 1 || char.IsWhiteSpace(text[close - 1]))
        {
            return -1;
        }
        var after = close + 1;
        if (after < text.Length && text[after] == '$')
        {
            after++;
        }
        if (after < text.Length && char.IsAsciiDigit(text[after]))
        {
            position = open + 1;
            return -1;
        }
        position = after;
        return text[close - 1] == '.' && SentenceEnd.StartsUpper(text, after) ? after : -1;
    }

    // "… works. (We checked.) It": a sentence of its own. "It works (we do not know why.) More": the stop was misplaced.
    private static bool EndsInside(string text, int open, int close) =>
        open == 0
        || (open >= 2 && text[open - 1] == ' ' && SentenceEnd.IsStop(text[open - 2]))
        || (
            Abbreviations.KindOf(Scan.WordBefore(text, open + 1, close - 1)) == Abbreviation.None
            && SentenceEnd.IsOpener(text, close + 1)
        );
}
