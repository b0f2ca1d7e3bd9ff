using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

internal enum TokenKind
{
    /// <summary>A word, or anything that is spelt as one: "top-1", "ResNet-50", "3D", "1/4", "2^3".</summary>
    Word,

    /// <summary>A number that stands apart, with the unit that is written onto it: "97.70", "1.5x", "3.8ms".</summary>
    Figure,

    /// <summary>One character of punctuation.</summary>
    Mark,
}

/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">The character there is no longer part of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, int Start, int End);

/// <summary>A sentence cut for reading numbers: what is a number, and what only looks like one.</summary>
internal static class Tokens
{
    private static readonly FrozenSet<string> Attached = (
        "x X K M B T G k m s h ms µs μs ns fps FPS Hz kHz MHz GHz dB GB MB KB TB W mW mm cm km kg pp pts "
        + "FLOPs FLOPS MFLOPs GFLOPs TFLOPs MFLOPS GFLOPS TFLOPS GFlops MFlops MACs GMACs MMACs"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttachedSpans =
        Attached.GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        for (var i = 0; i < text.Length; )
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var figure = char.IsAsciiDigit(text[i]) && StandsApart(text, i) ? FigureEnd(text, i) : -1;
            var (kind, end) =
                figure > 0 ? (TokenKind.Figure, figure)
                : char.IsLetterOrDigit(text[i]) ? (TokenKind.Word, WordEnd(text, i))
                : (TokenKind.Mark, i + 1);
            tokens.Add(new Token(kind, i, end));
            i = end;
        }
        return tokens;
    }

    // No citation, index or power. What is written onto a word has been taken with the word.
    private static bool StandsApart(string text, int i) =>
        i == 0 || text[i - 1] is not ('[' or '.' or ',' or '^' or '_' or '#' or '\\');

    // -1 where it is a word after all.
    private static int FigureEnd(string text, int start)
    {
        var end = DigitsEnd(text, start);
        while (At(text, end) == ',' && DigitsEnd(text, end + 1) == end + 4)
        {
            end += 4;
        }
        var hasDecimals = At(text, end) == '.' && char.IsAsciiDigit(At(text, end + 1));
        end = hasDecimals ? DigitsEnd(text, end + 1) : end;
        var next = At(text, end);
        var afterNext = At(text, end + 1);
        return next switch
        {
            '.' or ':' when char.IsAsciiDigit(afterNext) => -1, // "2.0.1", "1:4"
            '/' when !hasDecimals && char.IsLetterOrDigit(afterNext) => -1, // "1/4", "1/n"
            '^' or '_' or '@' or '!' when char.IsLetterOrDigit(afterNext) || afterNext is '{' or '(' => -1,
            '-' or '–' => DashEnd(text, start, end),
            '×' => char.IsLetterOrDigit(afterNext) ? -1 : end + 1,
            _ when char.IsLetterOrDigit(next) => AttachedEnd(text, end),
            _ => end,
        };
    }

    // "10-fold" and "40-65" are numbers; "8-bit" and "2026-01-05" are none.
    private static int DashEnd(string text, int start, int end)
    {
        if (text.AsSpan(end + 1).StartsWith("fold") && !char.IsLetterOrDigit(At(text, end + 5)))
        {
            return end + 5;
        }
        if (char.IsLetter(At(text, end + 1)))
        {
            return -1;
        }
        var part = DigitsEnd(text, end + 1);
        return end - start == 4 && part > end + 1 && At(text, part) == '-' ? -1 : end;
    }

    private static int AttachedEnd(string text, int start)
    {
        var end = start;
        while (char.IsLetterOrDigit(At(text, end)))
        {
            end++;
        }
        var isPartOfWord = At(text, end) is '-' or '/' or '×' or '^' or '_' && char.IsLetterOrDigit(At(text, end + 1));
        return !isPartOfWord && AttachedSpans.Contains(text.AsSpan(start..end)) ? end : -1;
    }

    private static int DigitsEnd(string text, int start)
    {
        while (char.IsAsciiDigit(At(text, start)))
        {
            start++;
        }
        return start;
    }

    private static int WordEnd(string text, int start)
    {
        var end = start + 1;
        while (
            char.IsLetterOrDigit(At(text, end))
            || (
                At(text, end)
                    is '-'
                        or '\''
                        or '’'
                        or '.'
                        or '/'
                        or '@'
                        or '+'
                        or '_'
                        or '^'
                        or '×'
                        or '&'
                        or ':'
                        or '{'
                        or '}'
                && char.IsLetterOrDigit(At(text, end + 1))
            )
        )
        {
            end++;
        }
        return end;
    }

    private static char At(string text, int i) => i < text.Length ? text[i] : '\0';
}
