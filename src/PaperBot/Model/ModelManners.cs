using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Model;

namespace PaperBot.Model;

/// <summary>
/// Endpoints differ in what they take. OpenAI limits an answer by max_completion_tokens, which Ollama and LM Studio pass
/// over in silence: others than OpenAI are asked with max_tokens. Reasoning models want no temperature, small servers know
/// no JSON schema: what an endpoint refuses by name is left out, or called otherwise, from then on.
/// </summary>
internal sealed class ModelManners(IOptions<ModelOptions> options, IOptions<ModelConnection> connection)
{
    // Each refusal names one thing; there are no more than these.
    private const int MostRefusals = 4;

    // A model that refuses a temperature thinks before it answers, and its thoughts count as its answer:
    // https://platform.openai.com/docs/guides/reasoning
    private const int RoomToThink = 4;

    private const string OldLimit = "max_tokens";
    private const string NewLimit = "max_completion_tokens";

    private static readonly string[] Limits = [OldLimit, NewLimit];

    private volatile Learnt learnt = new(
        options.Value.Provider == ModelProvider.OpenAI && connection.Value.IsOpenAI ? NewLimit : OldLimit
    );

    /// <param name="send">Sends the request on.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken ct
    )
    {
        var body = request.Content is null ? null : Parsed(await request.Content.ReadAsStringAsync(ct));
        if (body is null)
        {
            return await send(request, ct);
        }
        for (var refusal = 0; ; refusal++)
        {
            var known = learnt;
            request.Content = new StringContent(Adapted(body, known), Encoding.UTF8, "application/json");
            var answer = await send(request, ct);
            if (
                refusal == MostRefusals
                || answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
                || After(known, await answer.Content.ReadAsStringAsync(ct)) is not { } wiser
            )
            {
                return answer;
            }
            answer.Dispose();
            learnt = wiser;
        }
    }

    // Null where the refusal teaches nothing new.
    private static Learnt? After(Learnt known, string refusal)
    {
        var wiser = known with
        {
            Limit = known.LimitIsSure || !Names(known.Limit) ? known.Limit : Limits.Single(name => name != known.Limit),
            LimitIsSure = known.LimitIsSure || Names(known.Limit),
            NoTemperature = known.NoTemperature || Names("temperature"),
            NoSchema = known.NoSchema || Names("response_format") || Names("json_schema"),
            NoStreamOptions = known.NoStreamOptions || Names("stream_options"),
        };
        return wiser == known ? null : wiser;

        bool Names(string parameter) => refusal.Contains(parameter, StringComparison.Ordinal);
    }

    private static string Adapted(JsonObject body, Learnt known)
    {
        var adapted = body.DeepClone().AsObject();
        foreach (var name in Limits)
        {
            if (adapted[name] is JsonValue limit && adapted.Remove(name))
            {
                adapted[known.Limit] = limit.GetValue<int>() * (known.NoTemperature ? RoomToThink : 1);
                break;
            }
        }
        foreach (var (name, isRefused) in known.Refused)
        {
            if (isRefused)
            {
                adapted.Remove(name);
            }
        }
        return adapted.ToJsonString();
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

    /// <param name="Limit">What the limit of an answer is called.</param>
    private sealed record Learnt(string Limit)
    {
        public bool LimitIsSure { get; init; }
        public bool NoTemperature { get; init; }
        public bool NoSchema { get; init; }
        public bool NoStreamOptions { get; init; }

        public IEnumerable<(string Name, bool IsRefused)> Refused =>
            [("temperature", NoTemperature), ("response_format", NoSchema), ("stream_options", NoStreamOptions)];
    }
}

/// <summary>One a client; what was learnt is the process's.</summary>
internal sealed class ModelMannersHandler(ModelManners manners) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
        manners.SendAsync(request, base.SendAsync, ct);
}
