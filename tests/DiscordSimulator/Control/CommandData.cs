using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Control;

/// <summary>
/// The <c>data</c> of a slash command or an autocomplete, made of the registered command and what was typed. Pure.
/// </summary>
internal static class CommandData
{
    private const int ChannelOption = 7;

    /// <param name="words">The command and its subcommand: "settings show".</param>
    /// <param name="focused">The option that is being typed; null for a command that is sent.</param>
    public static JsonObject Of(
        JsonObject command,
        IReadOnlyList<string> words,
        IReadOnlyDictionary<string, object?> options,
        string? focused
    )
    {
        var level = command;
        var data = new JsonObject
        {
            ["id"] = command["id"]?.ToString(),
            ["name"] = command["name"]?.ToString(),
            ["type"] = 1,
        };
        if (command["guild_id"] is { } guild)
        {
            data["guild_id"] = guild.ToString();
        }
        var place = data;
        foreach (var word in words.Skip(1))
        {
            level = Option(level, word);
            var next = new JsonObject { ["name"] = word, ["type"] = level["type"]?.DeepClone() };
            place["options"] = new JsonArray(next);
            place = next;
        }
        var given = options
            .Where(o => o.Value is not null)
            .Select(o => Given(Option(level, o.Key), o.Value!, o.Key == focused));
        place["options"] = new JsonArray([.. given]);
        return data;
    }

    /// <summary>Adds the channels that options name, as Discord does.</summary>
    /// <param name="channel">A channel by its id; null where there is none.</param>
    public static void Resolve(JsonObject data, Func<string, JsonObject?> channel)
    {
        var level = data;
        while (level["options"] is JsonArray { Count: > 0 } list && list[0]!["options"] is JsonArray)
        {
            level = (JsonObject)list[0]!;
        }
        var channels = new JsonObject();
        foreach (var option in (level["options"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (option["type"]?.GetValue<int>() == ChannelOption && channel(option["value"]!.ToString()) is { } found)
            {
                found["permissions"] = $"{(ulong)Permissions.Usual}";
                channels[option["value"]!.ToString()] = found;
            }
        }
        if (channels.Count > 0)
        {
            data["resolved"] = new JsonObject { ["channels"] = channels };
        }
    }

    private static JsonObject Option(JsonObject level, string name) =>
        (level["options"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(o => o["name"]?.ToString() == name)
        ?? throw new ArgumentException($"'{level["name"]}' has no registered option '{name}'.", nameof(name));

    private static JsonObject Given(JsonObject option, object value, bool focused)
    {
        var type = option["type"]?.GetValue<int>() ?? 3;
        var given = new JsonObject
        {
            ["name"] = option["name"]?.ToString(),
            ["type"] = type,
            // While it is being typed, any option is text.
            ["value"] = focused ? JsonValue.Create(Text(value)) : Value(type, value),
        };
        if (focused)
        {
            given["focused"] = true;
        }
        return given;
    }

    private static JsonValue? Value(int type, object value) =>
        type switch
        {
            4 => JsonValue.Create(Convert.ToInt64(Plain(value), CultureInfo.InvariantCulture)),
            5 => JsonValue.Create(Convert.ToBoolean(Plain(value), CultureInfo.InvariantCulture)),
            10 => JsonValue.Create(Convert.ToDouble(Plain(value), CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(Text(value)),
        };

    private static object Plain(object value) => value is JsonNode node ? node.ToString() : value;

    private static string Text(object value) => Convert.ToString(Plain(value), CultureInfo.InvariantCulture) ?? "";
}
