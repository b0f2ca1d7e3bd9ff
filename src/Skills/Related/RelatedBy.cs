namespace PaperBot.Skills.Related;

/// <summary>In what papers are to be near a paper.</summary>
public enum RelatedBy
{
    /// <summary>Title and abstract as a whole.</summary>
    Everything,

    /// <summary>What they are about: the same problem.</summary>
    Problem,

    /// <summary>The same problem, solved in another way.</summary>
    Method,

    /// <summary>What came out.</summary>
    Result,
}

public static class RelatedByNames
{
    /// <summary>What can be asked for; nothing is <see cref="RelatedBy.Everything"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["problem", "method", "result"];

    /// <exception cref="SkillException">It is none of <see cref="All"/>.</exception>
    public static RelatedBy Parse(string? name) =>
        name?.Trim().ToLowerInvariant() switch
        {
            null or "" => RelatedBy.Everything,
            "problem" => RelatedBy.Problem,
            "method" => RelatedBy.Method,
            "result" => RelatedBy.Result,
            _ => throw new SkillException(
                $"Papers are related by {string.Join(", ", All)}, or as a whole if nothing is said."
            ),
        };
}
