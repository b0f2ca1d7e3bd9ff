using System.Text.Json;

namespace PaperBot.DiscordSimulator;

/// <summary>
/// JSON Schema 2020-12 as far as Discord's description uses it, read straight from the document. Written here because no
/// library for it restores with every part it needs. Pure.
/// </summary>
/// <param name="closed">Objects take no members but those that they list.</param>
internal sealed class SchemaCheck(SchemaLinks links, bool closed)
{
    /// <summary>Each problem as "/path must …".</summary>
    public List<string> Check(JsonElement schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, value, "", problems);
        return problems;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            if (schema.ValueKind == JsonValueKind.False)
            {
                problems.Add($"{SchemaScalars.At(at)} must not be there");
            }
            return;
        }
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Target(reference), value, at, problems);
        }
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(t, value)))
        {
            problems.Add($"{SchemaScalars.At(at)} must be {string.Join(" or ", Types(type))}");
            return;
        }
        Values(schema, value, at, problems);
        Unions(schema, value, at, problems);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Members(schema, value, at, problems);
                break;
            case JsonValueKind.Array:
                Items(schema, value, at, problems);
                break;
            case JsonValueKind.String:
                SchemaScalars.Text(schema, value.GetString()!, at, problems); // A string has text.
                break;
            case JsonValueKind.Number:
                SchemaScalars.Number(schema, value, at, problems);
                break;
        }
    }

    private static void Values(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            problems.Add($"{SchemaScalars.At(at)} must be {only.GetRawText()}");
        }
        if (
            schema.TryGetProperty("enum", out var some)
            && !some.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value))
        )
        {
            problems.Add($"{SchemaScalars.At(at)} must be one of {some.GetRawText()}");
        }
    }

    private void Unions(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
            {
                Check(part, value, at, problems);
            }
        }
        var exclusive = schema.TryGetProperty("oneOf", out var union);
        if (!exclusive && !schema.TryGetProperty("anyOf", out union))
        {
            return;
        }
        if ((exclusive || schema.TryGetProperty("x-discord-union", out _)) && Tagged(union) is { } tags)
        {
            ByTag(tags, value, at, problems);
            return;
        }
        var results = union
            .EnumerateArray()
            .Select(branch => (Branch: branch, Problems: Try(branch, value, at)))
            .ToList();
        var fitting = results.Count(r => r.Problems.Count == 0);
        if (fitting == 0)
        {
            problems.AddRange(Telling(results, at));
        }
        else if (exclusive && fitting > 1)
        {
            problems.Add($"{SchemaScalars.At(at)} fits more than one of the forms it may have");
        }
    }

    private List<string> Try(JsonElement branch, JsonElement value, string at)
    {
        var problems = new List<string>();
        Check(branch, value, at, problems);
        return problems;
    }

    private static IEnumerable<string> Telling(List<(JsonElement Branch, List<string> Problems)> results, string at)
    {
        if (results.TrueForAll(r => r.Branch.TryGetProperty("const", out _)))
        {
            var values = results.Select(r => r.Branch.GetProperty("const").GetRawText());
            return [$"{SchemaScalars.At(at)} must be one of {string.Join(", ", values)}"];
        }
        var rest = results.Where(r => !(r.Branch.TryGetProperty("type", out var t) && t.ToString() == "null")).ToList();
        return rest.Count == 0 ? results[0].Problems : rest.MinBy(r => r.Problems.Count).Problems;
    }

    // Unions of objects with a closed "type" each (option types, callback types, components): the tag says which is meant,
    // so that only that one is checked and the problem is readable.
    private Dictionary<long, JsonElement>? Tagged(JsonElement union)
    {
        var tags = new Dictionary<long, JsonElement>();
        foreach (var branch in union.EnumerateArray())
        {
            if (
                !branch.TryGetProperty("$ref", out var reference)
                || Target(reference) is var target && !target.TryGetProperty("properties", out var properties)
                || !properties.TryGetProperty("type", out var type)
                || !type.TryGetProperty("enum", out var values)
                || !target.TryGetProperty("required", out var required)
                || !required.EnumerateArray().Any(r => r.ValueEquals("type"))
            )
            {
                return null;
            }
            foreach (var value in values.EnumerateArray())
            {
                if (value.ValueKind != JsonValueKind.Number || !tags.TryAdd(value.GetInt64(), branch))
                {
                    return null;
                }
            }
        }
        return tags.Count > 1 ? tags : null;
    }

    private void ByTag(Dictionary<long, JsonElement> tags, JsonElement value, string at, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{SchemaScalars.At(at)} must be object");
        }
        else if (!value.TryGetProperty("type", out var tag))
        {
            problems.Add($"{SchemaScalars.At(at)} must have 'type'");
        }
        else if (
            tag.ValueKind == JsonValueKind.Number
            && tag.TryGetInt64(out var number)
            && tags.TryGetValue(number, out var branch)
        )
        {
            Check(branch, value, at, problems);
        }
        else
        {
            problems.Add($"{at}/type must be one of {string.Join(", ", tags.Keys.Order())}");
        }
    }

    private void Members(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            var missing = required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)); // Names are strings.
            problems.AddRange(missing.Select(r => $"{SchemaScalars.At(at)} must have '{r.GetString()}'"));
        }
        SchemaScalars.Count(
            schema,
            "minProperties",
            "maxProperties",
            value.EnumerateObject().Count(),
            "members",
            at,
            problems
        );
        var listed = schema.TryGetProperty("properties", out var properties);
        var more = schema.TryGetProperty("additionalProperties", out var additional);
        foreach (var member in value.EnumerateObject())
        {
            if (listed && properties.TryGetProperty(member.Name, out var own))
            {
                Check(own, member.Value, $"{at}/{member.Name}", problems);
            }
            else if (more && additional.ValueKind == JsonValueKind.Object)
            {
                Check(additional, member.Value, $"{at}/{member.Name}", problems);
            }
            else if (more ? additional.ValueKind == JsonValueKind.False : closed && listed)
            {
                problems.Add($"{SchemaScalars.At(at)} must not have '{member.Name}'");
            }
        }
    }

    private void Items(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        SchemaScalars.Count(schema, "minItems", "maxItems", value.GetArrayLength(), "items", at, problems);
        if (schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(items, item, $"{at}/{index++}", problems);
            }
        }
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean())
        {
            var texts = value.EnumerateArray().Select(v => v.GetRawText()).ToList();
            if (texts.Distinct().Count() < texts.Count)
            {
                problems.Add($"{SchemaScalars.At(at)} must not hold the same item twice");
            }
        }
    }

    private JsonElement Target(JsonElement reference) => links.Target(reference.GetString()!); // A $ref is a string.

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.ToString()) : [type.ToString()];

    private static bool Is(string type, JsonElement value) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
            _ => false,
        };
}
