using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Rest;

/// <summary>One request to Discord's REST API.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">Below the version, such as <c>channels/1/messages</c>. A secret where it holds an interaction's token.</param>
/// <param name="Route">The path with its ids replaced: with the method and <paramref name="Major"/>, what shares a rate limit.</param>
/// <param name="Major">The id by which Discord counts a route apart: of a channel, server or webhook; empty where it has none.</param>
/// <param name="Body">Empty where it has none.</param>
internal sealed record DiscordRequest(HttpMethod Method, string Path, string Route, string Major, MessageBody Body)
{
    /// <summary>
    /// Done twice, it does no harm: reading, writing a whole, and what Discord recognises the second time. Only such a
    /// request is tried again when nobody knows whether it arrived.
    /// </summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Answers to interactions: they carry their own token and are outside the limit over all routes.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>
    /// When Discord began to wait for the answer, as a time stamp of the clock: its three seconds run from there. Null:
    /// from the first try on.
    /// </summary>
    public long? Asked { get; init; }

    /// <summary>The first word to an interaction: it has no rate limit, and it must be there within three seconds.</summary>
    public bool IsFirstAnswer => IsInteraction && Major.Length == 0;

    /// <summary>For logs and messages: without the path, which may hold a token.</summary>
    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Discord's answer.</summary>
/// <param name="Status">HTTP's.</param>
/// <param name="Body">JSON, or whatever came.</param>
internal sealed record DiscordAnswer(int Status, byte[] Body)
{
    /// <summary>When Discord gave it, by its own clock, in whole seconds; null where it does not say.</summary>
    public DateTimeOffset? At { get; init; }
}
