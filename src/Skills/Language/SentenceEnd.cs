using System.Buffers;

namespace PaperBot.Skills.Language;

/// <summary>Whether a full stop, question mark or exclamation mark ends its sentence.</summary>
internal static class SentenceEnd
{
    // A word before a stop is looked at this far back; nothing that matters is longer.
    private const int LongestWord = 40;

    private static readonly SearchValues<char> Citation = SearchValues.Create("0123456789,-– ");

    /// <returns>Where the sentence ends (stops, closing quotes and citation included), or -1.</returns>
    /// <param name="text">The whole abstract.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">Where the mark stands.</param>
    /// <param name="next">Where to look on.</param>
    public static int After(string text, int start, int stop, out int next)
    {
        var end = stop;
        var strong = false;
        while (end < text.Length && IsStop(text[end]))
        {
            strong |= text[end] is '!' or '?';
            end++;
        }
        var stops = end - stop;
        end = SkipClosers(text, end);
        next = end;
        if (end == text.Length || IsWide(text[stop]))
        {
            return end;
        }
        if (!char.IsWhiteSpace(text[end]))
        {
            return stops == 1 && IsMissingBlank(text, start, stop, end) ? end : -1;
        }
        var ends =
            strong ? EndsStrongly(text, start, stop, end)
            : stops > 1 || text[stop] == '…' ? StartsUpper(text, end)
            : EndsPlainly(text, start, stop, end);
        return ends ? end : -1;
    }

    public static bool IsStop(char letter) => letter is '.' or '!' or '?' or '…' || IsWide(letter);

    /// <summary>Whether what follows, after blanks, can begin a sentence: anything but a small letter or a comma.</summary>
    public static bool StartsUpper(string text, int position)
    {
        position = SkipBlanks(text, position);
        return position < text.Length
            && !char.IsLower(text[position])
            && text[position] is not (',' or ';' or ':' or ')');
    }

    private static bool IsWide(char letter) => letter is '。' or '！' or '？' or '｡';

    private static bool EndsStrongly(string text, int start, int stop, int end) =>
        StartsUpper(text, end)
        // A name that ends in a mark goes on with another name.
        && (!Abbreviations.IsNameWithMark(WordBefore(text, start, stop)) || IsOpener(text, end));

    private static bool EndsPlainly(string text, int start, int stop, int end)
    {
        var follow = SkipBlanks(text, end);
        if (follow == text.Length)
        {
            return true;
        }
        var word = WordBefore(text, start, stop);
        if (char.IsLower(text[follow]))
        {
            return IsPlainWord(word)
                && Abbreviations.KindOf(word) == Abbreviation.None
                && !IsAddressPart(text, stop, word);
        }
        if (text[follow] is ',' or ';' or ':' or ')' or '.')
        {
            return false;
        }
        return Abbreviations.KindOf(word) switch
        {
            Abbreviation.NeverLast => false,
            Abbreviation.BeforeNumber => IsOpener(text, follow),
            Abbreviation.SometimesLast => IsOpener(text, follow),
            Abbreviation.OftenLast => true,
            _ => !IsItemNumber(text, start, stop, word) && (!IsInitial(word) || IsOpener(text, follow)),
        };
    }

    // "works.We propose", but neither "Node.js" nor "torch.Tensor" nor an address.
    private static bool IsMissingBlank(string text, int start, int stop, int end)
    {
        if (!char.IsAsciiLetterUpper(text[end]) || stop == start)
        {
            return false;
        }
        var before = text[stop - 1];
        if (
            !char.IsLower(before)
            && !char.IsAsciiDigit(before)
            && before is not (')' or ']' or '%' or '"' or '”' or '$')
        )
        {
            return false;
        }
        var word = WordBefore(text, start, stop);
        if (word.ContainsAny("./@_\\") || Abbreviations.KindOf(word) == Abbreviation.NeverLast)
        {
            return false;
        }
        var opener = WordAt(text, end);
        var blank = end + opener.Length;
        if (blank >= text.Length || text[blank] is not (' ' or ',' or ':'))
        {
            return false;
        }
        return Openers.Has(opener)
            || (text[stop] != '.' && opener.Length > 1)
            || (IsPlainWord(word) && opener.Length > 3);
    }

    private static bool IsOpener(string text, int position) => Openers.Has(WordAt(text, SkipBlanks(text, position)));

    // "1. We collect … 2. We train …": the number begins what follows.
    private static bool IsItemNumber(string text, int start, int stop, ReadOnlySpan<char> word)
    {
        if (
            word.IsEmpty
            || (!IsNumber(word) && !(word.Length == 1 && char.IsLetter(word[0])) && word.ContainsAnyExcept("ivx"))
        )
        {
            return false;
        }
        var before = stop - word.Length;
        while (before > start && (char.IsWhiteSpace(text[before - 1]) || text[before - 1] == '('))
        {
            before--;
        }
        return before == start || text[before - 1] is ':' or ';';
    }

    private static bool IsNumber(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < 4 && !word.ContainsAnyExceptInRange('0', '9');

    // "https://github. com/…" as some sources print it.
    private static bool IsAddressPart(string text, int stop, ReadOnlySpan<char> word) =>
        stop > word.Length && text[stop - word.Length - 1] == '/';

    private static bool IsInitial(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || (word.Length > 2 && word[^2] == '.' && char.IsLetter(word[^1]));

    private static bool IsPlainWord(ReadOnlySpan<char> word) =>
        word.Length >= 4 && !word.ContainsAnyExceptInRange('a', 'z');

    private static ReadOnlySpan<char> WordBefore(string text, int start, int stop)
    {
        var first = stop;
        var limit = Math.Max(start, stop - LongestWord);
        while (first > limit && !char.IsWhiteSpace(text[first - 1]) && !IsOpening(text[first - 1]))
        {
            first--;
        }
        return text.AsSpan(first, stop - first);
    }

    private static ReadOnlySpan<char> WordAt(string text, int position)
    {
        var end = position;
        var limit = Math.Min(text.Length, position + LongestWord);
        while (end < limit && (char.IsLetter(text[end]) || text[end] is '-' or '\''))
        {
            end++;
        }
        return text.AsSpan(position, end - position);
    }

    private static bool IsOpening(char letter) => letter is '(' or '[' or '{' or '"' or '“' or '‘' or '/' or '—' or '–';

    // Closing quotes, brackets and tags, and a citation in square brackets that was set behind the stop.
    private static int SkipClosers(string text, int end)
    {
        for (; end < text.Length; end++)
        {
            if (text[end] == '<' && TagEnd(text, end) is var tag && tag > end)
            {
                end = tag;
            }
            else if (!IsCloser(text[end]))
            {
                break;
            }
        }
        if (end + 2 >= text.Length || text[end] != '[' || !char.IsAsciiDigit(text[end + 1]))
        {
            return end;
        }
        var close = text.AsSpan(end, Math.Min(24, text.Length - end)).IndexOf(']');
        var inside = close > 0 ? text.AsSpan(end + 1, close - 1) : "x";
        return inside.ContainsAnyExcept(Citation) ? end : end + close + 1;
    }

    private static bool IsCloser(char letter) =>
        letter is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '」' or '』' or '）';

    private static int TagEnd(string text, int open)
    {
        var rest = text.AsSpan(open, Math.Min(LongestWord, text.Length - open));
        return rest.StartsWith("</") || rest.StartsWith("<br") ? open + rest.IndexOf('>') : -1;
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
