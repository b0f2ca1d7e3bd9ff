using System.Buffers;
using System.Text;

namespace PaperBot.Skills.Language;

/// <summary>
/// An abstract to its sentences. Every sentence is a verbatim piece of the abstract, in order, and together they hold
/// all of it but the blanks and bullets between them. Linear time: every look-ahead is bounded.
/// </summary>
public static class Sentences
{
    /// <summary>Text without a full stop is cut here, at a blank where there is one (the longest real sentences have 900).</summary>
    public const int Longest = 2_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create(
        ".!?…。！？｡．।؟۔([{\"“$<\n" + SentenceBreak.Bullets
    );

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var pieces = new List<Sentence>(text.Length / 120 + 1);
        var start = SentenceBreak.Skip(text, 0);
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
                start = SentenceBreak.Skip(text, end);
                position = start;
            }
        }
        Add(pieces, text, start, text.Length);
        return pieces;
    }

    // The end of the sentence if the mark at the position ends it, else -1; moves the position past what was looked at.
    private static int EndAt(string text, int start, ref int position)
    {
        switch (text[position])
        {
            case '(' or '[' or '{':
                position = Enclosed.Bracket(text, position);
                return -1;
            case '"' or '“':
                position = Enclosed.Quotation(text, position);
                return -1;
            case '$':
                return Enclosed.Formula(text, ref position);
            case '<':
                return SentenceBreak.AtTag(text, start, ref position);
            case '\n':
                return SentenceBreak.AtLine(text, ref position);
            case var mark when SentenceBreak.Bullets.Contains(mark):
                return SentenceBreak.AtBullet(text, position++);
            default:
                var end = SentenceEnd.After(text, start, position, out var next);
                position = next;
                return end;
        }
    }

    private static void Add(List<Sentence> pieces, string text, int start, int end)
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
                && trimmed - pieces[^1].Start <= Longest
                && !HasWord(text.AsSpan(start, trimmed - start))
            )
            {
                // A quotation mark or a row of dots that was left over belongs to what stands before it.
                pieces[^1] = pieces[^1] with
                {
                    Text = text[pieces[^1].Start..trimmed],
                };
            }
            else if (trimmed > start)
            {
                pieces.Add(new Sentence(pieces.Count + 1, start, text[start..trimmed]));
            }
            start = Scan.SkipBlanks(text, cut);
        }
    }

    private static bool HasWord(ReadOnlySpan<char> piece)
    {
        foreach (var rune in piece.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
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
}
