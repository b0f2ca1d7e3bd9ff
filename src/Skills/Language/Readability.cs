namespace PaperBot.Skills.Language;

internal enum Readable
{
    Yes,

    /// <summary>Words, but not English ones.</summary>
    OtherLanguage,

    /// <summary>No words: formulas, symbols, one endless string.</summary>
    No,
}

/// <summary>Whether a text is English prose, by its small words.</summary>
internal static class Readability
{
    // In English abstracts a third of the words are small English ones; in any other language hardly one in ten.
    private const double SmallShare = 0.12;

    // A judgement on fewer words would be a guess.
    private const int FewWords = 12;
    private const int FewWordsOfSentence = 8;
    private const int FewWordsBesideForeign = 3;

    public static Readable Of(Reading reading) =>
        Of(reading.Sentences.Aggregate(default(WordKinds), (sum, read) => sum + WordKinds.Of(read.Text)));

    public static Readable Of(WordKinds text) =>
        IsOtherScript(text) ? Readable.OtherLanguage
        : text.Words * 3 < text.All || text.Words == 0 || (text.Words < 3 && text.Letters > Sentences.Longest)
            ? Readable.No
        : text.Words >= FewWords && text.English < SmallShare * text.Words ? Readable.OtherLanguage
        : Readable.Yes;

    /// <summary>
    /// Whether one sentence among others is in another language: it has far more small words of others than of English, or
    /// none of English and accents instead.
    /// </summary>
    public static bool IsForeign(WordKinds sentence) =>
        IsOtherScript(sentence)
        || (sentence.Foreign > 1 && sentence.Foreign > 2 * sentence.English)
        || (sentence.Words >= FewWordsOfSentence && sentence.English == 0 && sentence.Accented > 1);

    /// <summary>Whether a sentence that stands beside foreign ones is one of them: it has words, and no small one of English.</summary>
    public static bool IsHardlyEnglish(WordKinds sentence) =>
        IsForeign(sentence) || (sentence.Words >= FewWordsBesideForeign && sentence.English == 0);

    private static bool IsOtherScript(WordKinds text) => text.OtherLetters * 2 > text.Letters;
}
