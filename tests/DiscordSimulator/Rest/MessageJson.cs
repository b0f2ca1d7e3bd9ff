using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Makes the message object that Discord answers of the body that the bot sent. Pure.</summary>
internal static partial class MessageJson
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

    /// <summary>Who gets a notification: those whom the content names and the body lets be called.</summary>
    public static IEnumerable<ulong> Called(JsonObject body)
    {
        var content = body["content"]?.ToString() ?? "";
        var allowed = body["allowed_mentions"] as JsonObject;
        var named = Mention().Matches(content).Select(match => ulong.Parse(match.Groups[1].Value)).Distinct();
        var everybody =
            allowed is null || (allowed["parse"] as JsonArray ?? []).Any(kind => kind?.ToString() == "users");
        var users = (allowed?["users"] as JsonArray ?? []).Select(user => user?.ToString()).ToHashSet();
        return named.Where(user => everybody || users.Contains($"{user}"));
    }

    [GeneratedRegex("<@!?([0-9]{1,20})>")]
    private static partial Regex Mention();

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
