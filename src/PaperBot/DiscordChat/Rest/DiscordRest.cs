using System.Globalization;
using System.Text.Json;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Posts;

namespace PaperBot.DiscordChat.Rest;

/// <summary>The calls of Discord's REST API that PaperBot needs, one method each; bodies are written by the pure classes.</summary>
internal sealed class DiscordRest(DiscordSender sender) : IDiscord
{
    // Of a channel (https://discord.com/developers/docs/resources/channel#channel-object-channel-flags).
    private const int RequireTag = 1 << 4;

    private ulong me; // 0: not asked yet

    public async Task<GatewayInfo> GatewayAsync(CancellationToken ct)
    {
        using var json = await JsonAsync(Get("gateway/bot", "gateway/bot"), ct);
        return GatewayInfo.Read(json.RootElement)
            ?? throw new DiscordProblem(
                "What answered GET gateway/bot is not Discord: it names no gateway. Check Discord:RestUrl and the proxy."
            );
    }

    public Task<JsonDocument> CommandsAsync(ulong application, ulong? guild, CancellationToken ct) =>
        JsonAsync(
            Get(
                CommandsPath(application, guild) + "?with_localizations=true",
                guild is null ? "applications/*/commands" : "applications/*/guilds/*/commands",
                guild
            ),
            ct
        );

    public Task SetCommandsAsync(
        ulong application,
        ulong? guild,
        ReadOnlyMemory<byte> commands,
        CancellationToken ct
    ) =>
        sender.SendAsync(
            new DiscordRequest(
                HttpMethod.Put,
                CommandsPath(application, guild),
                guild is null ? "applications/*/commands" : "applications/*/guilds/*/commands",
                Id(guild),
                commands
            )
            {
                IsRepeatable = true,
            },
            ct
        );

    /// <summary>The first answer to an interaction; it must arrive within three seconds.</summary>
    /// <param name="asked">When the interaction came, as a time stamp of the clock; null: just now.</param>
    public async Task AnswerAsync(
        ulong interaction,
        string token,
        MessageBody answer,
        CancellationToken ct,
        long? asked = null
    )
    {
        try
        {
            await sender.SendAsync(
                new DiscordRequest(
                    HttpMethod.Post,
                    $"interactions/{Id(interaction)}/{token}/callback",
                    "interactions/*/*/callback",
                    "",
                    answer
                )
                {
                    IsInteraction = true,
                    IsRepeatable = true,
                    Asked = asked,
                },
                ct
            );
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.AlreadyAcknowledged)
        {
            // The first try arrived, and only its answer was lost.
        }
    }

    /// <summary>Replaces the first answer, within 15 minutes.</summary>
    public Task EditAnswerAsync(ulong application, string token, MessageBody message, CancellationToken ct) =>
        sender.SendAsync(
            new DiscordRequest(
                HttpMethod.Patch,
                $"webhooks/{Id(application)}/{token}/messages/@original",
                "webhooks/*/*/messages/@original",
                token,
                message
            )
            {
                IsInteraction = true,
                IsRepeatable = true,
            },
            ct
        );

    /// <summary>Takes the first answer away, within 15 minutes.</summary>
    public async Task DeleteAnswerAsync(ulong application, string token, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(
                new DiscordRequest(
                    HttpMethod.Delete,
                    $"webhooks/{Id(application)}/{token}/messages/@original",
                    "webhooks/*/*/messages/@original",
                    token,
                    default
                )
                {
                    IsInteraction = true,
                    IsRepeatable = true,
                },
                ct
            );
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.UnknownMessage)
        {
            // Gone already, which is all that was wanted.
        }
    }

    /// <summary>A further answer, within 15 minutes.</summary>
    public Task FollowUpAsync(ulong application, string token, MessageBody message, CancellationToken ct) =>
        sender.SendAsync(
            new DiscordRequest(HttpMethod.Post, $"webhooks/{Id(application)}/{token}", "webhooks/*/*", token, message)
            {
                IsInteraction = true,
            },
            ct
        );

    public async Task<ulong> PostAsync(ulong channel, DiscordMessage message, CancellationToken ct)
    {
        try
        {
            return await MadeAsync(MessageTo(channel, message), ct);
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.MissingPermissions && message.Files.Count > 0)
        {
            // Perhaps it is only Attach Files; a post without its picture is better than none.
            return await MadeAsync(MessageTo(channel, message.WithoutFiles()), ct);
        }
    }

    public Task EditAsync(ulong channel, ulong id, DiscordMessage message, CancellationToken ct) =>
        sender.SendAsync(
            new DiscordRequest(
                HttpMethod.Patch,
                $"channels/{Id(channel)}/messages/{Id(id)}",
                "channels/*/messages/*",
                Id(channel),
                MessageBody.Of(message, isEdit: true)
            )
            {
                IsRepeatable = true,
            },
            ct
        );

    public Task<ulong> StartThreadAsync(ulong channel, ulong message, string name, CancellationToken ct) =>
        MadeAsync(
            new DiscordRequest(
                HttpMethod.Post,
                $"channels/{Id(channel)}/messages/{Id(message)}/threads",
                "channels/*/messages/*/threads",
                Id(channel),
                MessageJson.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("name"u8, name);
                    json.WriteEndObject();
                })
            )
            {
                IsRepeatable = true, // a message has one thread at most
            },
            ct
        );

    public Task<ulong> PostInForumAsync(
        ulong forum,
        string name,
        IReadOnlyList<ulong> tags,
        DiscordMessage message,
        CancellationToken ct
    ) =>
        MadeAsync(
            new DiscordRequest(
                HttpMethod.Post,
                $"channels/{Id(forum)}/threads",
                "channels/*/threads",
                Id(forum),
                MessageJson.OfPost(name, tags, message.WithoutFiles())
            ),
            ct
        );

    public Task CrosspostAsync(ulong channel, ulong message, CancellationToken ct) =>
        sender.SendAsync(
            new DiscordRequest(
                HttpMethod.Post,
                $"channels/{Id(channel)}/messages/{Id(message)}/crosspost",
                "channels/*/messages/*/crosspost",
                Id(channel),
                default
            )
            {
                IsRepeatable = true, // the second time it is refused
            },
            ct
        );

    public async Task<IReadOnlyList<FoundThread>> OpenThreadsAsync(ulong server, ulong channel, CancellationToken ct)
    {
        using var json = await JsonAsync(
            Get($"guilds/{Id(server)}/threads/active", "guilds/*/threads/active", server),
            ct
        );
        return [.. ThreadsIn(json).Where(thread => thread.Parent == channel)]; // Discord tells those of the whole server
    }

    public async Task<IReadOnlyList<FoundThread>> ArchivedPostsAsync(
        ulong forum,
        DateTimeOffset? before,
        CancellationToken ct
    )
    {
        var from = before is { } moment
            ? $"&before={Uri.EscapeDataString(moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}"
            : "";
        using var json = await JsonAsync(
            Get(
                $"channels/{Id(forum)}/threads/archived/public?limit=100{from}",
                "channels/*/threads/archived/public",
                forum
            ),
            ct
        );
        return ThreadsIn(json);
    }

    // The id of what a request makes.
    private async Task<ulong> MadeAsync(DiscordRequest request, CancellationToken ct)
    {
        var answer = await sender.SendAsync(request, ct);
        try
        {
            using var made = Json(request, answer);
            return IdIn(made);
        }
        catch (DiscordProblem e)
        {
            // A proxy's page instead of the message: whether the request got past the proxy, nobody knows.
            e.MayHaveArrived = true;
            throw;
        }
    }

    public Task TellAsync(ulong channel, DiscordMessage message, CancellationToken ct) =>
        sender.SendAsync(MessageTo(channel, message), ct);

    public async Task TellPersonAsync(ulong person, DiscordMessage message, CancellationToken ct)
    {
        var body = MessageJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("recipient_id"u8, Id(person));
            json.WriteEndObject();
        });
        using var conversation = await JsonAsync(
            new DiscordRequest(HttpMethod.Post, "users/@me/channels", "users/@me/channels", "", body)
            {
                IsRepeatable = true, // the same conversation comes back
            },
            ct
        );
        await TellAsync(IdIn(conversation), message, ct);
    }

    public async Task<IReadOnlyList<FoundMessage>> MessagesAsync(
        ulong channel,
        ulong after,
        int most,
        CancellationToken ct
    )
    {
        using var json = await JsonAsync(
            Get($"channels/{Id(channel)}/messages?after={Id(after)}&limit={most}", "channels/*/messages", channel),
            ct
        );
        return json.RootElement.ValueKind != JsonValueKind.Array
            ? throw new DiscordProblem("Discord answered without messages. Check Discord:RestUrl and the proxy.")
            :
            [
                .. json
                    .RootElement.EnumerateArray()
                    .Select(message => new FoundMessage(
                        message.IdOf("id") ?? 0,
                        message.PartOf("author")?.IdOf("id") ?? 0,
                        [.. message.ListOf("embeds").Select(embed => embed.TextOf("title")).OfType<string>()]
                    )),
            ];
    }

    public async Task<Place> ServerAsync(ulong server, CancellationToken ct)
    {
        using var guild = await JsonAsync(Get($"guilds/{Id(server)}", "guilds/*", server), ct);
        return Places.Read(guild.RootElement, server);
    }

    public async Task<ChannelFacts> ChannelAsync(ulong channel, CancellationToken ct)
    {
        using var json = await JsonAsync(Get($"channels/{Id(channel)}", "channels/*", channel), ct);
        var (type, name) = ((int)(json.RootElement.NumberOf("type") ?? -1), json.RootElement.TextOf("name") ?? "");
        if (json.RootElement.IdOf("guild_id") is not { } id)
        {
            return new ChannelFacts(type, name, null, ChannelPermissions.None);
        }
        var own = await OwnIdAsync(ct);
        using var guild = await JsonAsync(Get($"guilds/{Id(id)}", "guilds/*", id), ct);
        using var member = await JsonAsync(Get($"guilds/{Id(id)}/members/{Id(own)}", "guilds/*/members/*", id), ct);
        return new ChannelFacts(
            type,
            name,
            Places.Read(guild.RootElement, id),
            ChannelAccess.Missing(guild.RootElement, member.RootElement, json.RootElement, own)
        )
        {
            Tags = [.. json.RootElement.ListOf("available_tags").Select(TagOf)],
            NeedsTag = ((json.RootElement.NumberOf("flags") ?? 0) & RequireTag) != 0,
        };
    }

    public async Task<bool> IsInAnyServerAsync(CancellationToken ct)
    {
        using var json = await JsonAsync(Get("users/@me/guilds?limit=1", "users/@me/guilds"), ct);
        return json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.GetArrayLength() > 0;
    }

    public async Task<ulong> OwnIdAsync(CancellationToken ct)
    {
        if (me == 0)
        {
            using var json = await JsonAsync(Get("users/@me", "users/@me"), ct);
            me = IdIn(json);
        }
        return me;
    }

    public async Task<ApplicationFacts> ApplicationAsync(CancellationToken ct)
    {
        var request = Get("applications/@me", "applications/@me");
        var answer = await sender.SendAsync(request, ct);
        using var json = Json(request, answer);
        var application = json.RootElement;
        return new ApplicationFacts(
            IdIn(json),
            application.TextOf("name") ?? "nameless",
            application.PartOf("team")?.IdOf("owner_user_id") ?? application.PartOf("owner")?.IdOf("id"),
            application.TextOf("interactions_endpoint_url") is { Length: > 0 },
            application.PartOf("bot_require_code_grant") is { ValueKind: JsonValueKind.True },
            application.NumberOf("flags") ?? 0,
            answer.At
        );
    }

    private static DiscordRequest MessageTo(ulong channel, DiscordMessage message) =>
        new(
            HttpMethod.Post,
            $"channels/{Id(channel)}/messages",
            "channels/*/messages",
            Id(channel),
            MessageBody.Of(message)
        )
        {
            IsRepeatable = message.Nonce is not null,
        };

    private static ForumTag TagOf(JsonElement tag) =>
        new(
            tag.IdOf("id") ?? 0,
            tag.TextOf("name") ?? "",
            tag.PartOf("moderated") is { ValueKind: JsonValueKind.True }
        );

    private static IReadOnlyList<FoundThread> ThreadsIn(JsonDocument json) =>
        json.RootElement.PartOf("threads") is not { ValueKind: JsonValueKind.Array } threads
            ? throw new DiscordProblem("Discord answered without threads. Check Discord:RestUrl and the proxy.")
            : [.. threads.EnumerateArray().Select(ThreadOf)];

    private static FoundThread ThreadOf(JsonElement thread)
    {
        var state = thread.PartOf("thread_metadata") ?? default;
        return new FoundThread(
            thread.IdOf("id") ?? 0,
            thread.IdOf("parent_id") ?? 0,
            thread.IdOf("owner_id") ?? 0,
            thread.TextOf("name") ?? "",
            state.PartOf("archived") is { ValueKind: JsonValueKind.True }
            && DateTimeOffset.TryParse(
                state.TextOf("archive_timestamp"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
                ? at
                : null
        );
    }

    private async Task<JsonDocument> JsonAsync(DiscordRequest request, CancellationToken ct) =>
        Json(request, await sender.SendAsync(request, ct));

    private static JsonDocument Json(DiscordRequest request, DiscordAnswer answer)
    {
        try
        {
            return JsonDocument.Parse(answer.Body);
        }
        catch (JsonException e)
        {
            throw DiscordProblem.NoJson(request.ToString(), answer.Status, e);
        }
    }

    private static ulong IdIn(JsonDocument json) =>
        json.RootElement.IdOf("id")
        ?? throw new DiscordProblem("Discord answered without an id. Check Discord:RestUrl and the proxy.");

    private static DiscordRequest Get(string path, string route, ulong? major = null) =>
        new(HttpMethod.Get, path, route, Id(major), default) { IsRepeatable = true };

    private static string CommandsPath(ulong application, ulong? guild) =>
        guild is null
            ? $"applications/{Id(application)}/commands"
            : $"applications/{Id(application)}/guilds/{Id(guild)}/commands";

    private static string Id(ulong? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
