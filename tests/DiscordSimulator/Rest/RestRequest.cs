using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>A request to the API with its body read.</summary>
internal sealed record RestRequest(
    string Method,
    string Path,
    string Query,
    string[] Segments,
    string? Authorization,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<SentFile> Files
)
{
    /// <summary>The interaction that the request has answered or edited.</summary>
    public InjectedInteraction? Touched { get; set; }

    private JsonNode? json;
    private bool parsed;

    /// <summary>The body as JSON; null for none. Throws <see cref="JsonException"/> when it is none.</summary>
    public JsonNode? Json
    {
        get
        {
            if (!parsed)
            {
                json = Body.IsEmpty ? null : JsonNode.Parse(Body.Span);
                parsed = true;
            }
            return json;
        }
    }

    /// <summary>The body as an object, empty when there is none. Throws <see cref="JsonException"/> for anything else.</summary>
    public JsonObject Object =>
        Json switch
        {
            null => [],
            JsonObject o => o,
            _ => throw new JsonException("The body is not an object."),
        };

    public bool Asks(string flag) =>
        Query.Contains($"{flag}=true", StringComparison.OrdinalIgnoreCase)
        || Query.Contains($"{flag}=1", StringComparison.Ordinal);

    /// <summary>A number in the query; null when absent.</summary>
    public ulong? Number(string name) => ulong.TryParse(Text(name), out var value) ? value : null;

    /// <summary>A text in the query; null when absent.</summary>
    public string? Text(string name) =>
        Query
            .TrimStart('?')
            .Split('&')
            .Where(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal))
            .Select(pair => Uri.UnescapeDataString(pair[(name.Length + 1)..]))
            .FirstOrDefault();
}

/// <summary>Status and JSON body of an answer; a null body is an answer without one (204).</summary>
internal sealed record RestAnswer(int Status, JsonNode? Body)
{
    public static readonly RestAnswer Nothing = new(204, null);

    public static RestAnswer Ok(JsonNode body) => new(200, body);

    public static RestAnswer Error(int status, int code, string message, JsonObject? errors = null)
    {
        var body = new JsonObject { ["message"] = message, ["code"] = code };
        if (errors is not null)
        {
            body["errors"] = errors;
        }
        return new RestAnswer(status, body);
    }
}
