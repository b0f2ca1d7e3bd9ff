using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>The numbers of an abstract that measure its results, each in its own words.</summary>
internal static class FiguresCell
{
    public const string Between = " · ";

    private const int MostFigures = 5;

    public static ComparisonCell Of(Column column) =>
        Joined([.. column.Claims.Where(Measures).DistinctBy(claim => claim.Text).Take(MostFigures)]);

    /// <param name="claims">Numbers of one abstract, in its order.</param>
    public static ComparisonCell Joined(IReadOnlyList<Fact> claims) =>
        claims.Count == 0
            ? ComparisonCell.Empty
            : new ComparisonCell(
                string.Join(Between, claims.Select(claim => claim.Text)),
                [.. claims.Select(claim => claim.Sentence).Distinct()]
            );

    // "10 % of the labels" is no result, and "50 %" alone says nothing.
    private static bool Measures(Fact claim) =>
        claim.Measured is { Metric: not null } or { DataSet: not null } or { Role: NumberRole.Change }
        && claim.Text.Length > (claim.Measured?.Amount.Length ?? 0);
}
