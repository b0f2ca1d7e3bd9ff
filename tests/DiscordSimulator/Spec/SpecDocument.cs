using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>Discord's description with what it gets wrong put right, and in a form whose problems can be read. Pure.</summary>
internal static class SpecDocument
{
    private static readonly string[] CommandBodies =
    [
        "ApplicationCommandUpdateRequest",
        "ApplicationCommandCreateRequest",
        "ApplicationCommandPatchRequestPartial",
    ];

    /// <param name="closed">Objects take no members but those that they list: a typing error is a problem.</param>
    public static JsonElement Prepare(ReadOnlySpan<byte> text, bool closed)
    {
        var document = JsonNode.Parse(text)!; // The file is an object, or the next line says so.
        var schemas = document["components"]!["schemas"]!.AsObject();
        AcceptPermissionsAsText(schemas);
        AddForgottenMembers(schemas);
        foreach (var node in All(document).ToList())
        {
            ListConstants(node);
            if (closed && node["properties"] is JsonObject properties && !properties.ContainsKey("$ref"))
            {
                node.TryAdd("additionalProperties", false);
            }
        }
        // After the objects are closed, since a union is open by itself.
        foreach (var node in All(document).ToList())
        {
            SpecUnions.Split(node, schemas);
        }
        // Named schemas are built as one document of their own; links lead there from everywhere.
        var linked = document
            .ToJsonString()
            .Replace("\"#/components/schemas/", $"\"{SpecSchemas.LinkTo}", StringComparison.Ordinal);
        return JsonElement.Parse(linked);
    }

    // Typed as an integer, while Discord documents and takes a bit set as a string.
    private static void AcceptPermissionsAsText(JsonObject schemas)
    {
        const string Name = "default_member_permissions";
        foreach (var properties in schemas.Select(schema => schema.Value?["properties"]).OfType<JsonObject>())
        {
            if (properties[Name]?["type"]?.ToJsonString() == """["integer","null"]""")
            {
                properties[Name] = JsonNode.Parse(
                    """{"anyOf":[{"type":["integer","null"]},{"type":"string","pattern":"^(0|[1-9][0-9]*)$"}]}"""
                );
            }
        }
    }

    // Documented, now or formerly, and left out of the request schemas.
    private static void AddForgottenMembers(JsonObject schemas)
    {
        foreach (var properties in CommandBodies.Select(name => schemas[name]?["properties"]).OfType<JsonObject>())
        {
            properties["nsfw"] = JsonNode.Parse("""{"type":["boolean","null"]}""");
            properties["default_permission"] = JsonNode.Parse("""{"type":["boolean","null"]}""");
        }
    }

    // Discord writes an enumeration as a union of described constants. As a list it says the same in one problem, not in as
    // many as there are values.
    private static void ListConstants(JsonObject schema)
    {
        if (
            schema["oneOf"] is JsonArray { Count: > 0 } union
            && !schema.ContainsKey("enum")
            && union.All(branch => branch is JsonObject value && value.ContainsKey("const"))
        )
        {
            schema.Remove("oneOf");
            schema["enum"] = new JsonArray([.. union.Select(branch => branch!["const"]?.DeepClone())]); // objects, as said above
        }
    }

    private static IEnumerable<JsonObject> All(JsonNode? node)
    {
        if (node is JsonObject own)
        {
            yield return own;
        }
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var below in children.SelectMany(All))
        {
            yield return below;
        }
    }
}
