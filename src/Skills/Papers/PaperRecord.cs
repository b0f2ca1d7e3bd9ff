namespace PaperBot.Skills.Papers;

/// <summary>Who says it, in rising order of trust for title, abstract and authors.</summary>
public enum PaperOrigin
{
    Sample = 0,
    File = 1,
    SemanticScholar = 2,
    ArxivFeed = 3,
    HuggingFace = 4,
    ArxivApi = 5,
}

/// <summary>Why arXiv's feed of a day lists a paper.</summary>
public enum AnnounceType
{
    New,

    /// <summary>New, and listed in another category than its own.</summary>
    Cross,

    /// <summary>A new version of a paper that is known.</summary>
    Replace,
    ReplaceCross,
}

/// <summary>
/// What one source says of one paper at one moment, as its reader found it; texts may still be raw, they are cleaned
/// (<see cref="PaperText"/>) and checked when they are kept.
/// </summary>
public sealed record PaperRecord
{
    public required PaperOrigin Origin { get; init; }

    /// <summary>Null where the source has no arXiv id; the id is then derived from the title.</summary>
    public PaperId? ArxivId { get; init; }

    public int? Version { get; init; }

    public required string Title { get; init; }

    public string Abstract { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateOnly? Published { get; init; }

    /// <summary>When the source last changed it.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Null where the source is no feed of arXiv.</summary>
    public AnnounceType? Announced { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Venue { get; init; }

    public int? Year { get; init; }

    public Uri? Page { get; init; }

    public Uri? Code { get; init; }

    public string? Doi { get; init; }

    /// <summary>The address of the licence of the paper itself (arXiv's dc:rights).</summary>
    public string? License { get; init; }

    /// <summary>Popularity as of now; null where the source counts none.</summary>
    public int? Votes { get; init; }

    public int? Comments { get; init; }

    public int? Stars { get; init; }

    /// <summary>The day on whose list the source shows the paper; null and a <see cref="Rank"/>: the day of the import.</summary>
    public DateOnly? ListingDay { get; init; }

    /// <summary>The place on that list, from 1; null where the source's order says nothing.</summary>
    public int? Rank { get; init; }
}

/// <summary>One thing that a reader found in a file or an answer, in the order it stands there.</summary>
/// <param name="Line">The line at which it begins, from 1.</param>
public abstract record ReadItem(long Line);

public sealed record ReadPaper(long Line, PaperRecord Record) : ReadItem(Line);

/// <param name="Line">The line at which it begins, from 1.</param>
/// <param name="Reason">Why it cannot be kept: a short clause without the line, such as "the title is missing".</param>
public sealed record ReadRefusal(long Line, string Reason) : ReadItem(Line);
