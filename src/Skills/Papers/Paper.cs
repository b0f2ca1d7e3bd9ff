namespace PaperBot.Skills.Papers;

/// <summary>What the library knows of one paper: the richest that any source has said.</summary>
public sealed record Paper
{
    public required PaperId Id { get; init; }

    /// <summary>The newest arXiv version known, 1 or more; null where there are no versions or none was named.</summary>
    public int? Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty where no source had one.</summary>
    public string Abstract { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The day of the first version.</summary>
    public DateOnly? Published { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Venue { get; init; }

    public int? Year { get; init; }

    /// <summary>The source's own page of the paper; see <see cref="Link"/> for the one to show.</summary>
    public Uri? Page { get; init; }

    public Uri? Code { get; init; }

    public string? Doi { get; init; }

    /// <summary>Part of the sample that PaperBot brings along, not a paper that anybody imported or fetched.</summary>
    public bool IsSample { get; init; }

    /// <summary>The source whose word counts for its title and abstract.</summary>
    public required PaperOrigin Origin { get; init; }

    /// <summary>The address to send a reader to: arXiv's abstract page, else the DOI, else the source's page.</summary>
    public Uri? Link =>
        Id.IsArxiv ? new Uri($"https://arxiv.org/abs/{Id}")
        : Doi is not null
            ? new Uri($"https://doi.org/{Uri.EscapeDataString(Doi).Replace("%2F", "/", StringComparison.Ordinal)}")
        : Page;
}
