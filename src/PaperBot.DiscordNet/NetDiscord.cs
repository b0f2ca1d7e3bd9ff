using System.Text.Json;
using Discord;
using Discord.Rest;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Posts;
using ChannelPermissions = PaperBot.DiscordChat.Posts.ChannelPermissions;

namespace PaperBot.DiscordNet;

/// <summary>Discord's REST API over Discord.Net.</summary>
internal sealed class NetDiscord(NetClients clients, NetThreads threads) : IDiscord
{
    public async Task<ApplicationFacts> ApplicationAsync(CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        var application = await NetProblem.GuardAsync(
            rest.GetCurrentBotInfoAsync(Until(ct)),
            "GET applications/@me",
            ct
        );
        return new ApplicationFacts(
            application.Id,
            application.Name,
            application.Team?.OwnerUserId ?? application.Owner?.Id,
            !string.IsNullOrEmpty(application.InteractionsEndpointUrl),
            application.BotRequiresCodeGrant is true,
            (long)application.Flags,
            clients.LastDate
        );
    }

    public async Task<GatewayInfo> GatewayAsync(CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        var gateway = await NetProblem.GuardAsync(rest.GetBotGatewayAsync(Until(ct)), "GET gateway/bot", ct);
        return new GatewayInfo(
            new Uri(gateway.Url),
            Math.Max(1, gateway.Shards),
            gateway.SessionStartLimit.Total,
            gateway.SessionStartLimit.Remaining,
            TimeSpan.FromMilliseconds(gateway.SessionStartLimit.ResetAfter),
            Math.Max(1, gateway.SessionStartLimit.MaxConcurrency)
        );
    }

    public async Task<bool> IsInAnyServerAsync(CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        var first = rest.GetGuildSummariesAsync(Until(ct)).GetAsyncEnumerator(ct);
        await using (first)
        {
            var found = false;
            await NetProblem.GuardAsync(
                Task.Run(async () => found = await first.MoveNextAsync() && first.Current.Count > 0, ct),
                "GET users/@me/guilds",
                ct
            );
            return found;
        }
    }

    public async Task<ulong> OwnIdAsync(CancellationToken ct) => (await clients.RestAsync(ct)).CurrentUser.Id;

    public async Task<JsonDocument> CommandsAsync(ulong application, ulong? guild, CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        IReadOnlyCollection<RestApplicationCommand> commands = guild is { } id
            ? await NetProblem.GuardAsync(
                rest.GetGuildApplicationCommands(id, withLocalizations: true, options: Until(ct)),
                "GET applications/*/guilds/*/commands",
                ct
            )
            : await NetProblem.GuardAsync(
                rest.GetGlobalApplicationCommands(withLocalizations: true, options: Until(ct)),
                "GET applications/*/commands",
                ct
            );
        return JsonDocument.Parse(NetCommands.Json(commands));
    }

    public async Task SetCommandsAsync(
        ulong application,
        ulong? guild,
        ReadOnlyMemory<byte> commands,
        CancellationToken ct
    )
    {
        var rest = await clients.RestAsync(ct);
        using var json = JsonDocument.Parse(commands);
        ApplicationCommandProperties[] wanted = [.. json.RootElement.EnumerateArray().Select(NetCommands.From)];
        await (
            guild is { } id
                ? NetProblem.GuardAsync(
                    rest.BulkOverwriteGuildCommands(wanted, id, Until(ct)),
                    "PUT applications/*/guilds/*/commands",
                    ct
                )
                : NetProblem.GuardAsync(
                    (Task)rest.BulkOverwriteGlobalCommands(wanted, Until(ct)),
                    "PUT applications/*/commands",
                    ct
                )
        );
    }

    public async Task<Place> ServerAsync(ulong server, CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        var guild = await NetProblem.GuardAsync(rest.GetGuildAsync(server, Until(ct)), "GET guilds/*", ct);
        return new Place(guild.Id, guild.Name, guild.OwnerId, guild.PublicUpdatesChannelId);
    }

    public async Task<ChannelFacts> ChannelAsync(ulong channel, CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        var found = await NetProblem.GuardAsync(rest.GetChannelAsync(channel, Until(ct)), "GET channels/*", ct);
        if (found is not RestGuildChannel inGuild)
        {
            return new ChannelFacts((int)(found.GetChannelType() ?? ChannelType.DM), "", null, ChannelPermissions.None);
        }
        var guild = await NetProblem.GuardAsync(rest.GetGuildAsync(inGuild.GuildId, Until(ct)), "GET guilds/*", ct);
        var member = await NetProblem.GuardAsync(
            rest.GetGuildUserAsync(guild.Id, rest.CurrentUser.Id, Until(ct)),
            "GET guilds/*/members/*",
            ct
        );
        // Discord.Net knows no view permission to hide behind: it clears all others where that one is missing.
        var has = (ChannelPermissions)member.GetPermissions(inGuild).RawValue;
        return new ChannelFacts(
            (int)(found.GetChannelType() ?? ChannelType.Text),
            inGuild.Name,
            new Place(guild.Id, guild.Name, guild.OwnerId, guild.PublicUpdatesChannelId),
            ChannelPermissions.All & ~has
        )
        {
            Tags =
            [
                .. (found as IForumChannel)?.Tags.Select(tag => new DiscordChat.ForumTag(
                    tag.Id,
                    tag.Name,
                    tag.IsModerated
                )) ?? [],
            ],
            NeedsTag = found is IForumChannel && inGuild.Flags.HasFlag(ChannelFlags.RequireTag),
        };
    }

    public async Task<IReadOnlyList<FoundMessage>> MessagesAsync(
        ulong channel,
        ulong after,
        int most,
        CancellationToken ct
    )
    {
        var place = await PlaceAsync(channel, ct);
        var pages = place.GetMessagesAsync(after, Direction.After, most, options: Until(ct)).GetAsyncEnumerator(ct);
        await using (pages)
        {
            var found = new List<FoundMessage>();
            await NetProblem.GuardAsync(ReadAsync(), "GET channels/*/messages", ct);
            return found;

            async Task ReadAsync()
            {
                while (found.Count < most && await pages.MoveNextAsync())
                {
                    found.AddRange(
                        pages.Current.Select(message => new FoundMessage(
                            message.Id,
                            message.Author.Id,
                            [.. message.Embeds.Select(embed => embed.Title).OfType<string>()]
                        ))
                    );
                }
            }
        }
    }

    public async Task<ulong> PostAsync(ulong channel, DiscordMessage message, CancellationToken ct)
    {
        var place = await PlaceAsync(channel, ct);
        try
        {
            return await SendAsync(place, message, ct);
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.MissingPermissions && message.Files.Count > 0)
        {
            // Perhaps it is only Attach Files; a post without its picture is better than none.
            return await SendAsync(place, message.WithoutFiles(), ct);
        }
    }

    public async Task TellAsync(ulong channel, DiscordMessage message, CancellationToken ct) =>
        await SendAsync(await PlaceAsync(channel, ct), message, ct);

    public async Task EditAsync(ulong channel, ulong id, DiscordMessage message, CancellationToken ct)
    {
        var place = await PlaceAsync(channel, ct);
        await NetProblem.GuardAsync(
            place.ModifyMessageAsync(id, change => NetMessage.Fill(change, message), Until(ct)),
            "PATCH channels/*/messages/*",
            ct
        );
    }

    public Task<ulong> StartThreadAsync(ulong channel, ulong message, string name, CancellationToken ct) =>
        threads.StartAsync(channel, message, name, ct);

    public Task<ulong> PostInForumAsync(
        ulong forum,
        string name,
        IReadOnlyList<ulong> tags,
        DiscordMessage message,
        CancellationToken ct
    ) => threads.PostAsync(forum, name, tags, message, ct);

    public Task CrosspostAsync(ulong channel, ulong message, CancellationToken ct) =>
        threads.PublishAsync(channel, message, ct);

    public Task<IReadOnlyList<FoundThread>> OpenThreadsAsync(ulong server, ulong channel, CancellationToken ct) =>
        threads.OpenAsync(channel, ct);

    public Task<IReadOnlyList<FoundThread>> ArchivedPostsAsync(
        ulong forum,
        DateTimeOffset? before,
        CancellationToken ct
    ) => threads.ArchivedAsync(forum, before, ct);

    public async Task TellPersonAsync(ulong person, DiscordMessage message, CancellationToken ct)
    {
        var rest = await clients.RestAsync(ct);
        var user = await NetProblem.GuardAsync(rest.GetUserAsync(person, Until(ct)), "GET users/*", ct);
        var conversation = await NetProblem.GuardAsync(
            user.CreateDMChannelAsync(Until(ct)),
            "POST users/@me/channels",
            ct
        );
        await SendAsync(conversation, message, ct);
    }

    private async Task<IMessageChannel> PlaceAsync(ulong channel, CancellationToken ct)
    {
        if (clients.Known(channel) is { } known)
        {
            return known;
        }
        var rest = await clients.RestAsync(ct);
        var found = await NetProblem.GuardAsync(rest.GetChannelAsync(channel, Until(ct)), "GET channels/*", ct);
        return found as IMessageChannel
            ?? throw new DiscordProblem(
                "That channel takes no messages. Name a text or announcement channel in Discord:Channels.",
                400,
                DiscordProblem.NoMessagesThere
            );
    }

    private static async Task<ulong> SendAsync(IMessageChannel channel, DiscordMessage message, CancellationToken ct)
    {
        NetRestClient.Enforce(message.Nonce); // for what is sent below in this flow
        var sent = await NetProblem.GuardAsync(
            message.Files.Count > 0
                ? channel.SendFilesAsync(
                    NetMessage.Files(message),
                    NetMessage.Text(message),
                    embed: NetMessage.Embed(message),
                    components: NetMessage.Components(message),
                    allowedMentions: NetMessage.Mentions(message),
                    flags: NetMessage.Flags(message),
                    options: Until(ct)
                )
                : channel.SendMessageAsync(
                    NetMessage.Text(message),
                    embed: NetMessage.Embed(message),
                    components: NetMessage.Components(message),
                    allowedMentions: NetMessage.Mentions(message),
                    flags: NetMessage.Flags(message),
                    options: Until(ct)
                ),
            "POST channels/*/messages",
            ct
        );
        return sent.Id;
    }

    private static RequestOptions Until(CancellationToken ct) => new() { CancelToken = ct };
}
