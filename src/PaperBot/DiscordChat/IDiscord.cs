using System.Text.Json;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Posts;

namespace PaperBot.DiscordChat;

/// <summary>
/// Port: what PaperBot asks of Discord apart from answering interactions. Every method throws <see cref="DiscordProblem"/>
/// where Discord refuses or cannot be reached.
/// </summary>
internal interface IDiscord
{
    Task<ApplicationFacts> ApplicationAsync(CancellationToken ct);

    /// <summary>How Discord wants the bot to connect.</summary>
    Task<GatewayInfo> GatewayAsync(CancellationToken ct);

    Task<bool> IsInAnyServerAsync(CancellationToken ct);

    /// <summary>The id of PaperBot's own user.</summary>
    Task<ulong> OwnIdAsync(CancellationToken ct);

    /// <summary>The commands that Discord has, of the application or of one server, as Discord describes them.</summary>
    Task<JsonDocument> CommandsAsync(ulong application, ulong? guild, CancellationToken ct);

    /// <summary>Replaces them all.</summary>
    /// <param name="commands">As <see cref="DiscordCommandSchema"/> writes them.</param>
    Task SetCommandsAsync(ulong application, ulong? guild, ReadOnlyMemory<byte> commands, CancellationToken ct);

    Task<ChannelFacts> ChannelAsync(ulong channel, CancellationToken ct);

    /// <summary>The messages of a channel that came first after this id; none where PaperBot may not read its history.</summary>
    /// <param name="most">1 to 100.</param>
    Task<IReadOnlyList<FoundMessage>> MessagesAsync(ulong channel, ulong after, int most, CancellationToken ct);

    /// <param name="message">With a nonce, by which Discord knows a second try.</param>
    Task PostAsync(ulong channel, DiscordMessage message, CancellationToken ct);

    /// <summary>A message that nobody minds missing; it is not tried again where it may have arrived.</summary>
    Task TellAsync(ulong channel, DiscordMessage message, CancellationToken ct);

    /// <summary>The same in the conversation with one person.</summary>
    Task TellPersonAsync(ulong person, DiscordMessage message, CancellationToken ct);
}

/// <summary>What the developer portal says of the application.</summary>
/// <param name="HasEndpoint">It has Discord send interactions to a web address, and so not over the gateway.</param>
/// <param name="NeedsCodeGrant">Nobody can invite it.</param>
/// <param name="Flags">https://discord.com/developers/docs/resources/application#application-object-application-flags.</param>
/// <param name="At">When Discord said so, by its own clock, in whole seconds; null where it does not say.</param>
internal sealed record ApplicationFacts(
    ulong Id,
    string Name,
    bool HasEndpoint,
    bool NeedsCodeGrant,
    long Flags,
    DateTimeOffset? At
);

/// <param name="Type">https://discord.com/developers/docs/resources/channel#channel-object-channel-types.</param>
/// <param name="Place">Its server; null where it is in none.</param>
/// <param name="Missing">What the daily post needs there and does not have.</param>
internal sealed record ChannelFacts(int Type, string Name, Place? Place, ChannelPermissions Missing);

/// <param name="EmbedTitles">As Discord shows them.</param>
internal sealed record FoundMessage(ulong Id, ulong Author, IReadOnlyList<string> EmbedTitles);
