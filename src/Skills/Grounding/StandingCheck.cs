using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// How does the paper's own work fare? Authors hardly ever write that something else is better than what they propose, or that
/// it breaks down: a text that says so needs a sentence of the abstract that says something of the kind.
/// </summary>
internal static class StandingCheck
{
    private const int ReachAhead = 5; // tokens from a comparison to what it is with
    private const int ReachBack = 12; // and to what is compared

    private static readonly FrozenSet<string> Own = Set("proposed our ours authors authors'");
    private static readonly FrozenSet<string> Plain = Set(
        "method approach algorithm model system scheme framework network technique architecture pipeline"
    );

    private static readonly FrozenSet<string> Better = Set(
        "better faster stronger superior higher larger greater cheaper safer simpler smaller lighter easier quicker lower more fewer "
            + "less accurate robust efficient effective precise reliable stable"
    );

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (
                LosesTo(tokens, i, evidence)
                && !evidence.Sentences.Any(source =>
                    Enumerable.Range(0, source.Tokens.Count).Any(j => LosesTo(source.Tokens, j, evidence))
                )
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[tokens[i].Start..tokens[i].End],
                    "The abstract does not say that anything is better than the paper's own work."
                );
            }
            else if (
                Worsening.IsSaid(tokens, i)
                && alignment.Stances[i] == Stance.Said
                && alignment.Support.Count > 0
                && !Retold(alignment, evidence).Any(place => Worsening.IsPossible(evidence.Sentences[place].Tokens))
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[tokens[i].Start..tokens[i].End],
                    "The abstract has nothing as bad to say of it."
                );
            }
        }
    }

    // The sentences that hold most of it, and those that have its numbers.
    private static IEnumerable<int> Retold(Alignment alignment, Evidence evidence) =>
        alignment.Support.Concat(
            alignment
                .Tokens.Where(token => token.Kind == TokenKind.Number)
                .SelectMany(evidence.Numbers.Of)
                .Select(place => place.Sentence)
        );

    // "… outperforms the proposed …", "… is safer than ours"
    private static bool LosesTo(List<Token> tokens, int i, Evidence evidence)
    {
        if (SidesCheck.IsWin(tokens[i]))
        {
            return !(i + 1 < tokens.Count && tokens[i + 1].Word == "by")
                && !IsOwnNear(tokens, i, -1, evidence)
                && IsOwnNear(tokens, i, 1, evidence);
        }
        if (tokens[i].Word == "than" && !Below(tokens, i))
        {
            return Enumerable.Range(1, 4).Any(back => i - back >= 0 && Better.Contains(tokens[i - back].Word))
                && !IsOwnNear(tokens, i, -1, evidence)
                && IsOwnNear(tokens, i, 1, evidence);
        }
        return false;
    }

    // "less accurate than", "slower than": that it is not as good as the paper's own.
    private static bool Below(List<Token> tokens, int i) =>
        Enumerable
            .Range(1, 4)
            .Any(back =>
                i - back >= 0
                && tokens[i - back].Word
                    is "less"
                        or "fewer"
                        or "lower"
                        or "worse"
                        or "slower"
                        or "weaker"
                        or "rather"
                        or "other"
                        or "smaller"
                        or "not"
            );

    private static bool IsOwnNear(List<Token> tokens, int i, int step, Evidence evidence)
    {
        for (
            var j = i + step;
            j >= 0 && j < tokens.Count && Math.Abs(j - i) <= (step < 0 ? ReachBack : ReachAhead);
            j += step
        )
        {
            if (
                step > 0 && j > i + 1 && tokens[j].Breaks
                || step > 0 && tokens[j].Word is "on" or "in" or "by" or "for" or "of"
            )
            {
                return false;
            }
            if (
                Own.Contains(tokens[j].Word)
                    && !tokens[j].Joined
                    && !(j > 0 && tokens[j - 1].Word is "previously" or "recently")
                || evidence.IsOwn(tokens[j].Word)
                || tokens[j].Word == "we"
            )
            {
                return true;
            }
            if (j > 0 && tokens[j - 1].Word is "the" or "this" && Plain.Contains(tokens[j].Word))
            {
                return true;
            }
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
