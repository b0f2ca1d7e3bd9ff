using System.Buffers;

namespace PaperBot.Skills.Language;

/// <summary>Whether a full stop, question mark or exclamation mark ends its sentence.</summary>
internal static class SentenceEnd
{
    // What goes on with a sentence or a formula.
    private static readonly SearchValues<char> NoBeginning = SearchValues.Create(",;:).=/+≤≥±");

    // Roman numerals of sections and figures.
    private const string Roman = "IVX";

    /// <returns>Where the sentence ends (stops, closing quotes and citation included), or -1.</returns>
    /// <param name="text">The whole abstract.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">Where the mark stands.</param>
    /// <param name="next">Where to look on.</param>
    public static int After(string text, int start, int stop, out int next)
    {
        var lastStop = stop;
        var strong = false;
        while (lastStop < text.Length && IsStop(text[lastStop]))
        {
            strong |= text[lastStop] is '!' or '?';
            lastStop++;
        }
        var stops = lastStop - stop;
        var end = Closers.Skip(text, lastStop);
        next = end;
        if (end == text.Length || EndsAnyway(text, stop, lastStop, end))
        {
            return Closers.SkipRest(text, end);
        }
        if (!char.IsWhiteSpace(text[end]))
        {
            return stops == 1 ? GluedSentence.End(text, start, stop, end) : -1;
        }
        var ends =
            strong ? EndsStrongly(text, start, stop, end)
            : stops > 1 || text[stop] == '…' ? StartsUpper(text, end)
            : EndsPlainly(text, start, stop, end, isQuoted: end > lastStop);
        return ends ? Closers.SkipRest(text, end) : -1;
    }

    public static bool IsStop(char letter) => letter is '.' or '!' or '?' or '…' || IsWide(letter);

    /// <summary>Whether what follows, after blanks, can begin a sentence: anything but a small letter or a comma.</summary>
    public static bool StartsUpper(string text, int position)
    {
        position = Scan.SkipBlanks(text, position);
        return position < text.Length
            && !char.IsLower(text[position])
            && (!NoBeginning.Contains(text[position]) || text[position] == '.');
    }

    /// <summary>Whether the word behind the blanks at this position is one that begins sentences.</summary>
    public static bool IsOpener(string text, int position)
    {
        position = Scan.SkipBlanks(text, position);
        while (position < text.Length && text[position] is '"' or '“' or '\'' or '‘' or '«')
        {
            position++;
        }
        return Openers.Has(Scan.WordAt(text, position));
    }

    // Scripts without capitals end their sentences with marks that have no other use.
    private static bool IsWide(char letter) => letter is '。' or '！' or '？' or '｡' or '．' or '।' or '؟' or '۔';

    private static bool EndsAnyway(string text, int stop, int lastStop, int end) =>
        (IsWide(text[stop]) && !(text[stop] == '．' && char.IsDigit(text[end])))
        || Tags.IsBlock(text, end, out _)
        || (end > lastStop && text[end - 1] == '>' && Tags.IsBlock(text, text.LastIndexOf('<', end - 1), out _));

    private static bool EndsStrongly(string text, int start, int stop, int end) =>
        StartsUpper(text, end)
        // A name that ends in a mark goes on with another name.
        && (!Abbreviations.IsNameWithMark(Scan.WordBefore(text, start, stop)) || IsOpener(text, end));

    private static bool EndsPlainly(string text, int start, int stop, int end, bool isQuoted)
    {
        var follow = Scan.SkipBlanks(text, end);
        if (follow == text.Length)
        {
            return true;
        }
        var last = stop > start && text[stop - 1] == ' ' ? stop - 1 : stop; // "et al ." as some sources print it
        var word = Scan.WordBefore(text, start, last);
        var kind = Abbreviations.KindOf(word);
        if (char.IsLower(text[follow]))
        {
            return kind == Abbreviation.None && !isQuoted && EndsBeforeSmall(text, last, word, follow);
        }
        if (NoBeginning.Contains(text[follow]))
        {
            return false;
        }
        return kind switch
        {
            Abbreviation.NeverLast => false,
            Abbreviation.BeforeNumber => IsNoNumber(text, follow),
            Abbreviation.SometimesLast => IsOpener(text, follow),
            Abbreviation.OftenLast => char.IsUpper(text[follow]) || IsOpener(text, follow),
            _ => !IsItemNumber(text, start, last, word)
                && !IsSplitDecimal(text, word, follow)
                && !IsHeading(text, start, last)
                && !IsInitial(text, start, last, word, follow),
        };
    }

    // "It is true. this one is sloppy", "The patches are clustered. k-means is used": but not after what may be an
    // abbreviation that nobody listed, not inside of "https://github. com/…" as some sources print it, and not before what
    // only goes on ("The code is public. https://…").
    private static bool EndsBeforeSmall(string text, int last, ReadOnlySpan<char> word, int follow) =>
        (Scan.IsPlainWord(word) || (word.Length > 1 && Scan.IsSmallName(text, follow)))
        && !(last > word.Length && text[last - word.Length - 1] == '/')
        && Scan.WordAt(text, follow) is not ("http" or "https" or "www" or "and" or "or" or "which" or "but");

    // "Fig. 2", "Eq. (3)", "Sec. IV", "Fig. S1"; but "The answer is no. Transformers fail".
    private static bool IsNoNumber(string text, int follow)
    {
        var word = Scan.WordAt(text, follow);
        return IsOpener(text, follow)
            || (
                word.Length > 1
                && word.ContainsAnyExcept(Roman)
                && (follow + word.Length == text.Length || !char.IsAsciiDigit(text[follow + word.Length]))
            );
    }

    // "1. We collect … 2. We train …": the number begins what follows.
    private static bool IsItemNumber(string text, int start, int last, ReadOnlySpan<char> word)
    {
        if (
            word.IsEmpty
            || (!IsNumber(word) && !(word.Length == 1 && char.IsLetter(word[0])) && word.ContainsAnyExcept("ivx"))
        )
        {
            return false;
        }
        var before = last - word.Length;
        while (before > start && (char.IsWhiteSpace(text[before - 1]) || text[before - 1] == '('))
        {
            before--;
        }
        return before == start || text[before - 1] == ':' || (text[before - 1] == ';' && !EndsEntity(text, before - 1));
    }

    // "y &gt; 3."
    private static bool EndsEntity(string text, int semicolon) =>
        text.AsSpan(Math.Max(0, semicolon - 7), Math.Min(7, semicolon)).Contains('&');

    private static bool IsNumber(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < 4 && !word.ContainsAnyExceptInRange('0', '9');

    // "0. 5 points" is a number that somebody's tools took apart.
    private static bool IsSplitDecimal(string text, ReadOnlySpan<char> word, int follow)
    {
        if (word is not "0")
        {
            return false;
        }
        var end = follow;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        return end > follow && (end == text.Length || !char.IsLetter(text[end]));
    }

    private static bool IsHeading(string text, int start, int last) =>
        Abbreviations.IsHeading(text.AsSpan(start, Math.Max(0, last - start)));

    // "J. Smith", "A.B. Jones", "S.-H. Li", "z. B.", "i. e. Trees"; but "vitamin C. Patients", where what is named stands
    // before the letter, and "the class C. We".
    private static bool IsInitial(string text, int start, int last, ReadOnlySpan<char> word, int follow)
    {
        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            var abbreviates =
                (follow + 1 < text.Length && text[follow + 1] == '.')
                || (last - 4 >= start && text[last - 2] == ' ' && text[last - 3] == '.')
                || (char.IsUpper(word[0]) && !Scan.FollowsNoun(text, start, last - 1));
            return abbreviates && !IsOpener(text, follow);
        }
        return word.Length > 2
            && char.IsLetter(word[^1])
            && (word[^2] == '.' || (word[^2] == '-' && word[^3] == '.'))
            && !Openers.IsListed(Scan.WordAt(text, follow));
    }
}
