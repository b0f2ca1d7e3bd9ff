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

    /// <summary>A server that PaperBot is in.</summary>
    Task<Place> ServerAsync(ulong server, CancellationToken ct);

    Task<ChannelFacts> ChannelAsync(ulong channel, CancellationToken ct);

    /// <summary>The messages of a channel that came first after this id; none where PaperBot may not read its history.</summary>
    /// <param name="most">1 to 100.</param>
    Task<IReadOnlyList<FoundMessage>> MessagesAsync(ulong channel, ulong after, int most, CancellationToken ct);

    /// <param name="message">With a nonce, by which Discord knows a second try.</param>
    /// <returns>Its id.</returns>
    Task<ulong> PostAsync(ulong channel, DiscordMessage message, CancellationToken ct);

    /// <summary>Puts another in the place of an own message; it calls nobody.</summary>
    Task EditAsync(ulong channel, ulong id, DiscordMessage message, CancellationToken ct);

    /// <summary>A public thread under a message; refused with <see cref="DiscordProblem.ThreadExists"/> where it has one.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <returns>The thread's id, which is the message's.</returns>
    Task<ulong> StartThreadAsync(ulong channel, ulong message, string name, CancellationToken ct);

    /// <summary>A post of a forum with its first message; never tried again where it may have arrived.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="tags">Ids of 5 tags of the forum at most.</param>
    /// <returns>The post's id, which is its first message's.</returns>
    Task<ulong> PostInForumAsync(
        ulong forum,
        string name,
        IReadOnlyList<ulong> tags,
        DiscordMessage message,
        CancellationToken ct
    );

    /// <summary>
    /// Publishes an own message of an announcement channel to the servers that follow it; refused with
    /// <see cref="DiscordProblem.AlreadyCrossposted"/> where that was done.
    /// </summary>
    Task CrosspostAsync(ulong channel, ulong message, CancellationToken ct);

    /// <summary>The open threads of a channel, or posts of a forum.</summary>
    Task<IReadOnlyList<FoundThread>> OpenThreadsAsync(ulong server, ulong channel, CancellationToken ct);

    /// <summary>Posts of a forum that were put away: the last one first, 100 at most.</summary>
    /// <param name="before">Only those that were put away earlier; null: any.</param>
    Task<IReadOnlyList<FoundThread>> ArchivedPostsAsync(ulong forum, DateTimeOffset? before, CancellationToken ct);

    /// <summary>A message that nobody minds missing; without a nonce it is not tried again where it may have arrived.</summary>
    Task TellAsync(ulong channel, DiscordMessage message, CancellationToken ct);

    /// <summary>The same in the conversation with one person.</summary>
    Task TellPersonAsync(ulong person, DiscordMessage message, CancellationToken ct);
}

/// <summary>What the developer portal says of the application.</summary>
/// <param name="Owner">The person who runs it, of a team its owner; null where Discord does not say.</param>
/// <param name="HasEndpoint">It has Discord send interactions to a web address, and so not over the gateway.</param>
/// <param name="NeedsCodeGrant">Nobody can invite it.</param>
/// <param name="Flags">https://discord.com/developers/docs/resources/application#application-object-application-flags.</param>
/// <param name="At">When Discord said so, by its own clock, in whole seconds; null where it does not say.</param>
internal sealed record ApplicationFacts(
    ulong Id,
    string Name,
    ulong? Owner,
    bool HasEndpoint,
    bool NeedsCodeGrant,
    long Flags,
    DateTimeOffset? At
);

/// <param name="Type">https://discord.com/developers/docs/resources/channel#channel-object-channel-types.</param>
/// <param name="Place">Its server; null where it is in none.</param>
/// <param name="Missing">What of <see cref="ChannelPermissions.All"/> PaperBot does not have there.</param>
internal sealed record ChannelFacts(int Type, string Name, Place? Place, ChannelPermissions Missing)
{
    public const int Text = 0;
    public const int Announcement = 5;
    public const int Forum = 15;

    /// <summary>Of a forum: what its posts can be tagged with, in its own order.</summary>
    public IReadOnlyList<ForumTag> Tags { get; init; } = [];

    /// <summary>Of a forum: each post must have a tag.</summary>
    public bool NeedsTag { get; init; }
}

/// <param name="IsModerated">Only those who may manage threads can give it to a post.</param>
internal sealed record ForumTag(ulong Id, string Name, bool IsModerated);

/// <param name="Parent">The channel or forum that it is in.</param>
/// <param name="Owner">Who began it.</param>
/// <param name="ArchivedAt">When it was put away; null while it is open.</param>
internal sealed record FoundThread(ulong Id, ulong Parent, ulong Owner, string Name, DateTimeOffset? ArchivedAt);

/// <param name="EmbedTitles">As Discord shows them.</param>
internal sealed record FoundMessage(ulong Id, ulong Author, IReadOnlyList<string> EmbedTitles);
