using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PaperBot.DiscordChat.Rest;

/// <summary>
/// Pure: what an answer says about rate limits (https://discord.com/developers/docs/topics/rate-limits#header-format).
/// </summary>
/// <param name="Bucket">The name of what the route shares; null where the route has no limit.</param>
/// <param name="Window">When the bucket is full again by Discord's clock: only to be compared with its like.</param>
/// <param name="Refusal">Of a 429: whom it means; null for other answers.</param>
internal sealed record RateLimitWords(
    int Status,
    string? Bucket,
    int Limit,
    int Remaining,
    double Window,
    TimeSpan ResetAfter,
    RateLimitRefusal? Refusal
)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    public static RateLimitWords Read(int status, HttpResponseHeaders headers, byte[] body)
    {
        var bucket = Text(headers, "X-RateLimit-Bucket");
        var limit = Number(headers, "X-RateLimit-Limit");
        var remaining = Number(headers, "X-RateLimit-Remaining");
        var resetAfter = Number(headers, "X-RateLimit-Reset-After");
        return new RateLimitWords(
            status,
            limit is null || remaining is null || resetAfter is null ? null : bucket,
            (int)Math.Clamp(limit ?? 1, 1, 1_000_000),
            (int)Math.Clamp(remaining ?? 0, 0, 1_000_000),
            Number(headers, "X-RateLimit-Reset") ?? 0,
            Span(resetAfter ?? 0, TimeSpan.Zero),
            status == 429 ? Refused(headers, body) : null
        );
    }

    private static RateLimitRefusal Refused(HttpResponseHeaders headers, byte[] body)
    {
        var (isDiscord, seconds, isGlobal) = Read(body);
        var wait = seconds ?? Number(headers, "Retry-After");
        var scope = Text(headers, "X-RateLimit-Scope");
        var whom =
            !isDiscord && scope is null ? RateLimitScope.Everything // Cloudflare's own page: it has shut out this address
            : isGlobal || scope == "global" || Text(headers, "X-RateLimit-Global") is not null ? RateLimitScope.Global
            : scope == "shared" ? RateLimitScope.Shared
            : RateLimitScope.User;
        return new RateLimitRefusal(whom, wait is { } told ? Span(told, Least) : null);
    }

    private static (bool IsDiscord, double? RetryAfter, bool IsGlobal) Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? (false, null, false)
                : (
                    true,
                    json.RootElement.TryGetProperty("retry_after", out var wait) ? Number(wait.ToString()) : null,
                    json.RootElement.TryGetProperty("global", out var all) && all.ValueKind == JsonValueKind.True
                );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (false, null, false);
        }
    }

    private static TimeSpan Span(double seconds, TimeSpan least) =>
        TimeSpan.FromSeconds(Math.Clamp(seconds, least.TotalSeconds, Most.TotalSeconds));

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;

    private static double? Number(HttpResponseHeaders headers, string name) => Number(Text(headers, name));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
}

/// <param name="RetryAfter">When to try again; null where it is not said.</param>
internal sealed record RateLimitRefusal(RateLimitScope Scope, TimeSpan? RetryAfter);

internal enum RateLimitScope
{
    /// <summary>This bot asked too often on this route.</summary>
    User,

    /// <summary>Others did, too: nobody's fault.</summary>
    Shared,

    /// <summary>This bot asked too often over all routes.</summary>
    Global,

    /// <summary>Cloudflare answers in Discord's place, and takes no request from this address.</summary>
    Everything,
}
