using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>The X-RateLimit headers and the 429 (topics/rate-limits).</summary>
internal static class RateLimitHeaders
{
    public static void Write(IHeaderDictionary headers, RateLimitState state, DateTimeOffset now)
    {
        if (state.Exceeded)
        {
            headers.RetryAfter = Math.Ceiling(state.Left.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Scope"] = state.IsGlobal ? "global" : "user";
        }
        if (state.IsGlobal)
        {
            headers["X-RateLimit-Global"] = "true";
            return;
        }
        var reset = (now + state.Left).ToUnixTimeMilliseconds() / 1000.0;
        headers["X-RateLimit-Limit"] = $"{state.Limit}";
        headers["X-RateLimit-Remaining"] = $"{state.Remaining}";
        headers["X-RateLimit-Reset"] = reset.ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = state.ResetAfter;
        headers["X-RateLimit-Bucket"] = state.Bucket;
    }

    public static RestAnswer Exceeded(RateLimitState state) =>
        new(
            429,
            new JsonObject
            {
                ["message"] = "You are being rate limited.",
                ["retry_after"] = Math.Round(state.Left.TotalSeconds, 3),
                ["global"] = state.IsGlobal,
            }
        );
}
