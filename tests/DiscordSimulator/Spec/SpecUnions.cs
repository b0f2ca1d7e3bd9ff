using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>
/// Unions of objects with a closed <c>type</c> each (option types, callback types, components) as if and then: only the
/// branch that the tag names is checked, so that the problems are those of what was meant. Pure.
/// </summary>
internal static class SpecUnions
{
    private const string Tag = "type";

    public static void Split(JsonObject schema, JsonObject schemas)
    {
        var union = schema["oneOf"] ?? (schema["x-discord-union"]?.ToString() == "oneOf" ? schema["anyOf"] : null);
        if (union is not JsonArray { Count: > 1 } branches || Tags(branches, schemas) is not { } tags)
        {
            return;
        }
        schema.Remove("oneOf");
        schema.Remove("anyOf");
        schema["type"] = "object";
        schema["required"] = new JsonArray(Tag);
        schema["properties"] = Named(new JsonArray([.. tags.SelectMany(values => values).Select(v => v?.DeepClone())]));
        schema["additionalProperties"] = true;
        schema["allOf"] = new JsonArray([
            .. branches.Zip(
                tags,
                (branch, values) =>
                    new JsonObject
                    {
                        ["if"] = new JsonObject
                        {
                            ["properties"] = Named(values.DeepClone()),
                            ["required"] = new JsonArray(Tag),
                        },
                        ["then"] = branch?.DeepClone(),
                    }
            ),
        ]);
    }

    // Null unless each branch has tags, and no other branch has them too.
    private static List<JsonArray>? Tags(JsonArray branches, JsonObject schemas)
    {
        var tags = branches.Select(branch => TagsOf(branch, schemas)).OfType<JsonArray>().ToList();
        var all = tags.SelectMany(values => values).Select(value => value?.ToJsonString()).ToList();
        return tags.Count == branches.Count && all.Distinct().Count() == all.Count ? tags : null;
    }

    private static JsonArray? TagsOf(JsonNode? branch, JsonObject schemas) =>
        branch?["$ref"]?.ToString().Split('/')[^1] is { } name
        && schemas[name] is JsonObject target
        && target["required"] is JsonArray required
        && required.Any(member => member?.ToString() == Tag)
            ? target["properties"]?[Tag]?["enum"] as JsonArray
            : null;

    private static JsonObject Named(JsonNode values) => new() { [Tag] = new JsonObject { ["enum"] = values } };
}
