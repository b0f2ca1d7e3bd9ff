using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Makes the message object that Discord answers of the body that the bot sent. Pure.</summary>
internal static class MessageJson
{
    private static readonly string[] Editable = ["content", "embeds", "components"];

    public static JsonObject New(ulong id, ulong channel, JsonObject author, DateTimeOffset now, int type, int flags) =>
        new()
        {
            ["id"] = $"{id}",
            ["channel_id"] = $"{channel}",
            ["author"] = author,
            ["type"] = type,
            ["content"] = "",
            ["timestamp"] = Snowflakes.Iso(now),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["pinned"] = false,
            ["flags"] = flags,
        };

    /// <summary>The message with what the body says; what it leaves out stays.</summary>
    public static JsonObject With(JsonObject message, JsonObject body)
    {
        var next = (JsonObject)message.DeepClone();
        foreach (var name in Editable)
        {
            if (body.ContainsKey(name))
            {
                next[name] = body[name]?.DeepClone() ?? (name == "content" ? "" : new JsonArray());
            }
        }
        foreach (var embed in ((JsonArray)next["embeds"]!).OfType<JsonObject>()) // New makes every message with the list.
        {
            embed["type"] = "rich";
        }
        var number = 1;
        Number(next["components"], ref number);
        return next;
    }

    // Discord numbers components that came without an id.
    private static void Number(JsonNode? list, ref int next)
    {
        foreach (var component in (list as JsonArray ?? []).OfType<JsonObject>())
        {
            component["id"] ??= next++;
            Number(component["components"], ref next);
            if (component["accessory"] is JsonObject accessory)
            {
                accessory["id"] ??= next++;
            }
        }
    }
}
