using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Words that say that something is, or gets, worse.</summary>
internal static class Worsening
{
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
    private static readonly FrozenSet<string> Grown = Set(
        "grow grows rise rises increase increases grew rose increased"
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

    /// <summary>Whether a word says so, alone or with the next two: "trails", "less accurate", "a higher error".</summary>
    public static bool IsSaid(List<Token> tokens, int i) =>
        Failing.Contains(tokens[i].Word) && !IsBound(tokens, i) || IsWorse(tokens, i);

    // "slower than 200 Mb/s"
    private static bool IsBound(List<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i + 1].Word == "than" && tokens[i + 2].Kind == TokenKind.Number;

    /// <summary>A quality of which more is better.</summary>
    public static bool IsGood(string word) => Goods.Contains(word);

    /// <summary>Whether a sentence has anything from which a text may have it that something is bad.</summary>
    public static bool IsPossible(List<Token> tokens)
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
        if (i + 1 < tokens.Count && Grown.Contains(tokens[i + 1].Word) && Ills.Contains(tokens[i].Word))
        {
            return true; // "memory grows"
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

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
