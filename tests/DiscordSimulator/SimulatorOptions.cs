namespace PaperBot.DiscordSimulator;

/// <summary>How the simulated Discord behaves. The defaults are Discord's own figures.</summary>
public sealed class SimulatorOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>The only bot token that is accepted.</summary>
    public string Token { get; init; } = "simulated-bot-token";

    /// <summary>Id of the application, which is the id of its bot user too.</summary>
    public ulong ApplicationId { get; init; } = 1100000000000000001;

    /// <summary>Guilds that exist at the start, each with a text channel "general".</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>What is kept of requests, frames and messages.</summary>
    public Remember Remember { get; init; } = Remember.Everything;

    /// <summary>Path of Discord's official openapi.json; null switches the check of requests off.</summary>
    public string? SpecPath { get; init; }

    /// <summary>Time in which an interaction must be answered first (interactions: 3 s).</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Life of an interaction token (15 min).</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(15);

    public GatewayOptions Gateway { get; init; } = new();

    public RateLimitOptions RateLimits { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>What the simulator keeps.</summary>
public enum Remember
{
    /// <summary>Every request, frame and message.</summary>
    Everything,

    /// <summary>As <see cref="Counters"/>, and what was answered for as long as its interaction lives, to press what it offers.</summary>
    Answers,

    /// <summary>Counts, and requests that are invalid: for load and soak runs, in which memory must not grow.</summary>
    Counters,
}

/// <summary>Figures of the gateway (topics/gateway).</summary>
public sealed class GatewayOptions
{
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>A connection without a heartbeat for so many intervals is closed with 4009.</summary>
    public double ZombieAfterIntervals { get; init; } = 1.5;

    /// <summary>Shards that may identify at once.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Shards identify no faster than one per bucket in this time; a faster one is answered with op 9.</summary>
    public TimeSpan IdentifyEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>IDENTIFYs per 24 hours.</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>The number of shards that GET /gateway/bot recommends; 0: one for each 1,000 guilds.</summary>
    public int Shards { get; init; }

    /// <summary>More guilds than this on one shard are refused with 4011.</summary>
    public int GuildsPerShard { get; init; } = 2500;

    /// <summary>Privileged intents that are switched on for the application (bits 1, 8, 15).</summary>
    public long AllowedPrivilegedIntents { get; init; }

    /// <summary>How long a session without a connection can be resumed.</summary>
    public TimeSpan ResumeWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Events that a session keeps for a resume; older ones make it invalid.</summary>
    public int ReplayEvents { get; init; } = 20_000;

    /// <summary>Frames that a client may send in 60 s.</summary>
    public int SendsPerMinute { get; init; } = 120;
}

/// <summary>Figures of the rate limits (topics/rate-limits).</summary>
public sealed class RateLimitOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Requests a second over all routes but those of interactions.</summary>
    public int GlobalPerSecond { get; init; } = 50;

    /// <summary>Answers 401, 403 and 429 in ten minutes after which Cloudflare answers in Discord's place.</summary>
    public int InvalidPerTenMinutes { get; init; } = 10_000;

    /// <summary>
    /// Limits that differ from the usual ones, by route template, for example
    /// <c>POST /channels/{channel}/messages</c>.
    /// </summary>
    public IReadOnlyDictionary<string, RateLimit> Routes { get; init; } = new Dictionary<string, RateLimit>();
}

/// <summary>So many requests in so much time.</summary>
public sealed record RateLimit(int Requests, TimeSpan Per);
