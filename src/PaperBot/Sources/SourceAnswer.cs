using System.Net;

namespace PaperBot.Sources;

/// <summary>What a source answered, or why it did not.</summary>
/// <param name="Problem">Null where there is a body or nothing has changed.</param>
internal sealed record SourceAnswer(
    HttpStatusCode? Status,
    byte[] Body,
    string? ETag,
    bool HasNext,
    SourceProblem? Problem
)
{
    public DateTimeOffset? LimitedUntil { get; init; }

    public bool IsNotModified => Status == HttpStatusCode.NotModified;
}
