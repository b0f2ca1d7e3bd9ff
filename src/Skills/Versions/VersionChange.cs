using PaperBot.Skills.Language;

namespace PaperBot.Skills.Versions;

/// <summary>What changed between two versions of a paper.</summary>
/// <param name="Title">Null where it is the same.</param>
/// <param name="Abstract">Null where it is the same, or where one of the versions has none.</param>
public sealed record VersionChange(PaperVersion From, PaperVersion To, WordDiff? Title, WordDiff? Abstract)
{
    /// <summary>Numbers that became others, each with what it measures where the newer abstract says so plainly.</summary>
    public IReadOnlyList<NumberChange> Numbers { get; } =
        Abstract is null || Abstract.Numbers.Count == 0 ? [] : Measured(Abstract.Numbers, To.Abstract);

    public static VersionChange Between(PaperVersion from, PaperVersion to) =>
        new(
            from,
            to,
            from.Title == to.Title ? null : WordDiff.Of(from.Title, to.Title),
            from.Abstract == to.Abstract || from.Abstract.Length == 0 || to.Abstract.Length == 0
                ? null
                : WordDiff.Of(from.Abstract, to.Abstract)
        );

    /// <summary>Between the newest version and the one before it that says something else.</summary>
    /// <param name="versions">Oldest first.</param>
    /// <returns>Null where no two say different things.</returns>
    public static VersionChange? Last(IReadOnlyList<PaperVersion> versions)
    {
        for (var i = versions.Count - 1; i > 0; i--)
        {
            if (versions[i].SaysOther(versions[i - 1]))
            {
                return Between(versions[i - 1], versions[i]);
            }
        }
        return null;
    }

    private static IReadOnlyList<NumberChange> Measured(IReadOnlyList<NumberChange> numbers, string text)
    {
        var facts = Facts.Of(text).Where(fact => fact.Measured is not null).ToLookup(fact => fact.Value);
        return [.. numbers.Select(number => number with { Of = MeasuredBy([.. facts[number.After]]) })];
    }

    // The same number twice may measure two things.
    private static string? MeasuredBy(IReadOnlyList<Fact> facts) =>
        facts is [{ Measured: { Metric: { } metric } measured }]
            ? measured.DataSet is { } data && !metric.Contains(data, StringComparison.Ordinal)
                ? $"{metric} on {data}"
                : metric
            : null;
}
