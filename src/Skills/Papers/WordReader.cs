using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PaperBot.Skills.Papers;

/// <summary>The words of a text one after the other, folded on the way (<see cref="LetterFolding"/>); nothing is allocated.</summary>
/// <param name="text">Any text, also broken surrogates.</param>
/// <param name="word">Room for the word that was read last: <see cref="Words.LongestWord"/> characters.</param>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> word)
{
    // What an ASCII character is in a word: its lower case, or 0 where it ends the word.
    private static ReadOnlySpan<byte> Ascii =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8
        + "0123456789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> word = word;
    private int position;
    private int length;

    /// <summary>Overwritten by the next <see cref="MoveNext"/>.</summary>
    public readonly ReadOnlySpan<char> Current => word[..length];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as StemTable.StemOf
    public bool MoveNext()
    {
        length = 0;
        while (position < text.Length)
        {
            var letter = text[position];
            if (letter < 0x80)
            {
                position++;
                var folded = Ascii[letter];
                if (folded != 0)
                {
                    Append((char)folded);
                }
                else if (length > 0)
                {
                    return true;
                }
            }
            else if (EndsAtOther(letter))
            {
                return true;
            }
        }
        return length > 0;
    }

    // Beyond ASCII; true where the word is complete.
    private bool EndsAtOther(char letter)
    {
        if (char.IsSurrogate(letter))
        {
            return EndsAtPair();
        }
        if (StandsAlone(letter) && char.IsLetterOrDigit(letter))
        {
            return EndsAtLone(letter, '\0');
        }
        position++;
        if (LetterFolding.Fold(letter) is { } folded)
        {
            Append(folded);
            return false;
        }
        switch (CharUnicodeInfo.GetUnicodeCategory(letter))
        {
            case <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber:
                Append(char.ToLowerInvariant(letter));
                return false;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark when IsIndic(letter):
                Append(letter); // a vowel there, not an accent
                return false;
            case UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format:
                return false;
            default:
                return length > 0;
        }
    }

    private bool EndsAtPair()
    {
        if (Rune.DecodeFromUtf16(text[position..], out var rune, out var used) != System.Buffers.OperationStatus.Done)
        {
            position += used;
            return length > 0;
        }
        if (LetterFolding.FoldMathematical(rune.Value) is not '\0' and var plain)
        {
            position += used;
            Append(plain);
            return false;
        }
        if (!Rune.IsLetterOrDigit(rune))
        {
            position += used;
            return length > 0;
        }
        if (rune.Value >= 0x20000) // Han
        {
            return EndsAtLone(text[position], text[position + 1]);
        }
        position += used;
        if (length + 1 < word.Length)
        {
            length += Rune.ToLowerInvariant(rune).EncodeToUtf16(word[length..]);
        }
        return false;
    }

    private bool EndsAtLone(char letter, char second)
    {
        if (length > 0)
        {
            return true;
        }
        Append(letter);
        position++;
        if (second != '\0')
        {
            Append(second);
            position++;
        }
        return true;
    }

    private void Append(char letter)
    {
        if (length < word.Length)
        {
            word[length++] = letter;
        }
    }

    private void Append(string letters)
    {
        foreach (var letter in letters)
        {
            Append(letter);
        }
    }

    private static bool IsIndic(char letter) => letter is >= '\u0900' and <= '\u0DFF'; // Devanagari to Sinhala

    private static bool StandsAlone(char letter) =>
        letter
            is (>= '\u0E00' and <= '\u0EFF') // Thai, Lao
                or (>= '\u1000' and <= '\u109F') // Burmese
                or (>= '\u1780' and <= '\u17FF') // Khmer
                or (>= '\u3040' and <= '\u30FF') // Hiragana, Katakana
                or (>= '\u3400' and <= '\u4DBF') // Han
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');
}
