using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What holds for every request that the bot makes, whatever is tested.</summary>
internal static class SentRules
{
    private const int Answer = 4;
    private const int Change = 7;

    /// <summary>Nothing invalid was sent, nothing is null, and no message can call anybody but those whom it names by their ids.</summary>
    public static void AssertKept(IEnumerable<SeenRequest> requests) =>
        Assert.Empty(requests.SelectMany(request => Broken(request)));

    /// <param name="mayBeInvalid">The official description may forbid it.</param>
    public static IEnumerable<string> Broken(SeenRequest request, bool mayBeInvalid = false)
    {
        var what = $"{request.Template} {request.Body}";
        foreach (var problem in mayBeInvalid ? [] : request.Problems)
        {
            yield return $"{problem}: {what}";
        }
        if (request.Json is not { } body)
        {
            yield break;
        }
        if (HasNull(body))
        {
            yield return $"Something is null: {what}";
        }
        if (Message(request.Template, body) is { } message && !CallsOnlyThoseNamed(message))
        {
            yield return $"Mentions are not off: {what}";
        }
    }

    private static JsonNode? Message(string template, JsonNode body) =>
        template switch
        {
            "POST /interactions/{interaction}/{token}/callback" => (int)body["type"]! is Answer or Change
                ? body["data"]
                : null,
            "POST /channels/{channel}/messages"
            or "PATCH /channels/{channel}/messages/{message}"
            or "POST /webhooks/{application}/{token}"
            or "PATCH /webhooks/{application}/{token}/messages/{message}" => body,
            "POST /channels/{channel}/threads" => body["message"],
            _ => null,
        };

    private static bool CallsOnlyThoseNamed(JsonNode message) =>
        message["allowed_mentions"] is JsonObject allowed
        && allowed["parse"] is JsonArray { Count: 0 }
        && allowed.All(part => part.Key is "parse" or "users")
        && (allowed["users"] as JsonArray ?? []).All(user =>
            message["content"]?.ToString().Contains($"<@{user}>", StringComparison.Ordinal) is true
        );

    private static bool HasNull(JsonNode? node) =>
        node switch
        {
            null => true,
            JsonObject parts => parts.Any(part => HasNull(part.Value)),
            JsonArray items => items.Any(HasNull),
            _ => false,
        };
}
