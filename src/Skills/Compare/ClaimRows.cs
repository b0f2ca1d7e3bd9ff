using System.Runtime.InteropServices;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>What was measured, and on what: two values of one yardstick may stand side by side.</summary>
/// <param name="DataSet">The key of the data set.</param>
/// <param name="Metric">The key of the metric.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Yardstick(string DataSet, string Metric)
{
    /// <returns>Null where the claim names only one of the two, or a metric that says too little, such as "score".</returns>
    public static Yardstick? Of(Fact claim) =>
        claim.Measured is { DataSetKey: { } dataSet, MetricKey: { } metric } && MetricNames.IsTelling(metric)
            ? new Yardstick(dataSet, metric)
            : null;
}

/// <param name="Row">"ImageNet top-1 accuracy", and its values.</param>
internal sealed record ClaimRow(Yardstick Yardstick, ComparisonRow Row);

/// <summary>A row for each yardstick of which at least two abstracts state a value.</summary>
internal static class ClaimRows
{
    // An abstract may state the value of a small model, a large one and an ensemble.
    private const int MostValues = 3;

    public static IReadOnlyList<ClaimRow> Of(IReadOnlyList<Column> columns)
    {
        var values = columns
            .Select(column => ValuesOf(column).ToLookup(value => value.Yardstick, value => value.Claim))
            .ToArray();
        return
        [
            .. values
                .SelectMany(column => column)
                .DistinctBy(claims => claims.Key)
                .Where(claims => values.Count(column => column.Contains(claims.Key)) > 1)
                .Select(claims => new ClaimRow(
                    claims.Key,
                    new ComparisonRow(Name(claims.First()), [.. values.Select(column => Cell([.. column[claims.Key]]))])
                )),
        ];
    }

    /// <summary>The values that an abstract states of its own work; not by how much they differ from others.</summary>
    public static IEnumerable<(Yardstick Yardstick, Fact Claim)> ValuesOf(Column column) =>
        Measured(column, NumberRole.Value);

    /// <summary>By how much the abstract says that its work differs from others.</summary>
    public static IEnumerable<(Yardstick Yardstick, Fact Claim)> ChangesOf(Column column) =>
        Measured(column, NumberRole.Change);

    private static IEnumerable<(Yardstick Yardstick, Fact Claim)> Measured(Column column, NumberRole role) =>
        column
            .Claims.Where(claim => claim.Measured?.Role == role)
            .Select(claim => (Yardstick.Of(claim), claim))
            .Where(pair => pair.Item1 is not null)
            .Select(pair => (pair.Item1.GetValueOrDefault(), pair.claim));

    public static string Name(Fact claim) => $"{claim.Measured?.DataSet} {MetricOf(claim)}";

    /// <summary>As the abstract writes it; "top-1" alone with the word that the sentence has further on.</summary>
    public static string? MetricOf(Fact claim) =>
        claim.Measured is { Metric: { } metric, MetricKey: { } key }
        && key.Length > metric.Length
        && key.StartsWith(metric, StringComparison.OrdinalIgnoreCase)
            ? key
            : claim.Measured?.Metric;

    private static ComparisonCell Cell(IReadOnlyList<Fact> claims)
    {
        var shown = claims.DistinctBy(claim => claim.Measured?.Amount).Take(MostValues).ToList();
        return shown.Count == 0
            ? ComparisonCell.Empty
            : new ComparisonCell(
                string.Join(FiguresCell.Between, shown.Select(claim => claim.Measured?.Amount)),
                [.. shown.Select(claim => claim.Sentence).Distinct()]
            );
    }
}
