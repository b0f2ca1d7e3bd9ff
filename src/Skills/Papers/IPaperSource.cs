namespace PaperBot.Skills.Papers;

/// <summary>How a request for new papers ended; what is posted and said depends on it.</summary>
public enum FetchOutcome
{
    /// <summary>There were papers.</summary>
    Fresh,

    /// <summary>The source says that nothing has changed since it was asked last.</summary>
    NotModified,

    /// <summary>Nothing, as on every weekend or holiday, or as long as the day is young.</summary>
    EmptyExpected,

    /// <summary>Nothing, on a day that ought to have something.</summary>
    EmptySuspicious,

    /// <summary>The source still shows an earlier day.</summary>
    Stale,

    /// <summary>The source wants to be left alone until <see cref="FetchResult.LimitedUntil"/>.</summary>
    Limited,

    /// <summary>It could not be reached, or its answer could not be read.</summary>
    Failed,
}

/// <param name="Sentence">What happened, for people; it names the source and the day.</param>
public sealed record FetchResult(FetchOutcome Outcome, string Sentence)
{
    /// <summary>What whoever runs PaperBot can do about it, in a sentence; empty where there is nothing to do.</summary>
    public string Advice { get; init; } = "";

    /// <summary>What was found, to be taken into the library.</summary>
    public IReadOnlyList<ReadItem> Items { get; init; } = [];

    public DateTimeOffset? LimitedUntil { get; init; }

    /// <summary>What to remember of the answer once its papers are safely stored, by address.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the source works as it should, be it that it has nothing.</summary>
    public bool IsHealthy => Outcome is FetchOutcome.Fresh or FetchOutcome.NotModified or FetchOutcome.EmptyExpected;
}

/// <summary>A place outside where papers come from.</summary>
public interface IPaperSource
{
    /// <summary>As settings and verbs name it, such as <c>huggingface</c>.</summary>
    string Name { get; }

    /// <summary>As people name it, such as Hugging Face.</summary>
    string Title { get; }

    /// <summary>Asks for the papers of a day; never throws but for a cancelled token.</summary>
    /// <param name="day">Null: the newest there are.</param>
    Task<FetchResult> NewestAsync(DateOnly? day, CancellationToken ct);
}
