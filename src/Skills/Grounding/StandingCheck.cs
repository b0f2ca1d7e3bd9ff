using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// How does the paper's own work fare? Authors hardly ever write that something else is better than what they propose, or that
/// it breaks down: a text that says so needs a sentence of the abstract that says something of the kind.
/// </summary>
internal static class StandingCheck
{
    private const int Reach = 5; // tokens between a comparison and what it is with
    private const int NamingReach = 8; // tokens from "we propose" to the name

    private static readonly FrozenSet<string> Naming = Set(
        "propose proposes proposed introduce introduces introduced present presents presented develop develops developed call called "
            + "named termed dubbed describe describes design designed devise our explore offer offers release builds build"
    );

    private static readonly FrozenSet<string> Own = Set("proposed our ours authors authors'");
    private static readonly FrozenSet<string> Plain = Set(
        "method approach algorithm model system scheme framework network technique architecture pipeline"
    );

    private static readonly FrozenSet<string> Better = Set(
        "better faster stronger superior higher larger greater cheaper safer simpler smaller lighter easier quicker lower more fewer "
            + "less accurate robust efficient effective precise reliable stable"
    );

    private static readonly FrozenSet<string> Failing = Set(
        "underperform underperforms underperformed underperforming trail trails trailing trailed lag lags lagging lagged worse worst inferior "
            + "degrade degrades degraded degrading degradation worsen worsens worsened deteriorate deteriorates collapse collapses "
            + "hurt hurts harm harms struggle struggles suffer suffers unsuitable useless unreliable slower weaker poorer behind "
            + "breaks disappointing disappointingly decline declines declined drops dropped plummets"
    );

    private static readonly FrozenSet<string> Less = Set(
        "less lower fewer reduced worse poorer weaker limited decreased reduces decreases lowers"
    );
    private static readonly FrozenSet<string> More = Set(
        "more higher larger greater increased additional extra longer increases raises"
    );
    private static readonly FrozenSet<string> Goods = Set(
        "accurate accuracy efficient efficiency robust robustness stable stability effective effectiveness reliable reliability performance "
            + "quality precise precision interpretable expressive expressiveness expressivity scalable safe suitable capable competitive general useful "
            + "success throughput speed fidelity diversity flexible"
    );
    private static readonly FrozenSet<string> Ills = Set(
        "error errors loss losses cost costs latency overhead energy expensive costly complicated sensitive fragile vulnerable noise "
            + "bias memory time runtime computation compute difficult unstable slower"
    );

    // Any of these in a sentence of the abstract, and it may have been told so.
    private static readonly FrozenSet<string> Sombre = Set(
        "not no without never cannot fail fails failed lack lacks lacking unable however unfortunately although though despite but while whereas "
            + "limitation limitations problem problems issue issues challenge challenges challenging difficult difficulty hard "
            + "suffer suffers suffering struggle struggles poor poorly worse worst worsen worsens degrade degrades degraded degrading degradation "
            + "collapse collapses drop drops dropped decline declines slower weaker weak inferior underperform underperforms inaccurate costly "
            + "expensive vulnerable fragile brittle harm harms hurt hurts hinder hinders hindering unstable instability inefficient "
            + "insufficient suboptimal bottleneck prone gap slow slows slowly hampers hamper impede impedes prohibitive adversely "
            + "negative negatively damage damages detrimental little rarely obstacle obstacles trade-off tradeoff shortcoming "
            + "shortcomings drawback drawbacks ineffective tend tends unreliable failure failures "
            + "catastrophic forgetting overfitting overfit biased noisy expense price sacrifice outperformed surpassed exceeded"
    );

    // "slower than 200 Mb/s"
    private static bool IsBound(List<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i + 1].Word == "than" && tokens[i + 2].Kind == TokenKind.Number;

    public static bool IsGood(string word) => Goods.Contains(word);

    private static bool IsSombre(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Sombre.Contains(tokens[i].Word) || IsWorse(tokens, i))
            {
                return true;
            }
        }
        return false;
    }

    // "less accurate", "a higher error"
    private static bool IsWorse(List<Token> tokens, int i)
    {
        if (tokens[i].Word is "heavier" or "costlier" or "harder")
        {
            return true;
        }
        var what =
            Less.Contains(tokens[i].Word) ? Goods
            : More.Contains(tokens[i].Word) ? Ills
            : null;
        for (var j = i + 1; what is not null && j < tokens.Count && j <= i + 2 && !tokens[j].Breaks; j++)
        {
            if (what.Contains(tokens[j].Word))
            {
                return !tokens.Skip(j + 1).Take(2).Any(token => token.Word is "than");
            }
        }
        return false;
    }

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
                    "Standing: nothing is said to be better than the paper's own work."
                );
            }
            else if (
                (Failing.Contains(tokens[i].Word) && !IsBound(tokens, i) || IsWorse(tokens, i))
                && alignment.Stances[i] == Stance.Said
                && alignment.Support.Count > 0
                && !alignment.Support.Take(2).Any(place => IsSombre(evidence.Sentences[place].Tokens))
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[tokens[i].Start..tokens[i].End],
                    "Standing: no abstract speaks of it so badly."
                );
            }
        }
    }

    // "… outperforms the proposed", "… is safer than our", "the proposed method trails"
    private static bool LosesTo(List<Token> tokens, int i, Evidence evidence)
    {
        var isWin = SidesCheck.IsWin(tokens[i]);
        if (isWin)
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
        for (var j = i + step; j >= 0 && j < tokens.Count && Math.Abs(j - i) <= (step < 0 ? 12 : Reach); j += step)
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

    /// <summary>The names that the authors give what they propose, in lower case.</summary>
    public static IEnumerable<string> OwnNames(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Naming.Contains(tokens[i].Word))
            {
                continue;
            }
            for (var j = i + 1; j < tokens.Count && j <= i + NamingReach; j++)
            {
                if (
                    tokens[j].Word
                    is "for"
                        or "on"
                        or "to"
                        or "from"
                        or "based"
                        or "using"
                        or "that"
                        or "which"
                        or "over"
                        or "than"
                        or "in"
                        or "with"
                )
                {
                    break;
                }
                if (tokens[j].LooksLikeName)
                {
                    yield return tokens[j].Word;
                }
            }
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
