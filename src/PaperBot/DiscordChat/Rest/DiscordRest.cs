using System.Globalization;
using System.Text.Json;

namespace PaperBot.DiscordChat.Rest;

/// <summary>The calls of Discord's REST API that PaperBot needs, one method each; bodies are written by the pure classes.</summary>
internal sealed class DiscordRest(DiscordSender sender)
{
    /// <exception cref="DiscordProblem">As for every method here: refused, or Discord cannot be reached.</exception>
    public async Task<GatewayInfo> GatewayAsync(CancellationToken ct)
    {
        using var json = await JsonAsync(Get("gateway/bot", "gateway/bot"), ct);
        return GatewayInfo.Read(json.RootElement)
            ?? throw new DiscordProblem(
                "What answered GET gateway/bot is not Discord: it names no gateway. Check Discord:RestUrl and the proxy."
            );
    }

    /// <summary>The commands that Discord has, of the application or of one server.</summary>
    public Task<JsonDocument> CommandsAsync(ulong application, ulong? guild, CancellationToken ct) =>
        JsonAsync(
            Get(
                CommandsPath(application, guild) + "?with_localizations=true",
                guild is null ? "applications/*/commands" : "applications/*/guilds/*/commands",
                guild
            ),
            ct
        );

    /// <summary>Replaces them all.</summary>
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
    public async Task AnswerAsync(ulong interaction, string token, ReadOnlyMemory<byte> answer, CancellationToken ct)
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
    public Task EditAnswerAsync(ulong application, string token, ReadOnlyMemory<byte> message, CancellationToken ct) =>
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
    public Task FollowUpAsync(ulong application, string token, ReadOnlyMemory<byte> message, CancellationToken ct) =>
        sender.SendAsync(
            new DiscordRequest(HttpMethod.Post, $"webhooks/{Id(application)}/{token}", "webhooks/*/*", token, message)
            {
                IsInteraction = true,
            },
            ct
        );

    /// <param name="message">With nonce and enforce_nonce, by which Discord knows a second try.</param>
    /// <returns>The id of the message.</returns>
    public async Task<ulong> PostAsync(ulong channel, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        using var json = await JsonAsync(
            new DiscordRequest(
                HttpMethod.Post,
                $"channels/{Id(channel)}/messages",
                "channels/*/messages",
                Id(channel),
                message
            )
            {
                IsRepeatable = true,
            },
            ct
        );
        return IdIn(json);
    }

    /// <summary>A message that nobody minds missing; it is not tried again where it may have arrived.</summary>
    public Task TellAsync(ulong channel, ReadOnlyMemory<byte> message, CancellationToken ct) =>
        sender.SendAsync(
            new DiscordRequest(
                HttpMethod.Post,
                $"channels/{Id(channel)}/messages",
                "channels/*/messages",
                Id(channel),
                message
            ),
            ct
        );

    /// <summary>The messages of a channel that came first after this id, newest first; none where PaperBot may not read its history.</summary>
    public Task<JsonDocument> MessagesAsync(ulong channel, ulong after, int most, CancellationToken ct) =>
        JsonAsync(
            Get($"channels/{Id(channel)}/messages?after={Id(after)}&limit={most}", "channels/*/messages", channel),
            ct
        );

    public Task<JsonDocument> ChannelAsync(ulong channel, CancellationToken ct) =>
        JsonAsync(Get($"channels/{Id(channel)}", "channels/*", channel), ct);

    /// <summary>A server with its roles.</summary>
    public Task<JsonDocument> GuildAsync(ulong guild, CancellationToken ct) =>
        JsonAsync(Get($"guilds/{Id(guild)}", "guilds/*", guild), ct);

    public Task<JsonDocument> MemberAsync(ulong guild, ulong user, CancellationToken ct) =>
        JsonAsync(Get($"guilds/{Id(guild)}/members/{Id(user)}", "guilds/*/members/*", guild), ct);

    /// <summary>Up to two of the servers that PaperBot is in: none, one, or more.</summary>
    public Task<JsonDocument> SomeGuildsAsync(CancellationToken ct) =>
        JsonAsync(Get("users/@me/guilds?limit=2", "users/@me/guilds"), ct);

    /// <summary>PaperBot's own user.</summary>
    public Task<JsonDocument> MeAsync(CancellationToken ct) => JsonAsync(Get("users/@me", "users/@me"), ct);

    /// <summary>What the developer portal says of the application, and what time it is there.</summary>
    public async Task<(JsonDocument Application, DateTimeOffset? At)> ApplicationAsync(CancellationToken ct)
    {
        var request = Get("applications/@me", "applications/@me");
        var answer = await sender.SendAsync(request, ct);
        return (Json(request, answer), answer.At);
    }

    /// <summary>The conversation with one person.</summary>
    /// <returns>The id of its channel.</returns>
    public async Task<ulong> DirectChannelAsync(ulong person, CancellationToken ct)
    {
        var body = Messages.DiscordMessage.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("recipient_id"u8, Id(person));
            json.WriteEndObject();
        });
        using var json = await JsonAsync(
            new DiscordRequest(HttpMethod.Post, "users/@me/channels", "users/@me/channels", "", body)
            {
                IsRepeatable = true, // the same conversation comes back
            },
            ct
        );
        return IdIn(json);
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
            throw new DiscordProblem(
                $"What answered {request.Method} {request.Route} is not Discord: it sent no JSON. Check Discord:RestUrl and the proxy.",
                answer.Status,
                inner: e
            );
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
