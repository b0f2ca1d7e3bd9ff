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
        var folded = LetterFolding.Fold(text);
        var words = new List<string>(text.Length / 6 + 1);
        foreach (var range in Ranges(folded))
        {
            words.Add(folded[range]);
        }
        return words;
    }

    /// <summary>Where the words of a text stand that <see cref="LetterFolding"/> has folded.</summary>
    internal static RangeEnumerator Ranges(string folded) => new(folded);

    internal ref struct RangeEnumerator(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int position;

        public Range Current { get; private set; }

        public readonly RangeEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (position < text.Length && !IsWordPart(text[position]))
            {
                position++;
            }
            if (position == text.Length)
            {
                return false;
            }
            var start = position++;
            if (!StandsAlone(text[start]))
            {
                while (position < text.Length && IsWordPart(text[position]) && !StandsAlone(text[position]))
                {
                    position++;
                }
            }
            Current = start..Math.Min(position, start + LongestWord);
            return true;
        }
    }

    private static bool IsWordPart(char letter) =>
        letter < 0x80 ? char.IsAsciiLetterOrDigit(letter) : char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);

    private static bool StandsAlone(char letter) =>
        letter
            is (>= '\u0E00' and <= '\u0EFF') // Thai, Lao
                or (>= '\u1000' and <= '\u109F') // Burmese
                or (>= '\u3040' and <= '\u30FF') // Hiragana, Katakana
                or (>= '\u3400' and <= '\u4DBF') // Han
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');
}
