using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>
/// Discord's official OpenAPI description (github.com/discord/discord-api-spec), read once per file, with what it gets
/// wrong put right.
/// </summary>
public sealed class SpecCheck
{
    private static readonly ConcurrentDictionary<string, Lazy<SpecCheck>> Loaded = [];
    private static readonly string[] CommandBodies =
    [
        "ApplicationCommandUpdateRequest",
        "ApplicationCommandCreateRequest",
        "ApplicationCommandPatchRequestPartial",
    ];
    private readonly SchemaLinks links;
    private readonly List<(string[] Segments, JsonElement Item)> paths = [];

    private SpecCheck(JsonElement root)
    {
        links = new SchemaLinks(root);
        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            paths.Add((path.Name.Split('/', StringSplitOptions.RemoveEmptyEntries), path.Value));
        }
    }

    public static SpecCheck Load(string path) =>
        Loaded.GetOrAdd(path, p => new Lazy<SpecCheck>(() => new SpecCheck(Read(p)))).Value;

    /// <summary>What is wrong with a request's body; empty when nothing. Unknown members count as wrong: typing errors.</summary>
    /// <param name="path">Without /api/v10 and query.</param>
    public IReadOnlyList<string> Problems(string method, string path, ReadOnlyMemory<byte> body)
    {
        if (Operation(method, path) is not { } operation)
        {
            return [$"{method} {path} is not in the description"];
        }
        if (!operation.TryGetProperty("requestBody", out var request))
        {
            return body.IsEmpty ? [] : ["the operation takes no body"];
        }
        if (body.IsEmpty)
        {
            return request.TryGetProperty("required", out var needed) && needed.GetBoolean()
                ? ["a body is required"]
                : [];
        }
        return Validate(Schema(request), body, closed: true);
    }

    /// <summary>What is wrong with an answer's body; empty when nothing. Unknown members are allowed.</summary>
    public IReadOnlyList<string> AnswerProblems(string method, string path, int status, ReadOnlyMemory<byte> body)
    {
        if (Operation(method, path) is not { } operation)
        {
            return [$"{method} {path} is not in the description"];
        }
        var responses = operation.GetProperty("responses");
        if (
            !responses.TryGetProperty($"{status}", out var response)
            && !responses.TryGetProperty($"{status / 100}XX", out response)
        )
        {
            return [$"the status {status} is not in the description"];
        }
        if (response.TryGetProperty("$ref", out var link))
        {
            response = links.Target(link.GetString()!); // A $ref is a string.
        }
        if (!response.TryGetProperty("content", out _))
        {
            return body.IsEmpty ? [] : ["no body is expected"];
        }
        return Validate(Schema(response), body, closed: false);
    }

    private List<string> Validate(JsonElement schema, ReadOnlyMemory<byte> body, bool closed)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return new SchemaCheck(links, closed).Check(schema, json.RootElement);
        }
        catch (JsonException)
        {
            return ["the body is not JSON"];
        }
    }

    private static JsonElement Schema(JsonElement owner) =>
        owner.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    // Of several paths that fit, the one with most literal parts is meant: @original, @me.
    private JsonElement? Operation(string method, string path)
    {
        var given = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        JsonElement? best = null;
        var most = -1;
        foreach (var (segments, item) in paths)
        {
            if (segments.Length != given.Length || !item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            {
                continue;
            }
            var literal = segments.Zip(given).Count(p => p.First == p.Second);
            if (literal + segments.Count(s => s[0] == '{') == segments.Length && literal > most)
            {
                (best, most) = (operation, literal);
            }
        }
        return best;
    }

    private static JsonElement Read(string path)
    {
        var document = JsonNode.Parse(File.ReadAllBytes(path))!; // The file is an object, or the next line says so.
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var (_, schema) in schemas)
        {
            // Typed as an integer, while Discord documents and takes a bit set as a string.
            if (
                schema?["properties"]?["default_member_permissions"] is JsonObject permissions
                && IsIntegerOrNull(permissions)
            )
            {
                schema["properties"]!["default_member_permissions"] = JsonNode.Parse(
                    """{"anyOf":[{"type":["integer","null"]},{"type":"string","pattern":"^(0|[1-9][0-9]*)$"}]}"""
                );
            }
        }
        foreach (var name in CommandBodies)
        {
            // Documented, now or formerly, and left out of the request schemas.
            if (schemas[name]?["properties"] is JsonObject properties)
            {
                properties["nsfw"] = JsonNode.Parse("""{"type":["boolean","null"]}""");
                properties["default_permission"] = JsonNode.Parse("""{"type":["boolean","null"]}""");
            }
        }
        return JsonSerializer.SerializeToElement(document);
    }

    private static bool IsIntegerOrNull(JsonObject schema) =>
        schema["type"] is JsonArray types && types.Select(t => t?.ToString()).SequenceEqual(["integer", "null"]);
}
