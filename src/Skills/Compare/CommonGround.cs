using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>Which results of several papers may be held against each other, and which may not.</summary>
internal static class CommonGround
{
    public const string Different = "not comparable: different benchmarks";

    /// <param name="columns">Two to four.</param>
    /// <param name="rows">The yardsticks of which at least two state a value.</param>
    public static string Of(IReadOnlyList<Column> columns, IReadOnlyList<ClaimRow> rows)
    {
        var dataSets = columns
            .Select(column => column.DataSets.Select(Key).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        if (Array.TrueForAll(dataSets, keys => keys.Count == 0))
        {
            return "whether the results are comparable cannot be told: no abstract names a data set";
        }
        var shared = SharedDataSets(columns, dataSets);
        var parts = new List<string>();
        parts.AddRange(Comparable(columns, rows));
        var settled = rows.Select(row => row.Yardstick.DataSet).ToHashSet(StringComparer.Ordinal);
        foreach (var dataSet in shared.Where(dataSet => !settled.Contains(dataSet.Key)))
        {
            if (Hindrance(columns, dataSet) is { } hindrance)
            {
                parts.Add(hindrance);
                settled.Add(dataSet.Key);
            }
        }
        parts.AddRange(AtMost(columns, [.. shared.Where(dataSet => !settled.Contains(dataSet.Key))]));
        parts.AddRange(parts.Count > 0 ? Outsiders(columns, dataSets, shared) : [Apart(columns, dataSets)]);
        return string.Join("; ", parts);
    }

    private static IEnumerable<SharedDataSet> SharedDataSets(IReadOnlyList<Column> columns, HashSet<string>[] keys) =>
        columns
            .SelectMany(column => column.DataSets)
            .DistinctBy(Key)
            .Select(dataSet => new SharedDataSet(
                Key(dataSet),
                dataSet.Text,
                [
                    .. columns
                        .Index()
                        .Where(column => keys[column.Index].Contains(Key(dataSet)))
                        .Select(column => column.Index),
                ]
            ))
            .Where(dataSet => dataSet.Papers.Count > 1)
            .ToList();

    // The same metric on the same data set.
    private static IEnumerable<string> Comparable(IReadOnlyList<Column> columns, IReadOnlyList<ClaimRow> rows) =>
        rows.GroupBy(row =>
                Whose(columns, [.. row.Row.Cells.Index().Where(cell => cell.Item.IsStated).Select(cell => cell.Index)])
            )
            .Select(same =>
                $"comparable on {string.Join(" and ", same.Select(row => row.Row.Label))}, which {same.Key} state"
            );

    // The same data set, but other metrics; or the same metric, but only by how much it differs from whatever they compare with.
    private static string? Hindrance(IReadOnlyList<Column> columns, SharedDataSet dataSet)
    {
        var values = dataSet
            .Papers.Select(paper =>
                ClaimRows.ValuesOf(columns[paper]).FirstOrDefault(value => value.Yardstick.DataSet == dataSet.Key).Claim
            )
            .ToArray();
        if (Array.TrueForAll(values, value => value is not null))
        {
            var metrics = string.Join(
                ", ",
                values.Zip(dataSet.Papers).Select(pair => $"{Letter(pair.Second)}: {ClaimRows.MetricOf(pair.First)}")
            );
            return MayBeOne([.. values.Select(value => value.Measured?.MetricKey ?? "")])
                ? $"comparable on {dataSet.Name} only if these are the same metric ({metrics})"
                : $"not comparable on {dataSet.Name}: different metrics ({metrics})";
        }
        var changes = dataSet
            .Papers.Select(paper =>
                ClaimRows.ChangesOf(columns[paper]).FirstOrDefault(change => change.Yardstick.DataSet == dataSet.Key)
            )
            .ToArray();
        return
            Array.TrueForAll(changes, change => change.Claim is not null)
            && changes.Select(change => change.Yardstick).Distinct().Count() == 1
            ? $"not comparable on {ClaimRows.Name(changes[0].Claim)}: {Whose(columns, dataSet.Papers)} state a difference to something else, not a value"
            : null;
    }

    // "accuracy" on ImageNet is mostly "top-1 accuracy", but the abstract does not say so.
    private static bool MayBeOne(IReadOnlyList<string> metrics)
    {
        var least = metrics.MinBy(metric => metric.Length) ?? "";
        return metrics.All(metric => metric == least || metric.EndsWith($" {least}", StringComparison.Ordinal));
    }

    private static IEnumerable<string> AtMost(IReadOnlyList<Column> columns, IReadOnlyList<SharedDataSet> dataSets) =>
        dataSets
            .GroupBy(dataSet => Whose(columns, dataSet.Papers))
            .Select(same =>
                $"comparable at most on {string.Join(", ", same.Select(dataSet => dataSet.Name))}, which {same.Key} name"
            );

    // Of three or four papers, those that share nothing with the others.
    private static IEnumerable<string> Outsiders(
        IReadOnlyList<Column> columns,
        HashSet<string>[] keys,
        IEnumerable<SharedDataSet> shared
    )
    {
        var inside = shared.SelectMany(dataSet => dataSet.Papers).ToHashSet();
        var outside = Enumerable.Range(0, columns.Count).Where(paper => !inside.Contains(paper)).ToList();
        var others = outside.Where(paper => keys[paper].Count > 0).Select(Letter).ToArray();
        var silent = outside.Where(paper => keys[paper].Count == 0).Select(Letter).ToArray();
        if (others.Length > 0)
        {
            yield return $"{string.Join(" and ", others)} not comparable: different benchmarks";
        }
        if (silent.Length > 0)
        {
            yield return $"the abstract of {string.Join(" and of ", silent)} names no data set";
        }
    }

    // No data set is in two abstracts.
    private static string Apart(IReadOnlyList<Column> columns, HashSet<string>[] keys)
    {
        var silent = columns
            .Where(column => !column.DataSets.Any())
            .Select(column => $"\"{column.Paper.Title}\"")
            .ToArray();
        if (silent.Length > 0)
        {
            return $"whether the results are comparable cannot be told: no data set is named in the abstract of {string.Join(" and ", silent)}";
        }
        var families = keys.Select(names => names.Select(KnownDataSets.Family).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        return families.Index().Any(a => families.Skip(a.Index + 1).Any(b => a.Item.Overlaps(b)))
            ? "hardly comparable: related, but not the same benchmarks"
            : Different;
    }

    private static string Whose(IReadOnlyList<Column> columns, IReadOnlyList<int> papers) =>
        papers.Count < columns.Count ? string.Join(" and ", papers.Select(Letter))
        : papers.Count == 2 ? "both abstracts"
        : "all abstracts";

    private static char Letter(int paper) => (char)('A' + paper);

    private static string Key(Fact dataSet) => KnownDataSets.Canonical(KnownDataSets.KeyOf(dataSet.Text));

    /// <param name="Name">As the first of the papers writes it.</param>
    /// <param name="Papers">The columns that name it, from 0; at least two.</param>
    private sealed record SharedDataSet(string Key, string Name, IReadOnlyList<int> Papers);
}
