using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>The READY event (topics/gateway-events).</summary>
internal static class ReadyJson
{
    public static JsonObject Of(GatewaySession session, IEnumerable<Guild> guilds, World world, Uri gateway)
    {
        var user = world.BotJson();
        user["verified"] = true;
        user["mfa_enabled"] = true;
        user["email"] = null;
        return new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = user,
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = new Uri(gateway, "/resume").ToString(),
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([
                .. guilds.Select(g => new JsonObject { ["id"] = $"{g.Id}", ["unavailable"] = true }),
            ]),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray("us-central"),
            ["auth"] = new JsonObject(),
            ["application"] = new JsonObject { ["id"] = $"{world.Bot.Id}", ["flags"] = 1 << 23 },
            ["shard"] = new JsonArray(session.Shard, session.Shards),
            ["_trace"] = new JsonArray("[\"gateway-simulated\",{\"micros\":0}]"),
        };
    }
}
