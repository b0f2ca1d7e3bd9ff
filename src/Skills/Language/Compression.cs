namespace PaperBot.Skills.Language;

/// <summary>
/// A sentence made shorter by leaving words out: none is added, none moves. What remains is a sentence that can stand
/// alone; only its first letter may become a capital.
/// </summary>
internal static class Compression
{
    /// <summary>No excerpt is longer, in characters; hardly one sentence in ten thousand is.</summary>
    public const int Longest = 800;

    /// <param name="sentence">As it stands in the abstract.</param>
    /// <param name="title">Short names that it has are kept.</param>
    /// <param name="goal">So many words are few enough: beyond it, trailing clauses go.</param>
    public static string Of(string sentence, string title, int goal)
    {
        var text = LeadIns.Drop(sentence);
        text = Asides.Drop(text, title);
        text = TrailingClauses.Drop(text, goal);
        return Finished(text);
    }

    /// <summary>All forms of a sentence from which the best may be chosen: without lead-in and asides, then ever shorter.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<string> Forms(string sentence, string title)
    {
        var text = TrailingClauses.DropCodeMention(Asides.Drop(LeadIns.Drop(sentence), title));
        var later = LeadIns.WithoutOccasion(text);
        return
        [
            .. ShorterForms
                .Of(text)
                .Prepend(text)
                .Concat(later == text ? [] : [later, .. ShorterForms.Of(later)])
                .Select(Finished)
                .Distinct(),
        ];
    }

    private static string Finished(string text) => Limited(Capitalised(Tidy(text)));

    // Only text without a full stop comes here; the dots say that it goes on.
    private static string Limited(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }
        var blank = text.LastIndexOf(' ', Longest - 1);
        return blank > 0 ? text[..blank].TrimEnd(',', ';', ':', ' ') + "…" : text;
    }

    private static string Capitalised(string text)
    {
        if (text.Length < 2 || !char.IsLower(text[0]) || !IsPlainWord(text))
        {
            return text;
        }
        // A few old letters have a capital that belongs to another letter.
        var capital = char.ToUpperInvariant(text[0]);
        return char.ToLowerInvariant(capital) == text[0] ? capital + text[1..] : text;
    }

    // "k-means", "iPhone", "word2vec" and addresses are spelt as they are.
    private static bool IsPlainWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(" ,");
        var word = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        foreach (var letter in word[1..])
        {
            if (!char.IsLower(letter) && letter is not ('-' or '\''))
            {
                return false;
            }
        }
        return word.Length < 2 || word[1] != '-';
    }

    // Blanks that an omission left behind.
    private static string Tidy(string text)
    {
        Span<char> tidy = text.Length <= 2_048 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter == ' ' && (length == 0 || tidy[length - 1] == ' '))
            {
                continue;
            }
            tidy[length++] = letter;
        }
        return new string(tidy[..length].TrimEnd());
    }
}
