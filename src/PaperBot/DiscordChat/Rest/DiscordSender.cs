using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.DiscordChat.Rest;

/// <summary>Sends requests to Discord: in their turn, within a time limit, and again where that is safe.</summary>
internal sealed partial class DiscordSender(
    HttpClient http,
    RateLimits limits,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    ILogger<DiscordSender> log
)
{
    /// <summary>Of one request.</summary>
    public const int MostTries = 8;

    /// <summary>A longer answer is none of Discord's.</summary>
    public const int LongestAnswer = 8 << 20;

    private const string Version = "v10";

    /// <summary>How long a try may take.</summary>
    public static readonly TimeSpan TryLimit = TimeSpan.FromSeconds(15);

    /// <summary>After this no further try is begun; Discord recognises a message for "a few minutes".</summary>
    public static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(90);

    /// <summary>All of a first answer's tries, from when it was asked for; Discord waits three seconds.</summary>
    public static readonly TimeSpan FirstAnswerLimit = TimeSpan.FromSeconds(2.7);

    /// <summary>A first answer's first try has so long, however late it is: what is left of Discord's three seconds.</summary>
    public static readonly TimeSpan LeastFirstTry = TimeSpan.FromSeconds(0.3);

    private readonly string address = $"{options.Value.RestUrl.AbsoluteUri.TrimEnd('/')}/{Version}/";
    private readonly string secret = options.Value.Token?.Trim() ?? "";

    /// <returns>Discord's answer, a success.</returns>
    /// <exception cref="DiscordProblem">It is refused, or did not come.</exception>
    public async Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken ct)
    {
        var all = request.IsFirstAnswer ? FirstAnswerLimit : RequestLimit;
        DiscordProblem? last = null;
        var doubt = false;
        var started = request.Asked;
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await EnterAsync(request, doubt, ct);
            started ??= clock.GetTimestamp(); // waiting for the first turn is nobody's fault
            var left = all - clock.GetElapsedTime(started.Value);
            if (last is not null && left <= TimeSpan.Zero)
            {
                throw last;
            }
            var outcome = await TryAsync(turn, Limit(request, attempt, left), ct);
            if (outcome.Problem is null)
            {
                return outcome.Answer!; // one of the two is there
            }
            doubt |= outcome.Problem.MayHaveArrived && !outcome.NeverArrived;
            last = outcome.Problem;
            last.MayHaveArrived = doubt;
            var pause = Pause(request, outcome, attempt);
            if (
                attempt == MostTries
                || !MayRepeat(request, outcome)
                || pause >= all - clock.GetElapsedTime(started.Value)
            )
            {
                throw last;
            }
            LogAgain(request.Method, request.Route, last.Status, attempt);
            turn.Dispose(); // others need not wait for it meanwhile
            await Task.Delay(pause, clock, ct);
        }
    }

    // What may not be sent now has not arrived, but an earlier try may have.
    private async Task<RateLimits.Turn> EnterAsync(DiscordRequest request, bool doubt, CancellationToken ct)
    {
        try
        {
            return await limits.EnterAsync(request, ct);
        }
        catch (DiscordProblem e)
        {
            e.MayHaveArrived = doubt;
            throw;
        }
    }

    private async Task<Outcome> TryAsync(RateLimits.Turn turn, TimeSpan most, CancellationToken ct)
    {
        var request = turn.Request;
        using var limit = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var message = Message(request);
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, either.Token);
            var answer = new DiscordAnswer(
                (int)response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(either.Token)
            )
            {
                At = response.Headers.Date,
            };
            var words = RateLimitWords.Read(answer.Status, response.Headers, answer.Body);
            limits.Learn(turn, words);
            return answer.Status is >= 200 and < 300
                ? new Outcome(answer, null)
                : new Outcome(null, DiscordProblem.From(request, answer, secret)) { Refusal = words.Refusal };
        }
        catch (Exception e)
            when (!ct.IsCancellationRequested
                && e is HttpRequestException or OperationCanceledException or IOException or InvalidDataException
            )
        {
            var error = (e as HttpRequestException)?.HttpRequestError;
            return new Outcome(null, DiscordProblem.Unreachable(address, limit.IsCancellationRequested, e))
            {
                NeverArrived =
                    error
                        is HttpRequestError.NameResolutionError
                            or HttpRequestError.ConnectionError
                            or HttpRequestError.SecureConnectionError
                            or HttpRequestError.ProxyTunnelError,
                IsHopeless = error is HttpRequestError.ConfigurationLimitExceeded,
            };
        }
    }

    private HttpRequestMessage Message(DiscordRequest request)
    {
        var message = new HttpRequestMessage(request.Method, address + request.Path);
        if (!request.IsInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", secret); // interactions carry their own
        }
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body.Bytes);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Body.MediaType);
        }
        return message;
    }

    // The connection may have died unnoticed: a first answer's first try leaves half of the time for a second.
    private static TimeSpan Limit(DiscordRequest request, int attempt, TimeSpan left) =>
        !request.IsFirstAnswer ? TryLimit
        : attempt > 1 ? left
        : left / 2 > LeastFirstTry ? left / 2
        : LeastFirstTry;

    // 429 says that nothing was done; after 5xx and a broken connection nobody knows.
    private static bool MayRepeat(DiscordRequest request, Outcome outcome) =>
        !outcome.IsHopeless
        && (
            outcome.Refusal is not null
            || outcome.NeverArrived
            || (outcome.Problem!.Status is 0 or >= 500 && request.IsRepeatable)
        );

    // As long as Discord says; where it says so again and again, or says nothing, ever longer.
    private static TimeSpan Pause(DiscordRequest request, Outcome outcome, int attempt)
    {
        var patience = outcome.Refusal?.RetryAfter is null ? attempt : attempt - 2;
        var own = Backoff.Wait(patience, Random.Shared.NextDouble()) / (request.IsFirstAnswer ? 10 : 2); // three seconds are short
        return outcome.Refusal?.RetryAfter is { } told && told > own ? told : own;
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} at Discord is tried again after {Status} (try {Attempt}).")]
    private partial void LogAgain(HttpMethod method, string route, int status, int attempt);

    /// <param name="Answer">A success; null where there is a problem.</param>
    private sealed record Outcome(DiscordAnswer? Answer, DiscordProblem? Problem)
    {
        public RateLimitRefusal? Refusal { get; init; }

        /// <summary>Discord cannot have seen it.</summary>
        public bool NeverArrived { get; init; }

        /// <summary>The next answer would be the same.</summary>
        public bool IsHopeless { get; init; }
    }
}
