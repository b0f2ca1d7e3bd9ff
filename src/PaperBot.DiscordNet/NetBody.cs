using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordNet;

/// <summary>Pure: what Discord.Net writes, as Discord's description of its API wants it, with what Discord.Net cannot say.</summary>
internal static class NetBody
{
    // Nulls; what every menu gets although only menus of channels, users and roles have it; and what every option of a
    // command gets although only texts and numbers have it.
    private static readonly string[] Foreign =
    [
        ":null",
        "\"channel_types\":[]",
        "\"default_values\":[]",
        "\"autocomplete\":false",
    ];

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="nonce">Of a message, to be enforced; null: none.</param>
    /// <param name="isQuietPost">It is a post of a forum whose message makes no sound.</param>
    /// <param name="isThread">It is a thread under a message, whose kind follows from that.</param>
    public static string Mended(string json, string? nonce, bool isQuietPost, bool isThread)
    {
        if (
            nonce is null
            && !isQuietPost
            && !isThread
            && !Foreign.Any(sign => json.Contains(sign, StringComparison.OrdinalIgnoreCase))
        )
        {
            return json;
        }
        var body = JsonNode.Parse(json)!; // Discord.Net wrote it
        if (nonce is not null)
        {
            body["nonce"] = nonce;
            body["enforce_nonce"] = true;
        }
        if (isQuietPost)
        {
            body["message"]!["flags"] = MessageJson.SuppressNotifications; // a post has one
        }
        if (isThread)
        {
            body.AsObject().Remove("type");
        }
        LeaveOut(body);
        return body.ToJsonString(Plain);
    }

    private static bool IsForeign(string name, JsonNode? value) =>
        value is null
        || (name is "channel_types" or "default_values" && value is JsonArray { Count: 0 })
        || (name == "autocomplete" && value.GetValueKind() == JsonValueKind.False);

    private static void LeaveOut(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var empty in members.Where(member => IsForeign(member.Key, member.Value)).ToList())
            {
                members.Remove(empty.Key);
            }
        }
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject { Count: > 0 } some => some.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in inner.OfType<JsonNode>())
        {
            LeaveOut(child);
        }
    }
}
