using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>Whether results of several papers are on the same data.</summary>
internal static class CommonGround
{
    public const string Different = "not comparable: different benchmarks";

    public static string Of(IReadOnlyList<(string Title, IReadOnlyList<Fact> DataSets)> papers)
    {
        var silent = papers.Where(paper => paper.DataSets.Count == 0).Select(paper => $"\"{paper.Title}\"").ToArray();
        if (silent.Length == papers.Count)
        {
            return "whether the results are comparable cannot be told: no abstract names a data set";
        }
        if (silent.Length > 0)
        {
            return $"whether the results are comparable cannot be told: no data set is named in the abstract of {string.Join(" and ", silent)}";
        }
        var families = papers
            .Select(paper => paper.DataSets.Select(Family).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        if (!families.Skip(1).Any(other => other.Overlaps(families[0])) && !AnyOverlap(families))
        {
            return Different;
        }
        var keys = papers.Select(paper => paper.DataSets.Select(Key).ToHashSet(StringComparer.Ordinal)).ToArray();
        var common = papers[0]
            .DataSets.Where(dataSet => keys.All(key => key.Contains(Key(dataSet))))
            .Select(dataSet => dataSet.Text)
            .ToArray();
        return common.Length > 0
            ? $"comparable at most on {string.Join(", ", common)}, which {(papers.Count == 2 ? "both" : "all")} abstracts name"
            : "hardly comparable: related, but not the same benchmarks";
    }

    private static bool AnyOverlap(HashSet<string>[] families) =>
        families.Index().Any(a => families.Skip(a.Index + 1).Any(b => a.Item.Overlaps(b)));

    private static string Family(Fact dataSet) => KnownDataSets.Family(Key(dataSet));

    private static string Key(Fact dataSet) => KnownDataSets.Canonical(KnownDataSets.KeyOf(dataSet.Text));
}
