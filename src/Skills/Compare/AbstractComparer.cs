using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;

namespace PaperBot.Skills.Compare;

/// <summary>
/// Papers to their comparison: for each row the sentence of the abstract that says it, shortened by deletion only, its
/// figures, or that it is not stated. No clock, no I/O.
/// </summary>
public static class AbstractComparer
{
    /// <param name="papers">Two to four.</param>
    public static Comparison Compare(IReadOnlyList<Paper> papers)
    {
        if (papers.Count is < Comparison.FewestPapers or > Comparison.MostPapers)
        {
            throw new SkillException(
                $"PaperBot compares {Comparison.FewestPapers} to {Comparison.MostPapers} papers at once, not {papers.Count}."
            );
        }
        var columns = papers.Select(Column.Of).ToArray();
        var readings = columns.Select(column => column.Reading).ToArray();
        var claims = ClaimRows.Of(columns);
        return new Comparison
        {
            Papers = papers,
            Rows =
            [
                Row("Problem", columns, column => column.Problem),
                Row("Method", columns, column => column.Method),
                Row("Data", columns, column => column.Data),
                Row("Results", columns, column => column.Results),
                .. Figures(columns),
                .. claims.Select(claim => claim.Row),
                Row("Code", columns, column => column.Code),
            ],
            Shared = SharedNames.Of(readings),
            PartlyShared = SharedNames.Partly(readings),
            Own = [.. columns.Select(column => OwnNames(column, columns))],
            Comparability = CommonGround.Of(columns, claims),
            Notes = [.. columns.Select(column => column.Note).OfType<string>()],
            Engine = Summary.OwnEngine,
        };
    }

    private static ComparisonRow Row(string label, Column[] columns, Func<Column, ComparisonCell> cell) =>
        new(label, [.. columns.Select(cell)]);

    // A row that is empty for all would say what the row above it says.
    private static IEnumerable<ComparisonRow> Figures(Column[] columns) =>
        Array.Exists(columns, column => column.Figures.IsStated)
            ? [Row("Figures", columns, column => column.Figures)]
            : [];

    private static IReadOnlyList<string> OwnNames(Column column, Column[] columns)
    {
        var others = columns
            .Where(other => other != column)
            .SelectMany(other => Named(other).Select(name => name.Key))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Named(column).Where(name => !others.Contains(name.Key)).Select(name => name.Name)];
    }

    private static IEnumerable<(string Key, string Name)> Named(Column column) =>
        column
            .Facts.Where(fact => fact.Kind is FactKind.DataSet or FactKind.Method)
            .Select(fact =>
                (
                    fact.Kind == FactKind.DataSet
                        ? KnownDataSets.Canonical(KnownDataSets.KeyOf(fact.Value))
                        : MethodNames.KeyOf(fact.Value),
                    fact.Value
                )
            );
}
