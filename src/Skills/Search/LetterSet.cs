using System.Numerics;

namespace PaperBot.Skills.Search;

/// <summary>Which letters a word has, as bits: a cheap test before two words are compared letter by letter.</summary>
internal static class LetterSet
{
    public static uint Of(ReadOnlySpan<char> word)
    {
        var set = 0u;
        foreach (var letter in word)
        {
            set |= letter is >= 'a' and <= 'z' ? 1u << (letter - 'a') : 1u << (26 + letter % 6);
        }
        return set;
    }

    /// <summary>Whether more than so many typing mistakes must lie between the words; each brings and takes one letter at most.</summary>
    public static bool Differ(uint one, uint other, int mistakes) =>
        BitOperations.PopCount(one & ~other) > mistakes || BitOperations.PopCount(other & ~one) > mistakes;
}
