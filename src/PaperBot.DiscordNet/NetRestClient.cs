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

    private static readonly AsyncLocal<string?> NonceToSend = new();
    private static readonly AsyncLocal<bool> IsQuiet = new();

    /// <summary>The message that is posted next in this flow bears this nonce.</summary>
    public static void Enforce(string? nonce) => NonceToSend.Value = nonce;

    /// <summary>The forum's post that is made next in this flow makes no sound, which Discord.Net cannot say of one.</summary>
    public static void Quieten(bool isQuiet) => IsQuiet.Value = isQuiet;

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
        var body = NetBody.Mended(json, nonce, IsQuietPost(method, endpoint), isThread: IsRefusedTwice(endpoint));
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
            part =>
                part is { Key: "payload_json", Value: string json }
                    ? NetBody.Mended(json, nonce, IsQuietPost(method, endpoint), isThread: IsRefusedTwice(endpoint))
                    : part.Value
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

    private static bool IsQuietPost(string method, string endpoint) =>
        method == Post
        && IsQuiet.Value
        && endpoint.EndsWith("/threads", StringComparison.Ordinal)
        && !IsRefusedTwice(endpoint);

    private static string? NonceOf(string method, string endpoint) =>
        method == Post && endpoint.EndsWith("/messages", StringComparison.Ordinal) ? NonceToSend.Value : null;

    private static bool IsRepeatable(string method, string endpoint, string? nonce) =>
        method != Post
        || nonce is not null
        || IsFirstAnswer(endpoint)
        || IsRefusedTwice(endpoint)
        || endpoint == "users/@me/channels";
}
