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
        var words = new List<string>(text.Length / 6 + 1);
        foreach (var word in Each(text))
        {
            words.Add(word);
        }
        return words;
    }

    public static IEnumerable<string> Each(string text)
    {
        var folded = LetterFolding.Fold(text);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && IsWordPart(folded[i]))
            {
                if (StandsAlone(folded[i]))
                {
                    if (start >= 0)
                    {
                        yield return Cut(folded, start, i);
                        start = -1;
                    }
                    yield return folded.Substring(i, 1);
                    continue;
                }
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return Cut(folded, start, i);
                start = -1;
            }
        }
    }

    private static string Cut(string text, int start, int end) =>
        text.Substring(start, Math.Min(end - start, LongestWord));

    private static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);

    private static bool StandsAlone(char letter) =>
        letter
            is (>= '\u0E00' and <= '\u0EFF') // Thai, Lao
                or (>= '\u1000' and <= '\u109F') // Burmese
                or (>= '\u3040' and <= '\u30FF') // Hiragana, Katakana
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u4E00' and <= '\u9FFF') // Han
                or (>= '\uF900' and <= '\uFAFF');
}
