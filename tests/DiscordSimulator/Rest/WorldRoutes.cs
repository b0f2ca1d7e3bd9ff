using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>What a bot may ask about itself, its gateway, its guilds and channels.</summary>
internal sealed class WorldRoutes(World world, GatewayHub gateway, MessageRoutes messages)
{
    private const int MessageContentLimited = 1 << 19;

    public RestAnswer GatewayUrl() => RestAnswer.Ok(new JsonObject { ["url"] = Url });

    public RestAnswer GatewayBot() =>
        RestAnswer.Ok(
            new JsonObject
            {
                ["url"] = Url,
                ["shards"] = gateway.RecommendedShards,
                ["session_start_limit"] = new JsonObject
                {
                    ["total"] = gateway.Options.SessionStarts,
                    ["remaining"] = gateway.SessionStartsLeft,
                    ["reset_after"] = (int)TimeSpan.FromHours(14).TotalMilliseconds,
                    ["max_concurrency"] = gateway.Options.MaxConcurrency,
                },
            }
        );

    public RestAnswer Me()
    {
        var user = world.BotJson();
        user["mfa_enabled"] = true;
        user["locale"] = "en-US";
        user["verified"] = true;
        user["email"] = null;
        return RestAnswer.Ok(user);
    }

    public RestAnswer Application()
    {
        // The flag says that the message content intent is switched on for a bot in fewer than 100 guilds.
        var content = (gateway.Options.AllowedPrivilegedIntents & (1 << 15)) != 0 ? MessageContentLimited : 0;
        return RestAnswer.Ok(
            new JsonObject
            {
                ["id"] = $"{world.Bot.Id}",
                ["name"] = "PaperBot",
                ["icon"] = null,
                ["description"] = "",
                ["type"] = null,
                ["bot"] = world.BotJson(),
                ["bot_public"] = true,
                ["bot_require_code_grant"] = false,
                ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject(), ["1"] = new JsonObject() },
                ["verify_key"] = new string('0', 64),
                ["flags"] = content,
                ["flags_new"] = $"{content}",
                ["redirect_uris"] = new JsonArray(),
                ["interactions_endpoint_url"] = null,
                ["role_connections_verification_url"] = null,
                ["owner"] = world.Tester.ToJson(),
                ["approximate_guild_count"] = world.GuildTable.Count,
                ["approximate_user_install_count"] = 0,
                ["approximate_user_authorization_count"] = 0,
                ["explicit_content_filter"] = 0,
                ["team"] = null,
                ["eligible_oauth2_scopes"] = new JsonArray(),
            }
        );
    }

    public RestAnswer MyGuilds(RestRequest request)
    {
        var after = request.Number("after") ?? 0;
        var limit = (int)Math.Clamp(request.Number("limit") ?? 200, 1, 200);
        var page = world.Guilds.Where(g => g.Id > after).Take(limit);
        return RestAnswer.Ok(new JsonArray([.. page.Select(WorldJson.MyGuild)]));
    }

    /// <summary>The one conversation that there is, with the tester.</summary>
    private JsonObject Direct()
    {
        var channel = WorldJson.Channel(world.DirectMessages, world.Bot.Id);
        channel["recipients"] = new JsonArray(world.Tester.ToJson());
        return channel;
    }

    public RestAnswer User(string id) =>
        id == $"{world.Tester.Id}" ? RestAnswer.Ok(world.Tester.ToJson()) : DiscordErrors.UnknownUser;

    public RestAnswer OpenDirect(RestRequest request) =>
        request.Object["recipient_id"]?.ToString() == $"{world.Tester.Id}"
            ? RestAnswer.Ok(Direct())
            : DiscordErrors.UnknownUser;

    public RestAnswer Guild(string id) =>
        Find(id) is { } guild ? RestAnswer.Ok(WorldJson.Guild(guild, world.Tester)) : DiscordErrors.UnknownGuild;

    public RestAnswer Channels(string id) =>
        Find(id) is { } guild
            ? RestAnswer.Ok(new JsonArray([.. guild.Channels.Select(c => WorldJson.Channel(c, world.Bot.Id))]))
            : DiscordErrors.UnknownGuild;

    public RestAnswer Roles(string id) =>
        Find(id) is { } guild
            ? RestAnswer.Ok(new JsonArray(WorldJson.EveryoneRole(guild)))
            : DiscordErrors.UnknownGuild;

    public RestAnswer Member(string id, string user)
    {
        if (Find(id) is null)
        {
            return DiscordErrors.UnknownGuild;
        }
        if (user == $"{world.Bot.Id}")
        {
            return RestAnswer.Ok(WorldJson.Member(world.Bot, bot: true));
        }
        return user == $"{world.Tester.Id}"
            ? RestAnswer.Ok(WorldJson.Member(world.Tester, bot: false))
            : DiscordErrors.UnknownMember;
    }

    public RestAnswer Channel(string id) =>
        messages.Enter(id, Permissions.None, out var channel)
        ?? RestAnswer.Ok(WorldJson.Channel(channel, world.Bot.Id));

    private string Url => gateway.Address!.ToString().TrimEnd('/'); // Set before Kestrel accepts.

    private Guild? Find(string id) =>
        ulong.TryParse(id, out var number) ? world.GuildTable.GetValueOrDefault(number) : null;
}
