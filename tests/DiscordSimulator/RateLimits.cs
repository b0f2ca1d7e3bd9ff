using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaperBot.DiscordSimulator;

/// <summary>Counts requests as Discord does: per route and major parameter, over all routes, and refused ones.</summary>
internal sealed class RateLimits(RateLimitOptions options, TimeProvider time)
{
    private static readonly RateLimit Usual = new(20, TimeSpan.FromSeconds(5));

    // What Discord answered in 2026 where it is known; it documents that these may change and are not to be relied on.
    private static readonly Dictionary<string, RateLimit> Known = new()
    {
        ["POST /channels/{channel}/messages"] = new(5, TimeSpan.FromSeconds(5)),
        ["PATCH /channels/{channel}/messages/{message}"] = new(5, TimeSpan.FromSeconds(5)),
        ["DELETE /channels/{channel}/messages/{message}"] = new(5, TimeSpan.FromSeconds(1)),
        ["POST /channels/{channel}/messages/{message}/crosspost"] = new(10, TimeSpan.FromHours(1)),
        ["POST /webhooks/{application}/{token}"] = new(5, TimeSpan.FromSeconds(2)),
        ["PATCH /webhooks/{application}/{token}/messages/{message}"] = new(5, TimeSpan.FromSeconds(2)),
        ["GET /gateway/bot"] = new(2, TimeSpan.FromSeconds(5)),
        ["PUT /applications/{application}/commands"] = new(2, TimeSpan.FromSeconds(20)),
    };

    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private const int MostBuckets = 10_000;
    private readonly ConcurrentDictionary<string, Bucket> buckets = [];
    private readonly ConcurrentDictionary<string, string> hashes = [];
    private readonly Queue<long> invalid = [];
    private readonly Bucket global = new();
    private long bannedUntil;

    private sealed class Bucket
    {
        public long Start { get; set; } = long.MinValue;

        public int Used { get; set; }

        public TimeSpan Per { get; set; }
    }

    /// <summary>Counts one request; null where nothing is counted (first answers to interactions).</summary>
    public RateLimitState? Count(string template, string major, bool interaction)
    {
        if (!options.Enabled || template == Callback)
        {
            return null;
        }
        if (
            !interaction
            && Take(global, new RateLimit(options.GlobalPerSecond, TimeSpan.FromSeconds(1))) is var all
            && all.Exceeded
        )
        {
            return new RateLimitState(options.GlobalPerSecond, 0, all.Left, "", IsGlobal: true, Exceeded: true);
        }
        var limit = options.Routes.GetValueOrDefault(template) ?? Known.GetValueOrDefault(template) ?? Usual;
        ForgetOld();
        var bucket = buckets.GetOrAdd($"{template} {major}", _ => new Bucket());
        var taken = Take(bucket, limit);
        var remaining = Math.Max(0, limit.Requests - taken.Used);
        return new RateLimitState(
            limit.Requests,
            remaining,
            taken.Left,
            Hash(template),
            IsGlobal: false,
            taken.Exceeded
        );
    }

    /// <summary>How long Cloudflare still answers in Discord's place; null when it does not.</summary>
    public TimeSpan? Banned
    {
        get
        {
            var left = TimeSpan.FromTicks(Volatile.Read(ref bannedUntil) - time.GetUtcNow().Ticks);
            return left > TimeSpan.Zero ? left : null;
        }
    }

    /// <summary>Counts an answer 401, 403 or 429 (not of scope shared) towards the ban.</summary>
    public void CountInvalid()
    {
        lock (invalid)
        {
            var now = time.GetTimestamp();
            invalid.Enqueue(now);
            while (time.GetElapsedTime(invalid.Peek(), now) > TimeSpan.FromMinutes(10))
            {
                invalid.Dequeue();
            }
            if (invalid.Count >= options.InvalidPerTenMinutes)
            {
                invalid.Clear();
                Volatile.Write(ref bannedUntil, time.GetUtcNow().AddMinutes(10).Ticks);
            }
        }
    }

    private (bool Exceeded, int Used, TimeSpan Left) Take(Bucket bucket, RateLimit limit)
    {
        lock (bucket)
        {
            var now = time.GetTimestamp();
            var passed = bucket.Start == long.MinValue ? limit.Per : time.GetElapsedTime(bucket.Start, now);
            if (passed >= limit.Per)
            {
                (bucket.Start, bucket.Used, passed) = (now, 0, TimeSpan.Zero);
            }
            bucket.Per = limit.Per;
            var exceeded = bucket.Used >= limit.Requests;
            bucket.Used += exceeded ? 0 : 1;
            return (exceeded, bucket.Used, limit.Per - passed);
        }
    }

    // Each interaction token has buckets of its own: in a long run those of dead tokens must not pile up.
    private void ForgetOld()
    {
        if (buckets.Count <= MostBuckets)
        {
            return;
        }
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.Used > 0 && time.GetElapsedTime(bucket.Start) >= bucket.Per)
            {
                buckets.TryRemove(key, out _);
            }
        }
    }

    private string Hash(string template) =>
        hashes.GetOrAdd(
            template,
            t => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(t)).AsSpan(0, 16))
        );
}

/// <summary>Where one request stands in its bucket.</summary>
/// <param name="Left">Time until the bucket is full again.</param>
internal sealed record RateLimitState(
    int Limit,
    int Remaining,
    TimeSpan Left,
    string Bucket,
    bool IsGlobal,
    bool Exceeded
)
{
    /// <summary>Seconds with three decimals, as the headers have them.</summary>
    public string ResetAfter => Left.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
