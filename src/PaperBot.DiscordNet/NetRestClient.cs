using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discord.Net.Rest;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Rest;
using Headers = System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<
    string,
    System.Collections.Generic.IEnumerable<string>
>>;

namespace PaperBot.DiscordNet;

/// <summary>
/// Discord.Net's own HTTP client with what it lacks: another address than Discord's, a nonce that Discord enforces, a time
/// limit for each try, another try after a failure where that is safe, and bodies without the nulls and foreign members that
/// Discord's description of its API forbids and Discord.Net writes.
/// </summary>
internal sealed class NetRestClient(IRestClient inner, string address, Action<DateTimeOffset> dated, TimeProvider clock)
    : IRestClient
{
    private const string Post = "POST";

    // Nulls; and what every menu gets although only menus of channels, users and roles have it.
    private static readonly string[] Foreign = [":null", "\"channel_types\":[]", "\"default_values\":[]"];

    private static readonly AsyncLocal<string?> NonceToSend = new();
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The message that is posted next in this flow bears this nonce.</summary>
    public static void Enforce(string? nonce) => NonceToSend.Value = nonce;

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        Headers? requestHeaders = null
    ) =>
        SendAsync(
            method,
            endpoint,
            isRepeatable: method != Post || IsFirstAnswer(endpoint) || IsRefusedTwice(endpoint),
            ct => inner.SendAsync(method, endpoint, ct, headerOnly, reason, requestHeaders),
            cancelToken
        );

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        string json,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        Headers? requestHeaders = null
    )
    {
        var nonce = NonceOf(method, endpoint);
        var body = Mended(json, nonce);
        return SendAsync(
            method,
            endpoint,
            IsRepeatable(method, endpoint, nonce),
            ct => inner.SendAsync(method, endpoint, body, ct, headerOnly, reason, requestHeaders),
            cancelToken
        );
    }

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        IReadOnlyDictionary<string, object> multipartParams,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        Headers? requestHeaders = null
    )
    {
        var nonce = NonceOf(method, endpoint);
        var parts = multipartParams.ToDictionary(
            part => part.Key,
            part => part is { Key: "payload_json", Value: string json } ? Mended(json, nonce) : part.Value
        );
        return SendAsync(
            method,
            endpoint,
            IsRepeatable(method, endpoint, nonce),
            ct => inner.SendAsync(method, endpoint, parts, ct, headerOnly, reason, requestHeaders), // files from their beginning
            cancelToken
        );
    }

    public void Dispose() => inner.Dispose();

    private async Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        bool isRepeatable,
        Func<CancellationToken, Task<RestResponse>> send,
        CancellationToken ct
    )
    {
        var isFirst = method == Post && IsFirstAnswer(endpoint);
        var (all, each) = isFirst
            ? (DiscordSender.FirstAnswerLimit, DiscordSender.FirstAnswerLimit / 2)
            : (DiscordSender.RequestLimit, DiscordSender.TryLimit);
        var started = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var (response, problem) = await TryAsync(send, each, ct);
            var pause = Backoff.Wait(attempt, Random.Shared.NextDouble()) / (isFirst ? 10 : 2);
            var mayTry =
                isRepeatable && attempt < DiscordSender.MostTries && clock.GetElapsedTime(started) + pause < all;
            if (response is { } answer && ((int)answer.StatusCode < 500 || !mayTry))
            {
                return answer;
            }
            if (response is null && !mayTry)
            {
                throw problem!; // one of the two is there
            }
            await Task.Delay(pause, clock, ct);
        }
    }

    private async Task<(RestResponse? Response, DiscordProblem? Problem)> TryAsync(
        Func<CancellationToken, Task<RestResponse>> send,
        TimeSpan most,
        CancellationToken ct
    )
    {
        using var limit = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var response = await send(either.Token);
            if (response.Headers.TryGetValue("Date", out var date) && DateTimeOffset.TryParse(date, out var at))
            {
                dated(at);
            }
            return (response, null);
        }
        catch (Exception e)
            when (!ct.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or IOException)
        {
            return (null, DiscordProblem.Unreachable(address, limit.IsCancellationRequested, e));
        }
    }

    private static bool IsFirstAnswer(string endpoint) => endpoint.EndsWith("/callback", StringComparison.Ordinal);

    // A message has one thread, and is published once.
    private static bool IsRefusedTwice(string endpoint) =>
        endpoint.Contains("/messages/", StringComparison.Ordinal)
        && (
            endpoint.EndsWith("/threads", StringComparison.Ordinal)
            || endpoint.EndsWith("/crosspost", StringComparison.Ordinal)
        );

    private static string? NonceOf(string method, string endpoint) =>
        method == Post && endpoint.EndsWith("/messages", StringComparison.Ordinal) ? NonceToSend.Value : null;

    private static bool IsRepeatable(string method, string endpoint, string? nonce) =>
        method != Post
        || nonce is not null
        || IsFirstAnswer(endpoint)
        || IsRefusedTwice(endpoint)
        || endpoint == "users/@me/channels";

    private static string Mended(string json, string? nonce)
    {
        if (nonce is null && !Foreign.Any(sign => json.Contains(sign, StringComparison.Ordinal)))
        {
            return json;
        }
        var body = JsonNode.Parse(json)!; // Discord.Net wrote it
        if (nonce is not null)
        {
            body["nonce"] = nonce;
            body["enforce_nonce"] = true;
        }
        LeaveOut(body);
        return body.ToJsonString(Plain);
    }

    private static bool IsForeign(string name, JsonNode? value) =>
        value is null || (name is "channel_types" or "default_values" && value is JsonArray { Count: 0 });

    private static void LeaveOut(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var empty in members.Where(member => IsForeign(member.Key, member.Value)).ToList())
            {
                members.Remove(empty.Key);
            }
        }
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject { Count: > 0 } some => some.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in inner.OfType<JsonNode>())
        {
            LeaveOut(child);
        }
    }
}
