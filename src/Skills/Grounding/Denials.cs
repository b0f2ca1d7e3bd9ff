using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Words that deny what stands near them.</summary>
internal static class Denials
{
    private const int Reach = 5; // tokens to either side
    private const int ScopeTokens = 6;
    private const int ScopeWords = 3;

    private static readonly FrozenSet<string> Strong = Set(
        "not no without never neither nor cannot fail fails failed failing lack lacks lacked lacking unable hardly none nothing "
            + "don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't"
    );

    // These can say the same as a "not", but one may also leave them out.
    private static readonly FrozenSet<string> Weak = Set(
        "avoid avoids avoided avoiding eliminate eliminates eliminated eliminating remove removes removed removing removal free "
            + "instead rather absence absent overcome overcomes mitigate mitigates prevent prevents prevented preventing little few "
            + "less fewer reduce reduces reduced reducing minimal unlike beyond unnecessary impossible infeasible "
            + "insufficient inefficient difficult hard challenging struggle struggles non zero alleviate alleviates bypass "
            + "bypasses bypassing rarely seldom barely ignore ignores ignored ignoring neglect neglects neglected missing "
            + "exceed exceeds limited limits suffer suffers unless despite obviate obviates sidestep sidesteps circumvent drop "
            + "drops dropping skip skips"
    );

    // "without loss", "does not hurt": what is denied is bad, and the sentence says that all is well.
    private static readonly FrozenSet<string> Harms = Set(
        "sacrific compromis lose loss losing hurt harm degrad drop deterior decreas reduc diminish wors affect impair limit cost "
            + "overhead need necessit explicit longer access prior addit extra assum requir"
    );

    /// <summary>Which words deny, each with the stems of what it denies, nearest first.</summary>
    public static IEnumerable<(Token Denial, IReadOnlyList<Token> Scope)> In(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsStrong(tokens, i) && Behind(tokens, i) is { Count: > 0 } scope)
            {
                yield return (tokens[i], scope);
            }
        }
    }

    /// <summary>By token: whether any denial, also a weak one, stands near it.</summary>
    public static bool[] Near(List<Token> tokens)
    {
        var near = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsAny(tokens, i))
            {
                near.AsSpan(Math.Max(0, i - Reach)..Math.Min(tokens.Count, i + Reach + 1)).Fill(true);
            }
        }
        return near;
    }

    /// <summary>Whether another word near this one denies.</summary>
    public static bool NearOthers(List<Token> tokens, int i)
    {
        for (var other = Math.Max(0, i - Reach); other < Math.Min(tokens.Count, i + Reach + 1); other++)
        {
            if (other != i && IsAny(tokens, other))
            {
                return true;
            }
        }
        return false;
    }

    public static bool IsHarm(Token token) => Harms.Any(harm => token.Word.StartsWith(harm, StringComparison.Ordinal));

    /// <summary>Whether a word denies, and not in "not only" or "whether or not".</summary>
    public static bool IsStrong(List<Token> tokens, int i) =>
        Strong.Contains(tokens[i].Word)
        && !(i > 0 && tokens[i - 1].Word == "or" && tokens[i].Word == "not")
        && !(
            i + 1 < tokens.Count
            && tokens[i].Word is "not" or "no"
            && tokens[i + 1].Word is "only" or "more" or "less" or "fewer" or "just" or "necessarily" or "merely"
        );

    /// <summary>Whether a word denies, or says the same as a denial.</summary>
    public static bool IsAny(List<Token> tokens, int i) =>
        Strong.Contains(tokens[i].Word)
        || Weak.Contains(tokens[i].Word)
        || (tokens[i].Word.Length > 5 && tokens[i].Word.StartsWith("un", StringComparison.Ordinal));

    /// <summary>The words that say something right behind a place, at most three.</summary>
    public static List<Token> Behind(List<Token> tokens, int denial)
    {
        var scope = new List<Token>(ScopeWords);
        for (var i = denial + 1; i < tokens.Count && i <= denial + ScopeTokens && scope.Count < ScopeWords; i++)
        {
            if (tokens[i].Breaks || tokens[i].Word is "but")
            {
                break;
            }
            if (WordWeights.Of(tokens[i]) > 0)
            {
                scope.Add(tokens[i]);
            }
        }
        return scope;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
