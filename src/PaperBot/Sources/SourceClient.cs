using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PaperBot.Sources;

/// <summary>One GET to one source, politely: through its gate, with retries (<see cref="SourcesSetup"/>), ETag and bounds.</summary>
internal sealed partial class SourceClient(HttpClient http, SourceGate gate, TimeProvider clock)
{
    /// <summary>A longer wait is not waited for; the source is limited until then.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>For one answer with everything: retries, waits and a body that trickles.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A source that asks for more has made a mistake, which must not shut it out for years.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(1);

    // arXiv gives no Retry-After; people who waited less were refused again.
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(10);

    /// <param name="etag">What the source called its last answer; null: ask for the answer in any case.</param>
    public async Task<SourceAnswer> GetAsync(Uri address, string? etag, CancellationToken ct)
    {
        try
        {
            return await gate.PassAsync(() => SendAsync(address, etag, ct), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && SourceProblem.Of(e, address) is { } problem)
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
            && Exhausted().Match(string.Join(',', limits)) is { Success: true } match
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
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        using var answer = await http.SendAsync(request, either.Token); // buffered, at most MaxResponseContentBufferSize
        var body =
            answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.BadRequest
                ? await answer.Content.ReadAsByteArrayAsync(either.Token)
                : [];
        var hasNext =
            answer.Headers.TryGetValues("Link", out var links)
            && links.Any(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
        return new SourceAnswer(
            answer.StatusCode,
            body,
            answer.Headers.ETag?.ToString(),
            hasNext,
            ProblemOf(answer, address)
        )
        {
            LimitedUntil = Until(answer),
        };
    }

    private static SourceProblem? ProblemOf(HttpResponseMessage answer, Uri address) =>
        answer switch
        {
            { StatusCode: HttpStatusCode.NotModified } => null,
            { IsSuccessStatusCode: false } => SourceProblem.Status(answer.StatusCode),
            { Content.Headers.ContentType.MediaType: "text/html" or "application/xhtml+xml" } => SourceProblem.WebPage(
                address
            ),
            _ => null,
        };

    private DateTimeOffset? Until(HttpResponseMessage answer)
    {
        var now = clock.GetUtcNow();
        var told = WaitOf(answer, now) is { } wait && wait > TimeSpan.Zero ? wait : (TimeSpan?)null;
        var limit = answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => told ?? UsualLimit,
            HttpStatusCode.ServiceUnavailable => told, // down for maintenance, and it says for how long
            _ => null,
        };
        return limit is { } time ? now + (time < LongestLimit ? time : LongestLimit) : null;
    }

    // Of several limits with a comma between them, one that is used up; its parameters come in any order.
    [GeneratedRegex(@"(?<=^|,)(?=[^,]*;\s*r=0\s*(?:[;,]|$))[^,]*;\s*t=(?<seconds>\d{1,6})")]
    private static partial Regex Exhausted();
}
