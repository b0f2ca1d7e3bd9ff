using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Control;

/// <summary>Bodies of the control endpoints.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static Load Load(JsonObject body) =>
        new(
            body["rate"]?.GetValue<double>() ?? 100,
            TimeSpan.FromSeconds(body["seconds"]?.GetValue<double>() ?? 10),
            body["command"]?.ToString()
                ?? throw new ArgumentException("The command's name is missing: command.", nameof(body)),
            Values(body["options"])
        );

    public static RestFault Fault(JsonObject body) =>
        new(body["route"]?.ToString() ?? "*")
        {
            Times = body["times"]?.GetValue<int>() ?? 1,
            Status = body["status"]?.GetValue<int>() ?? 0,
            Headers = (body["headers"] as JsonObject ?? []).ToDictionary(h => h.Key, h => h.Value?.ToString() ?? ""),
            Body = body["body"] is JsonValue text ? text.ToString() : body["body"]?.ToJsonString(),
            Delay = TimeSpan.FromMilliseconds(body["delay_ms"]?.GetValue<double>() ?? 0),
            ResetConnection = body["reset"]?.GetValue<bool>() ?? false,
            CarryOut = body["carry_out"]?.GetValue<bool>() ?? false,
        };

    public static Dictionary<string, object?> Values(JsonNode? node) =>
        (node as JsonObject ?? []).ToDictionary(v => v.Key, v => (object?)v.Value?.DeepClone());

    public static JsonNode Guild(Guild guild) =>
        new JsonObject
        {
            ["id"] = $"{guild.Id}",
            ["name"] = guild.Name,
            ["channels"] = new JsonArray([.. guild.Channels.Select(Channel)]),
        };

    public static JsonNode Channel(Channel channel) =>
        new JsonObject
        {
            ["id"] = $"{channel.Id}",
            ["name"] = channel.Name,
            ["type"] = channel.Type,
            ["permissions"] = $"{(ulong)channel.BotPermissions}",
            ["crossposts"] = channel.Crossposts,
            ["archived"] = channel.Thread?.ArchivedAt is not null,
        };
}
