namespace PaperBot.DiscordChat.Gateway;

/// <summary>
/// Lets shards begin their sessions in turn: max_concurrency at once, one per bucket and five seconds, and none when the
/// day's session starts are used up (https://discord.com/developers/docs/events/gateway#rate-limiting). Counts time by the
/// clock's time stamps, so that nothing changes when somebody sets the clock.
/// </summary>
internal sealed class IdentifyTurns(TimeProvider clock)
{
    // Five seconds as Discord sees them: the second identify may be faster on its way than the first was.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5.5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Lock guard = new();
    private readonly long start = clock.GetTimestamp();
    private readonly Dictionary<int, Bucket> buckets = [];
    private int concurrency = 1;
    private int remaining = 1;
    private int total = 1;
    private TimeSpan refilledAt = Day;

    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>What /gateway/bot said.</summary>
    /// <param name="total">Starts a day.</param>
    /// <param name="remaining">Starts that are left.</param>
    /// <param name="resetAfter">When they are all there again.</param>
    /// <param name="maxConcurrency">How many shards may begin within five seconds.</param>
    public void Learn(int total, int remaining, TimeSpan resetAfter, int maxConcurrency)
    {
        lock (guard)
        {
            this.total = Math.Max(1, total);
            this.remaining = remaining;
            concurrency = Math.Max(1, maxConcurrency);
            refilledAt = Now + resetAfter;
        }
    }

    /// <summary>More than half of the day's session starts are left.</summary>
    public bool HasPlenty
    {
        get
        {
            lock (guard)
            {
                return remaining > total / 2;
            }
        }
    }

    /// <summary>
    /// Returns when the shard may connect and identify, those of a bucket in the order in which they asked; one session
    /// start is set aside for it then.
    /// </summary>
    /// <param name="usedUp">Told how long it takes, when no session start is left.</param>
    public async Task TakeAsync(Shard shard, Action<TimeSpan> usedUp, CancellationToken ct)
    {
        var bucket = BucketOf(shard);
        await bucket.Queue.WaitAsync(ct);
        try
        {
            while (Wait(bucket, usedUp) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, ct);
            }
        }
        finally
        {
            bucket.Queue.Release();
        }
    }

    /// <summary>The shard has identified just now: Discord counts the five seconds from here, not from the connecting.</summary>
    public void Begun(Shard shard)
    {
        var bucket = BucketOf(shard);
        lock (guard)
        {
            bucket.Free = bucket.Begun = Now + Window;
        }
    }

    /// <summary>The shard took its turn and never came so far as to identify: neither the start nor the time is used up.</summary>
    public void GiveBack(Shard shard)
    {
        var bucket = BucketOf(shard);
        lock (guard)
        {
            bucket.Free = bucket.Begun;
            remaining++;
        }
    }

    private Bucket BucketOf(Shard shard)
    {
        lock (guard)
        {
            var number = shard.Number % concurrency;
            return buckets.TryGetValue(number, out var bucket) ? bucket : buckets[number] = new Bucket();
        }
    }

    private TimeSpan Wait(Bucket bucket, Action<TimeSpan> usedUp)
    {
        TimeSpan wait;
        lock (guard)
        {
            if (Now >= refilledAt)
            {
                (remaining, refilledAt) = (total, Now + Day);
            }
            if (remaining > 0)
            {
                wait = bucket.Free - Now;
                if (wait <= TimeSpan.Zero)
                {
                    bucket.Free = Now + Window;
                    remaining--;
                }
                return wait;
            }
            wait = refilledAt - Now;
        }
        usedUp(wait);
        return wait;
    }

    private sealed class Bucket
    {
        /// <summary>One after the other, first come, first served.</summary>
        public SemaphoreSlim Queue { get; } = new(1, 1);

        /// <summary>From when on the next may go.</summary>
        public TimeSpan Free { get; set; }

        /// <summary>The same, as far as sessions were really begun.</summary>
        public TimeSpan Begun { get; set; }
    }
}
