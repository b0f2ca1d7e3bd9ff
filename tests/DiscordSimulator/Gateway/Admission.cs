using System.Collections.Concurrent;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>Who may identify, and how fast (topics/gateway: identifying, sharding, session start limit).</summary>
internal sealed class Admission(GatewayOptions options, TimeProvider time, World world, TokenCheck token)
{
    private readonly ConcurrentDictionary<int, long> identified = [];
    private int sessionStarts;

    public int SessionStartsLeft => Math.Max(0, options.SessionStarts - sessionStarts);

    public bool Accepts(string? given) => token.Accepts(given);

    /// <summary>The code with which an IDENTIFY is refused; null when it is not.</summary>
    public int? Refusal(string? given, long intents, int shard, int shards)
    {
        if (!Accepts(given) || SessionStartsLeft == 0)
        {
            return CloseCode.AuthenticationFailed;
        }
        if (shards < 1 || shard < 0 || shard >= shards)
        {
            return CloseCode.InvalidShard;
        }
        if (world.GuildTable.Keys.Count(g => (int)((g >> 22) % (ulong)shards) == shard) > options.GuildsPerShard)
        {
            return CloseCode.ShardingRequired;
        }
        if (intents < 0 || (intents & ~Intents.Known) != 0)
        {
            return CloseCode.InvalidIntents;
        }
        var forbidden = Intents.Privileged & ~options.AllowedPrivilegedIntents;
        return (intents & forbidden) != 0 ? CloseCode.DisallowedIntents : null;
    }

    /// <summary>Counts the session start, and says whether the shard's bucket (shard % max_concurrency) is free.</summary>
    public bool MayIdentify(int shard)
    {
        Interlocked.Increment(ref sessionStarts);
        var bucket = shard % options.MaxConcurrency;
        var now = time.GetTimestamp();
        lock (identified)
        {
            if (identified.TryGetValue(bucket, out var last) && time.GetElapsedTime(last, now) < options.IdentifyEvery)
            {
                return false;
            }
            identified[bucket] = now;
            return true;
        }
    }
}
