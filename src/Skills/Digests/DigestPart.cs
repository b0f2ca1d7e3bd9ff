namespace PaperBot.Skills.Digests;

/// <summary>What one row of the outbox asks of the platform.</summary>
public enum DigestPartKind
{
    /// <summary>The message of the digest in its channel.</summary>
    Message,

    /// <summary>One paper as a post of a forum; its content is the rank of the pick, 0 for the notice of a day without any.</summary>
    ForumPost,

    /// <summary>A thread under the message.</summary>
    Thread,

    /// <summary>Publishing the message to the servers that follow the channel.</summary>
    Crosspost,

    /// <summary>The message with what came late, in place of the message as it was.</summary>
    Late,

    /// <summary>What changed in a new version of a paper, in its thread; its content is a DigestVersionNotice.</summary>
    Version,
}

public enum DigestPartState
{
    /// <summary>Nothing was sent yet.</summary>
    Planned,

    /// <summary>A request was begun: it may have arrived or not.</summary>
    Sent,

    /// <summary>The platform has it.</summary>
    Confirmed,

    /// <summary>It will not be tried again; the error says why.</summary>
    GivenUp,
}

/// <summary>One row of the outbox.</summary>
/// <param name="Part">0 is the message; of a forum the first post.</param>
/// <param name="Content">More than the post says; null where there is nothing more.</param>
/// <param name="Place">The platform's id of the message or thread that came of it; null until it is confirmed.</param>
/// <param name="At">When it came into this state.</param>
/// <param name="Tries">Since it was planned.</param>
/// <param name="Error">Why the last try failed; null where none did.</param>
public sealed record DigestPart(
    long Post,
    int Part,
    DigestPartKind Kind,
    DigestPartState State,
    string? Content,
    string? Place,
    DateTimeOffset At,
    int Tries,
    string? Error
);

/// <summary>What a channel got on a day, or is to get.</summary>
/// <param name="Since">The first of the days that were missed and that this one makes up for; null where none was.</param>
/// <param name="LateAt">When late papers are to be looked for; null: never, or done.</param>
public sealed record DigestPost(
    long Id,
    long Digest,
    DateOnly Day,
    DateOnly? Since,
    DigestContent Content,
    DateTimeOffset PlannedAt,
    DateTimeOffset? LateAt
);
