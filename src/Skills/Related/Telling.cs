using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>Pure: what of a text can tell what it is about.</summary>
internal static class Telling
{
    private static readonly string[] Traces = ["http", "www.", ".com", ".org", ".io/", ".co/", ".edu", "@"];

    /// <summary>Whether a piece of text between blanks is an address of the web or of somebody.</summary>
    public static bool IsAddress(ReadOnlySpan<char> piece)
    {
        if (piece.Length < 6 || !piece.ContainsAny('.', '@', ':'))
        {
            return false;
        }
        foreach (var trace in Traces)
        {
            if (piece.Contains(trace, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    /// <param name="word">As <see cref="Words"/> gives it.</param>
    public static bool IsTelling(ReadOnlySpan<char> word) =>
        !IndexText.IsTooCommon(word) && HasLetter(word) && (word.Length > 1 || !char.IsAscii(word[0]));

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return true;
            }
        }
        return false;
    }
}
