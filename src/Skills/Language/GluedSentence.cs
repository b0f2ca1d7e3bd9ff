namespace PaperBot.Skills.Language;

/// <summary>Whether a sentence ends where no blank follows its stop.</summary>
internal static class GluedSentence
{
    /// <returns>Where it ends, the number of a footnote included; or -1.</returns>
    /// <param name="end">Behind the stop and what closes it; what stands there is no blank.</param>
    public static int End(string text, int start, int stop, int end)
    {
        if (stop == start)
        {
            return -1;
        }
        var word = Scan.WordBefore(text, start, stop);
        if (word.ContainsAny("./@_\\") || Abbreviations.KindOf(word) == Abbreviation.NeverLast)
        {
            return -1;
        }
        if (char.IsAsciiDigit(text[end]))
        {
            return FootnoteEnd(text, word, end);
        }
        return IsMissingBlank(text, stop, end, word) ? end : -1;
    }

    // "works.We propose", "by BERT.The code"; but neither "Node.js" nor "torch.Tensor" nor an address.
    private static bool IsMissingBlank(string text, int stop, int end, ReadOnlySpan<char> word)
    {
        if (text[end] >= '⺀') // no Latin letter: scripts that need no blank
        {
            return char.IsLetter(text[end]);
        }
        if (!char.IsAsciiLetterUpper(text[end]))
        {
            return false;
        }
        var opener = Scan.WordAt(text, end);
        var blank = end + opener.Length;
        if (blank >= text.Length || text[blank] is not (' ' or ',' or ':'))
        {
            return false;
        }
        var before = text[stop - 1];
        if (char.IsUpper(before))
        {
            return word.Length > 1 && Openers.Has(opener);
        }
        return (char.IsLower(before) || char.IsAsciiDigit(before) || before is ')' or ']' or '%' or '"' or '”' or '$')
            && (
                Openers.Has(opener)
                || (text[stop] != '.' && opener.Length > 1)
                || (Scan.IsPlainWord(word) && opener.Length > 3)
            );
    }

    // "The code is public.1 We": one or two digits, then a beginning; but "No.4 Refined", "section.2".
    private static int FootnoteEnd(string text, ReadOnlySpan<char> word, int digits)
    {
        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        return
            end - digits < 3
            && Scan.IsPlainWord(word)
            && (end == text.Length || (char.IsWhiteSpace(text[end]) && SentenceEnd.StartsUpper(text, end)))
            ? end
            : -1;
    }
}
