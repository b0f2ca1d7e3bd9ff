using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.Model;

/// <summary>
/// Some models do not take what others ask for: OpenAI's reasoning models want max_completion_tokens and no temperature,
/// small servers know no JSON schema. What an endpoint refuses by name is left out from then on.
/// </summary>
internal sealed class ModelManners
{
    // Each refusal names one; there are no more than these.
    private const int MostRefusals = 3;

    private volatile bool newTokenLimit;
    private volatile bool noTemperature;
    private volatile bool noSchema;

    /// <param name="send">Sends the request on.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken ct
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct);
        for (var refusal = 0; ; refusal++)
        {
            if (body.Length > 0)
            {
                request.Content = new StringContent(Adapted(body), Encoding.UTF8, "application/json");
            }
            var answer = await send(request, ct);
            if (
                refusal == MostRefusals
                || answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
                || !Learn(body, await answer.Content.ReadAsStringAsync(ct))
            )
            {
                return answer;
            }
            answer.Dispose();
        }
    }

    /// <returns>Whether the refusal taught something new.</returns>
    private bool Learn(string body, string refusal)
    {
        var known = (newTokenLimit, noTemperature, noSchema);
        newTokenLimit |=
            refusal.Contains("max_tokens", StringComparison.Ordinal)
            && body.Contains("\"max_tokens\"", StringComparison.Ordinal);
        noTemperature |= refusal.Contains("temperature", StringComparison.Ordinal);
        noSchema |=
            refusal.Contains("response_format", StringComparison.Ordinal)
            || refusal.Contains("json_schema", StringComparison.Ordinal);
        return known != (newTokenLimit, noTemperature, noSchema);
    }

    private string Adapted(string body)
    {
        if (!newTokenLimit && !noTemperature && !noSchema || Parsed(body) is not { } json)
        {
            return body;
        }
        if (newTokenLimit && json["max_tokens"] is { } limit)
        {
            json.Remove("max_tokens");
            json["max_completion_tokens"] = limit.DeepClone();
        }
        if (noTemperature)
        {
            json.Remove("temperature");
        }
        if (noSchema)
        {
            json.Remove("response_format");
        }
        return json.ToJsonString();
    }

    private static JsonObject? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // not ours to adapt
        }
    }
}

/// <summary>One a client; what was learnt is the process's.</summary>
internal sealed class ModelMannersHandler(ModelManners manners) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
        manners.SendAsync(request, base.SendAsync, ct);
}
