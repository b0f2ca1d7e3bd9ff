using System.Globalization;
using System.Text.Json;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Posts;

namespace PaperBot.DiscordChat.Rest;

/// <summary>The calls of Discord's REST API that PaperBot needs, one method each; bodies are written by the pure classes.</summary>
internal sealed class DiscordRest(DiscordSender sender) : IDiscord
{
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

    public async Task PostAsync(ulong channel, DiscordMessage message, CancellationToken ct)
    {
        try
        {
            await PostAsItIsAsync(channel, message, ct);
        }
        catch (DiscordProblem e) when (e.Code == DiscordProblem.MissingPermissions && message.Files.Count > 0)
        {
            // Perhaps it is only Attach Files; a post without its picture is better than none.
            await PostAsItIsAsync(channel, message.WithoutFiles(), ct);
        }
    }

    private async Task PostAsItIsAsync(ulong channel, DiscordMessage message, CancellationToken ct)
    {
        var request = MessageTo(channel, message) with { IsRepeatable = message.Nonce is not null };
        var answer = await sender.SendAsync(request, ct);
        try
        {
            using var posted = Json(request, answer);
            _ = IdIn(posted);
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
        );
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
        );

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
