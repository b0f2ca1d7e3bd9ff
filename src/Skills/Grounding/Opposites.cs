using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Words that say the contrary of each other.</summary>
internal static class Opposites
{
    // Of amounts and quality: whatever goes up, whatever goes down.
    private const string Ups =
        "improve improves improved improving improvement improvements increase increases increased increasing enhance enhances "
        + "enhanced enhancing enhancement boost boosts boosted boosting raise raises raised raising higher better best faster "
        + "outperform outperforms outperformed outperforming exceed exceeds exceeded exceeding surpass surpasses surpassed "
        + "surpassing beat beats beating superior gain gains accelerate accelerates accelerated accelerating strengthen "
        + "strengthens more stronger larger greater longer grow grows growing rise rises rose rising maximize maximizes maximizing maximum highest strongest";

    private const string Downs =
        "reduce reduces reduced reducing reduction reductions decrease decreases decreased decreasing degrade degrades degraded "
        + "degrading degradation worsen worsens worsened worsening lower lowers lowered lowering worse worst slower underperform "
        + "underperforms underperformed underperforming inferior hurt hurts hurting harm harms harming drop drops dropped dropping "
        + "decline declines declined declining diminish diminishes diminished diminishing shrink shrinks weaken weakens weakened "
        + "weaker smaller shorter less fewer lessen lessens fall falls fell falling save saves saved saving savings minimize minimizes minimizing minimum lowest cut cuts cutting weakest";

    // Worse, whatever it is said of.
    private const string Blame =
        "degrade degrades degraded degrading degradation worsen worsens worsened worsening worse worst inferior underperform "
        + "underperforms underperformed underperforming weaken weakens weakened weakening weaker hurt hurts hurting slower "
        + "deteriorate deteriorates deterioration drop drops";

    // What is better when there is less of it: "improves latency" is "reduces latency".
    private const string Bads =
        "error errors latency cost costs loss losses time runtime memory complexity perplexity overhead noise bias variance gap risk "
        + "regret rate rates delay delays consumption usage burden mistakes failures failure uncertainty wer fid mae rmse mse "
        + "requirement requirements footprint number amount size";

    private static readonly FrozenSet<string> Fast = Set(
        "faster fast quick quicker quickly speed speeds speeding sped speedup speedups accelerate accelerates accelerated accelerating acceleration shorten shortens shortened shortening shorter rapid rapidly"
    );
    private static readonly FrozenSet<string> Slow = Set(
        "slower slow slows slowed slowing slowly lengthen lengthens lengthened lengthening prolong prolongs prolonged longer slowdown"
    );
    private static readonly FrozenSet<string> Up = Set(Ups);
    private static readonly FrozenSet<string> Down = Set(Downs);
    private static readonly FrozenSet<string> Bad = Set(Bads);
    private static readonly FrozenSet<string> Blames = Set(Blame);

    /// <summary>1 for more or better, -1 for less or worse, 0 for neither.</summary>
    public static int Direction(string word) =>
        Up.Contains(word) ? 1
        : Down.Contains(word) ? -1
        : 0;

    /// <summary>1 for faster or shorter, -1 for slower or longer, 0 for neither.</summary>
    public static int Pace(string word) =>
        Fast.Contains(word) ? 1
        : Slow.Contains(word) ? -1
        : 0;

    /// <summary>Says that something gets worse.</summary>
    public static bool IsBlame(string word) => Blames.Contains(word);

    /// <summary>Says that something gets better, whichever way that is.</summary>
    public static bool IsBetter(string word) =>
        word.StartsWith("improve", StringComparison.Ordinal)
        || word.StartsWith("enhanc", StringComparison.Ordinal)
        || word is "better" or "best";

    /// <summary>Less of it is better.</summary>
    public static bool IsBad(string word) => Bad.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
