using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Whether what a word stands for is denied where it stands.</summary>
internal enum Stance : byte
{
    /// <summary>Nothing denies it.</summary>
    Said,

    /// <summary>Something near it may: it is avoided, replaced or rare, or the loss of it is denied.</summary>
    Open,

    /// <summary>A denial stands before it, in its clause.</summary>
    Denied,
}

/// <summary>Reads of each word of a sentence whether it is denied there. A denial reaches to the end of its clause, but not back.</summary>
internal static class Polarity
{
    private const int ScopeTokens = 7;
    private const int ScopeWords = 4; // that say something
    private const int Subject = 4; // tokens before a denied verb

    private static readonly FrozenSet<string> Denying = Set(
        "not no without never neither nor cannot fail fails failed failing lack lacks lacked lacking unable none nothing devoid "
            + "don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't "
            + "ignore ignores ignored ignoring disregard disregards disregarded disregarding neglect neglects neglected neglecting "
            + "overlook overlooks overlooked overlooking omit omits omitted omitting absence"
    );

    private static readonly FrozenSet<string> Opening = Set(
        "avoid avoids avoided avoiding eliminate eliminates eliminated eliminating remove removes removed removing removal "
            + "prevent prevents prevented preventing overcome overcomes overcoming bypass bypasses bypassing obviate obviates circumvent "
            + "circumvents circumventing sidestep sidesteps dispense dispenses dispensing forgo forgoes replace replaces replaced "
            + "replacing spare spares discard discards discarded discarding skip skips skipped skipping drop drops dropped dropping "
            + "unlike beyond few little hardly rarely seldom barely less fewer reduce reduces reduced reducing minimal mitigate "
            + "mitigates mitigating alleviate alleviates impossible infeasible insufficient instead rather stop stops difficult hard "
            + "free zero relax relaxes relaxed relaxing lift lifts only resist resists limited limits poorly bad badly"
    );

    private static readonly FrozenSet<string> Ends = Set(
        "but while whereas which because since although though so if when where until unless yet however"
    );

    private static readonly FrozenSet<string> Auxiliaries = Set(
        "is are was were be been being can could may might must need needs do does did has have had will would should"
    );

    private static readonly string[] Harms =
    [
        "sacrific",
        "compromis",
        "loss",
        "lose",
        "losing",
        "hurt",
        "harm",
        "degrad",
        "drop",
        "deterior",
        "decreas",
        "reduc",
        "diminish",
        "wors",
        "affect",
        "impair",
        "limit",
        "differ",
        "chang",
        "alter",
        "restrict",
        "exceed",
        "necessar",
    ];

    public static Stance[] Of(List<Token> tokens)
    {
        var stances = new Stance[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word == "non" && i + 1 < tokens.Count)
            {
                Raise(stances, i + 1, Stance.Denied);
            }
            else if (IsDenial(tokens, i))
            {
                Mark(tokens, i, Stance.Denied, stances);
            }
            else if (Opening.Contains(tokens[i].Word) || IsInPlaceOf(tokens, i))
            {
                Mark(tokens, i, Stance.Open, stances);
            }
        }
        return stances;
    }

    /// <summary>Whether a word denies, and not in "not only" or "whether or not".</summary>
    public static bool IsDenial(List<Token> tokens, int i) =>
        Denying.Contains(tokens[i].Word)
        && !(IsFailure(tokens[i]) && (i + 1 == tokens.Count || tokens[i + 1].Breaks || tokens[i + 1].Word == "and"))
        && !(i > 0 && tokens[i - 1].Word == "or" && tokens[i].Word == "not")
        && !(
            i + 1 < tokens.Count
            && tokens[i].Word is "not" or "no" or "without" or "cannot"
            && tokens[i + 1].Word
                is "only"
                    or "more"
                    or "less"
                    or "fewer"
                    or "just"
                    or "necessarily"
                    or "merely"
                    or "doubt"
                    or "matter"
                    or "enough"
                    or "fully"
                    or "all"
                    or "always"
                    or "every"
                    or "entirely"
                    or "completely"
        );

    private static bool IsFailure(Token token) => token.Word.StartsWith("fail", StringComparison.Ordinal);

    // The "of" of "instead of", the "than" of "rather than".
    private static bool IsInPlaceOf(List<Token> tokens, int i) =>
        i > 0
        && (
            tokens[i - 1].Word == "instead" && tokens[i].Word == "of"
            || tokens[i - 1].Word == "rather" && tokens[i].Word == "than"
        );

    private static void Mark(List<Token> tokens, int denial, Stance stance, Stance[] stances)
    {
        if (tokens[denial] is { Joined: true, Word: "free" })
        {
            Raise(stances, denial - 1, Stance.Denied); // "label-free"
        }
        if (denial > 0 && Auxiliaries.Contains(tokens[denial - 1].Word))
        {
            for (var i = denial - 1; i >= Math.Max(0, denial - Subject) && !tokens[i].Breaks; i--)
            {
                Raise(stances, i, Stance.Open);
            }
        }
        var words = 0;
        for (
            var i = denial + 1;
            i < tokens.Count
                && i <= denial + ScopeTokens
                && words < ScopeWords
                && !tokens[i].Breaks
                && !Ends.Contains(tokens[i].Word);
            i++
        )
        {
            if (
                words == 0
                && !IsFailure(tokens[denial])
                && Array.Exists(Harms, harm => tokens[i].Word.StartsWith(harm, StringComparison.Ordinal))
            )
            {
                stance = Stance.Open; // "without loss of accuracy"
            }
            Raise(stances, i, stance);
            words += WordWeights.Of(tokens[i]) > 0 ? 1 : 0;
        }
    }

    private static void Raise(Stance[] stances, int i, Stance stance)
    {
        if (stances[i] < stance)
        {
            stances[i] = stance;
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
