using System.Collections.Concurrent;
using System.Text.Json;
using Json.Schema;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>One operation: its body, its answers and its parameters, whose schemas are built when they are first asked for.</summary>
internal sealed class SpecOperation(
    string verb,
    string[] segments,
    JsonElement item,
    JsonElement document,
    SpecSchemas schemas
)
{
    private readonly JsonElement operation = item.GetProperty(verb);
    private readonly ConcurrentDictionary<string, JsonSchema> built = [];

    public SpecParameters Parameters { get; } = new(segments, item, item.GetProperty(verb), schemas);

    public IReadOnlyList<string> BodyProblems(ReadOnlyMemory<byte> body)
    {
        if (!operation.TryGetProperty("requestBody", out var asked))
        {
            return body.IsEmpty ? [] : ["the operation takes no body"];
        }
        if (body.IsEmpty)
        {
            return asked.TryGetProperty("required", out var needed) && needed.GetBoolean()
                ? ["a body is required"]
                : [];
        }
        return Validate("body", asked, body);
    }

    public IReadOnlyList<string> AnswerProblems(int status, ReadOnlyMemory<byte> body)
    {
        var answers = operation.GetProperty("responses");
        if (
            !answers.TryGetProperty($"{status}", out var answer)
            && !answers.TryGetProperty($"{status / 100}XX", out answer)
        )
        {
            return [$"the status {status} is not in the description"];
        }
        if (answer.TryGetProperty("$ref", out var link))
        {
            var name = link.GetString()!.Split('/')[^1]; // A $ref is a string.
            answer = document.GetProperty("components").GetProperty("responses").GetProperty(name);
        }
        if (!answer.TryGetProperty("content", out _))
        {
            return body.IsEmpty ? [] : ["no body is expected"];
        }
        return Validate($"answer {status}", answer, body);
    }

    private IReadOnlyList<string> Validate(string name, JsonElement owner, ReadOnlyMemory<byte> body)
    {
        var schema = built.GetOrAdd(
            name,
            _ => schemas.Build(owner.GetProperty("content").GetProperty("application/json").GetProperty("schema"))
        );
        try
        {
            using var json = JsonDocument.Parse(body);
            return SpecSchemas.Problems(schema, json.RootElement);
        }
        catch (JsonException)
        {
            return ["the body is not JSON"];
        }
    }
}
