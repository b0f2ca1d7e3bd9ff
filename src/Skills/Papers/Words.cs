namespace PaperBot.Skills.Papers;

/// <summary>
/// Text to words, the same way for what is stored and for what is asked: runs of letters and digits, lower case,
/// without accents. Scripts that write no blanks (Chinese, Japanese, Thai …) become one word per character, so that any
/// part of a sentence can be found.
/// </summary>
public static class Words
{
    /// <summary>Words longer than this are cut: nobody types them, and an index should not hold a base64 blob.</summary>
    public const int LongestWord = 48;

    public static IReadOnlyList<string> Of(string text)
    {
        Span<char> word = stackalloc char[LongestWord];
        var words = new List<string>(text.Length / 6 + 1);
        var reader = new WordReader(text, word);
        while (reader.MoveNext())
        {
            words.Add(reader.Current.ToString());
        }
        return words;
    }
}
