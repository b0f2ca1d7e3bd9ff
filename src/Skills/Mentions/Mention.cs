namespace PaperBot.Skills.Mentions;

/// <summary>A message of a server in which a paper was shown.</summary>
/// <param name="Channel">In which the message stands, or its thread.</param>
/// <param name="Thread">In which the message stands; null where it stands in the channel itself.</param>
/// <param name="How">One of <see cref="MentionKinds"/>.</param>
/// <param name="Day">The day of the digest, on the wall clock of its channel; of others the day in UTC.</param>
public sealed record Mention(
    string Platform,
    string Server,
    string Channel,
    string Message,
    string? Thread,
    string How,
    DateTimeOffset At,
    DateOnly Day
)
{
    /// <summary>Leads to the message; null on platforms whose messages have no address.</summary>
    public Uri? Link =>
        Platform == "discord" ? new Uri($"https://discord.com/channels/{Server}/{Thread ?? Channel}/{Message}") : null;
}

/// <summary>How a paper came to be shown; stands in the library.</summary>
public static class MentionKinds
{
    public const string Digest = "digest";
    public const string Summarize = "summarize";
    public const string Compare = "compare";
}

/// <summary>What a channel is about to show.</summary>
/// <param name="Papers">Their ids.</param>
public sealed record MentionQuestion(string Server, string Channel, IReadOnlyList<string> Papers);
