using System.Buffers;

namespace PaperBot.Skills.Language;

/// <summary>
/// An abstract to its sentences. Every sentence is a verbatim piece of the abstract, in order, and together they hold
/// all of it but the blanks between them. Linear time: every look-ahead is bounded.
/// </summary>
public static class Sentences
{
    /// <summary>Text without a full stop is cut here, at a blank where there is one (the longest real sentences have 900).</summary>
    public const int Longest = 2_000;

    // A formula or a bracket that does not close within this distance does not keep a sentence together.
    private const int LongestBracket = 300;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…。！？｡([{$\n");

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var pieces = new List<Range>(text.Length / 120 + 1);
        var start = SkipBlanks(text, 0);
        var position = start;
        while (position < text.Length)
        {
            var mark = text.AsSpan(position).IndexOfAny(Marks);
            if (mark < 0)
            {
                break;
            }
            position += mark;
            var end = EndAt(text, start, ref position);
            if (end > start)
            {
                Add(pieces, text, start, end);
                start = SkipBlanks(text, end);
                position = start;
            }
        }
        Add(pieces, text, start, text.Length);
        return [.. pieces.Select((piece, i) => new Sentence(i + 1, piece.Start.Value, text[piece]))];
    }

    // The end of the sentence if the mark at the position ends it, else -1; moves the position past what was looked at.
    private static int EndAt(string text, int start, ref int position)
    {
        switch (text[position])
        {
            case '(' or '[' or '{':
                position = BracketEnd(text, position);
                return -1;
            case '$':
                return FormulaEnd(text, ref position);
            case '\n':
                return BlankLineEnd(text, ref position);
            default:
                var end = SentenceEnd.After(text, start, position, out var next);
                position = next;
                return end;
        }
    }

    private static int BracketEnd(string text, int open)
    {
        var depth = 0;
        var limit = Math.Min(text.Length, open + LongestBracket);
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
                // The stop of "(… done.)" stands inside; let it be seen.
                var stop =
                    i > open + 1 && SentenceEnd.IsStop(text[i - 1]) && StartsSentence(text, open) ? i - 1 : i + 1;
                return stop;
            }
        }
        return open + 1;
    }

    private static bool StartsSentence(string text, int open) =>
        open == 0 || (open >= 2 && text[open - 1] == ' ' && SentenceEnd.IsStop(text[open - 2]));

    // As in Pandoc: the opening $ has no blank after it, the closing one none before it and no digit after it, which
    // leaves prices alone.
    private static int FormulaEnd(string text, ref int position)
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
        var length = text.AsSpan(position, Math.Min(LongestBracket, text.Length - position)).IndexOf('$');
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

    private static int BlankLineEnd(string text, ref int position)
    {
        var line = position++;
        for (; position < text.Length && char.IsWhiteSpace(text[position]); position++)
        {
            if (text[position] == '\n')
            {
                return line;
            }
        }
        return -1;
    }

    private static void Add(List<Range> pieces, string text, int start, int end)
    {
        while (start < end)
        {
            var cut = end - start > Longest ? Cut(text, start) : end;
            var trimmed = cut;
            while (trimmed > start && char.IsWhiteSpace(text[trimmed - 1]))
            {
                trimmed--;
            }
            if (
                pieces.Count > 0
                && trimmed - pieces[^1].Start.Value <= Longest
                && !HasWord(text.AsSpan(start..trimmed))
            )
            {
                // A quotation mark or a row of dots that was left over belongs to what stands before it.
                pieces[^1] = pieces[^1].Start..trimmed;
            }
            else if (trimmed > start)
            {
                pieces.Add(start..trimmed);
            }
            start = SkipBlanks(text, cut);
        }
    }

    private static bool HasWord(ReadOnlySpan<char> piece)
    {
        foreach (var letter in piece)
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                return true;
            }
        }
        return false;
    }

    private static int Cut(string text, int start)
    {
        var blank = text.LastIndexOf(' ', start + Longest, Longest);
        if (blank > start)
        {
            return blank;
        }
        return start + (char.IsHighSurrogate(text[start + Longest - 1]) ? Longest - 1 : Longest);
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
        return position;
    }
}
