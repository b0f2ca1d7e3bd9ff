using System.Net;

namespace PaperBot.Sources;

/// <summary>What a source answered, or why it did not.</summary>
/// <param name="Problem">A clause for people, such as "it answered 503"; null where there is a body or nothing has changed.</param>
internal sealed record SourceAnswer(HttpStatusCode? Status, byte[] Body, string? ETag, bool HasNext, string? Problem)
{
    public DateTimeOffset? LimitedUntil { get; init; }

    public bool IsNotModified => Status == HttpStatusCode.NotModified;
}
