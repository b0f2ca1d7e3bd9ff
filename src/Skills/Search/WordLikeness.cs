using System.Buffers;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>Pure: can this word be that one, mistyped?</summary>
/// <param name="Value">1 for the same word, 0 for another one.</param>
/// <param name="NeedsPlace">Too short to be recognised but where its neighbours are recognised.</param>
internal readonly record struct WordLikeness(float Value, bool NeedsPlace)
{
    public const int MostMistakes = 2;

    private const int SameBeginning = 3; // letters that two forms of a word share
    private static readonly SearchValues<char> AnyDigit = SearchValues.Create("0123456789");

    /// <summary>A cheap first look: false where the words have nothing in common.</summary>
    /// <param name="typedLetters">The <see cref="LetterSet"/> of the word that was typed.</param>
    /// <param name="wordLetters">The <see cref="LetterSet"/> of the other word.</param>
    public static bool IsPossible(string typed, uint typedLetters, string word, uint wordLetters) =>
        BeginAlike(typed, word)
        || (
            Math.Abs(typed.Length - word.Length) <= MostMistakes
            && !LetterSet.Differ(typedLetters, wordLetters, MostMistakes)
        );

    public static WordLikeness Of(string typed, string word)
    {
        if (typed == word)
        {
            return new WordLikeness(1, false);
        }
        var length = Math.Min(typed.Length, word.Length);
        if (Math.Abs(typed.Length - word.Length) <= MostMistakes && !IsNumbering(typed, word))
        {
            var most = MistakesIn(length);
            var distance = EditDistance.Between(typed, word, most);
            if (distance <= most)
            {
                return new WordLikeness(Likeness(length, distance), length < 3 || (length == 5 && distance == 2));
            }
        }
        return new WordLikeness(IsSameStem(typed, word) ? 0.9f : 0, false);
    }

    /// <summary>How many mistakes a word of this length may have and still be recognised.</summary>
    public static int MistakesIn(int length) => length < 5 ? 1 : MostMistakes;

    private static float Likeness(int length, int distance) =>
        (length, distance) switch
        {
            (<= 2, _) => 0.6f,
            (3, _) => 0.75f,
            (4 or 5, 1) => 0.85f,
            (_, 1) => 0.92f,
            (5, _) => 0.65f,
            _ => 0.78f,
        };

    private static bool IsSameStem(string typed, string word) =>
        BeginAlike(typed, word) && Stem.Of(typed) == Stem.Of(word);

    private static bool BeginAlike(string typed, string word) =>
        typed.Length > SameBeginning
        && word.Length > SameBeginning
        && typed.AsSpan(0, SameBeginning).SequenceEqual(word.AsSpan(0, SameBeginning));

    // "50" is no misspelt "60", and Part II no misspelt Part III.
    private static bool IsNumbering(string typed, string word) =>
        (IsRoman(typed) && IsRoman(word))
        || (
            (typed.AsSpan().ContainsAny(AnyDigit) || word.AsSpan().ContainsAny(AnyDigit))
            && !typed.Where(char.IsAsciiDigit).SequenceEqual(word.Where(char.IsAsciiDigit))
        );

    private static bool IsRoman(string word) => word is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii";
}
