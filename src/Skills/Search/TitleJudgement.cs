namespace PaperBot.Skills.Search;

/// <summary>Pure: which of the titles that fit was meant, if that can be told.</summary>
internal static class TitleJudgement
{
    private const double Slip = 0.03; // a share of what was typed that says nothing
    private const double Mostly = 0.6; // a few words scattered over a long title are not that title
    private const double SlipInLong = 0.12; // the same where nearly the whole title was typed
    private const double NearlyWhole = 0.8;
    private const int FoundAroundSpoilt = 5; // words
    private const double MissingAtSpoilt = 0.3;
    private const double TitledAroundSpoilt = 0.55;
    private const double Implausible = 0.35;
    private const double ClearlyWorse = 0.93;
    private const double Comparable = 0.75;

    /// <summary>The one that was meant; null where none or several may be.</summary>
    /// <param name="matches">The best first.</param>
    public static TitleMatch? Clear(IReadOnlyList<TitleMatch> matches)
    {
        if (matches.Count == 0 || !IsMeant(matches[0].Fit))
        {
            return null;
        }
        var first = matches[0].Fit;
        return matches.Skip(1).All(other => IsClearlyBetter(first, other.Fit)) ? matches[0] : null;
    }

    /// <summary>Those to offer as choices.</summary>
    /// <param name="matches">The best first.</param>
    public static IReadOnlyList<TitleMatch> Plausible(IReadOnlyList<TitleMatch> matches) =>
        [
            .. matches.Where(match =>
                match.Fit.Missing < Implausible && match.Fit.Score > matches[0].Fit.Score * Comparable
            ),
        ];

    private static bool IsMeant(TitleFit fit) =>
        (fit.Missing <= Slip && (fit.Titled >= Mostly || fit.Order >= Mostly))
        || (fit.Missing <= SlipInLong && fit.Titled >= NearlyWhole)
        || IsSpoiltInOnePlace(fit);

    // "uf2-net: going deeper with …" for "U^2-Net: Going Deeper with …": one piece is beyond recognition, the others follow
    // each other as in the title.
    private static bool IsSpoiltInOnePlace(TitleFit fit) =>
        fit
            is {
                Lost: 1,
                Strange: 1,
                Found: >= FoundAroundSpoilt,
                Missing: < MissingAtSpoilt,
                Titled: >= TitledAroundSpoilt
            }
        && fit.Order >= Mostly;

    private static bool IsClearlyBetter(TitleFit one, TitleFit other) =>
        other.Score < one.Score * ClearlyWorse
        || (one.Name && !other.Name)
        // Nearly all of the title was typed: one word left out is likelier than two.
        || (one.Titled > 0.6 && one.Dropped < other.Dropped && one.Missing <= other.Missing && one.Dropped < 3);
}
