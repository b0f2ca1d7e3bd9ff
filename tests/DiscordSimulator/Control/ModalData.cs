using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Control;

/// <summary>The <c>data</c> of a modal submit: the opened modal's components with what was filled in. Pure.</summary>
internal static class ModalData
{
    /// <param name="values">By custom id: a string, or several for a select. What is left out stays empty.</param>
    public static JsonObject Of(JsonObject modal, IReadOnlyDictionary<string, object?> values) =>
        new() { ["custom_id"] = modal["custom_id"]?.ToString(), ["components"] = Filled(modal["components"], values) };

    private static JsonArray Filled(JsonNode? list, IReadOnlyDictionary<string, object?> values) =>
        new([.. (list as JsonArray ?? []).OfType<JsonObject>().Select(c => Filled(c, values))]);

    private static JsonObject Filled(JsonObject component, IReadOnlyDictionary<string, object?> values)
    {
        var filled = new JsonObject
        {
            ["type"] = component["type"]?.DeepClone(),
            ["id"] = component["id"]?.DeepClone() ?? 1,
        };
        if (component["components"] is JsonArray children)
        {
            filled["components"] = Filled(children, values);
        }
        if (component["component"] is JsonObject child)
        {
            filled["component"] = Filled(child, values);
        }
        if (component["custom_id"]?.ToString() is { } id)
        {
            filled["custom_id"] = id;
            var given = values.GetValueOrDefault(id);
            if (component["type"]?.GetValue<int>() == 4)
            {
                filled["value"] = given?.ToString() ?? component["value"]?.ToString() ?? "";
            }
            else
            {
                filled["values"] = Several(given);
            }
        }
        return filled;
    }

    private static JsonArray Several(object? given) =>
        given switch
        {
            null => [],
            JsonArray list => (JsonArray)list.DeepClone(),
            IEnumerable<string> many => new JsonArray([.. many.Select(v => JsonValue.Create(v))]),
            _ => new JsonArray(JsonValue.Create(given.ToString())),
        };
}
