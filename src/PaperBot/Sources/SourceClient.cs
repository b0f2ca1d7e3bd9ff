using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Polly.Timeout;

namespace PaperBot.Sources;

/// <summary>One GET to one source, politely: through its gate, with retries (<see cref="SourcesSetup"/>), ETag and bounds.</summary>
internal sealed partial class SourceClient(HttpClient http, SourceGate gate, TimeProvider clock)
{
    /// <summary>A longer wait is not waited for; the source is limited until then.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // arXiv gives no Retry-After; people who waited less were refused again.
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(10);

    /// <param name="etag">What the source called its last answer; null: ask for the answer in any case.</param>
    public async Task<SourceAnswer> GetAsync(Uri address, string? etag, CancellationToken ct)
    {
        try
        {
            return await gate.PassAsync(() => SendAsync(address, etag, ct), ct);
        }
        catch (Exception e) when (Problem(e, address, ct) is { } problem)
        {
            return new SourceAnswer(Status: null, [], ETag: null, HasNext: false, problem);
        }
    }

    /// <summary>How long an answer asks to wait; null where it does not say.</summary>
    public static TimeSpan? WaitOf(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.Headers.RetryAfter is { } retry)
        {
            return retry.Delta ?? (retry.Date is { } date ? date - now : null);
        }
        // The IETF draft's RateLimit: "api";r=0;t=55 says that nothing remains for 55 seconds.
        return
            answer.Headers.TryGetValues("RateLimit", out var limits)
            && Exhausted().Match(string.Join(';', limits)) is { Success: true } match
            ? TimeSpan.FromSeconds(int.Parse(match.Groups["seconds"].Value) + 1)
            : null;
    }

    private async Task<SourceAnswer> SendAsync(Uri address, string? etag, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var known))
        {
            request.Headers.IfNoneMatch.Add(known);
        }
        using var answer = await http.SendAsync(request, ct); // buffered, at most MaxResponseContentBufferSize
        var body =
            answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.BadRequest
                ? await answer.Content.ReadAsByteArrayAsync(ct)
                : [];
        var hasNext =
            answer.Headers.TryGetValues("Link", out var links)
            && links.Any(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
        var problem =
            answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified
                ? null
                : $"it answered {(int)answer.StatusCode}";
        return new SourceAnswer(answer.StatusCode, body, answer.Headers.ETag?.ToString(), hasNext, problem)
        {
            LimitedUntil = answer.StatusCode == HttpStatusCode.TooManyRequests ? Until(answer) : null,
        };
    }

    private DateTimeOffset Until(HttpResponseMessage answer)
    {
        var now = clock.GetUtcNow();
        return now + (WaitOf(answer, now) is { } wait && wait > TimeSpan.Zero ? wait : UsualLimit);
    }

    private static string? Problem(Exception failure, Uri address, CancellationToken ct) =>
        failure switch
        {
            _ when ct.IsCancellationRequested => null,
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                "its answer is too large",
            HttpRequestException { InnerException: SocketException socket } =>
                $"no connection to {address.Host}: {socket.Message}",
            HttpRequestException http => $"no connection to {address.Host}: {http.Message.TrimEnd('.')}",
            TimeoutRejectedException or OperationCanceledException => "it did not answer in time",
            IOException => "the connection broke off",
            _ => null,
        };

    [GeneratedRegex(@"\br=0;\s*t=(?<seconds>\d{1,6})")]
    private static partial Regex Exhausted();
}
