using System.Collections.Frozen;
using PaperBot.Skills.Papers;

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

    private const string Pairs = """
        positive negative | strong weak | simple complex | easy hard | possible impossible | before after | always never
        best worst | success failure | succeed fail | sparse dense | narrow wide | online offline
        static dynamic | discrete continuous | deterministic stochastic | convex nonconvex | early late | short long
        robust vulnerable | robust fragile | local global | forward backward | upper lower | cheap expensive | slow fast
        small large | low high | rare frequent | public private | homogeneous heterogeneous
        encourage discourage | include exclude | agree disagree | major minor | above below | underfit overfit
        centralized decentralized | closed open | similarity difference | advantage disadvantage
        everyone nobody | sufficient insufficient | rich scarce | abundant scarce | automatically manually | automatic manual
        real synthetic | enable prevent | allow prevent | help hinder | support contradict | confirm refute | accept reject
        optimal suboptimal | effective ineffective | explicit implicit | linear nonlinear | supervised unsupervised
        stable unstable | known unknown | seen unseen | labeled unlabeled | labelled unlabelled | biased unbiased
        reliable unreliable | efficient inefficient | dependent independent | parametric nonparametric | trivial nontrivial
        structured unstructured | bounded unbounded | constrained unconstrained | certain uncertain | aware unaware
        equivalent differ | similar differ | strongest weakest | most least | weakest most | strongest least
        accurate inaccurate | consistent inconsistent | complete incomplete | balanced imbalanced | visible invisible
        relevant irrelevant | rational irrational | reversible irreversible | regular irregular | perfect imperfect
        """;

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

    private static readonly FrozenDictionary<string, string[]> Contraries = ReadPairs();

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

    /// <summary>The plain stems of the word's contraries.</summary>
    public static IReadOnlyList<string> Of(string word) =>
        Contraries.TryGetValue(Stem.Of(word), out var contraries) ? contraries : [];

    private static FrozenDictionary<string, string[]> ReadPairs() =>
        Pairs
            .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' '))
            .SelectMany(pair =>
                new[] { (From: Stem.Of(pair[0]), To: Stem.Of(pair[1])), (From: Stem.Of(pair[1]), To: Stem.Of(pair[0])) }
            )
            .GroupBy(pair => pair.From, pair => pair.To)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
