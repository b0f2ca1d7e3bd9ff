namespace PaperBot.DiscordChat.Rest;

/// <summary>
/// Discord's rate limits as its answers tell them (https://discord.com/developers/docs/topics/rate-limits): which routes share
/// a bucket, how much of it is left, and who must wait how long. Nothing is hard-coded but the two limits that no header
/// tells: 50 requests a second in all, and 10,000 refused ones in ten minutes. Who comes first goes first, as far as its
/// bucket lets it. Times are those of the monotonic clock: the clock on the wall may jump.
/// </summary>
internal sealed class RateLimits(TimeProvider clock) : IDisposable
{
    /// <summary>At 10,000 Discord bans the address for a while; a bot that comes near that has a fault.</summary>
    public const int MostRefused = 2_000;

    /// <summary>Over all routes; Discord allows 50. A request counts until a second after its answer, so that none comes too soon.</summary>
    public const int MostPerSecond = 48;

    /// <summary>Nobody waits longer for a bucket: it is better to say so.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Until another request comes back.</summary>
    public static readonly TimeSpan Never = TimeSpan.MaxValue;

    private const int ManyBuckets = 5_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RefusedWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(20); // Discord rounds, and its clock ticks otherwise
    private static readonly TimeSpan UntoldWait = TimeSpan.FromSeconds(1);

    private readonly long start = clock.GetTimestamp();
    private readonly Lock guard = new();
    private readonly Dictionary<(HttpMethod, string Route), string> bucketOf = []; // reading and writing have limits apart
    private readonly Dictionary<(string Bucket, string Major), RateLimitBucket> buckets = [];
    private readonly LinkedList<Turn> waiting = []; // after each change, none of them may go before nextLook
    private readonly HashSet<Turn> underWay = [];
    private readonly Queue<TimeSpan> over = new(); // when requests were over, within the last second
    private readonly Queue<TimeSpan> refused = new(); // within the last ten minutes
    private TimeSpan globalFrom;
    private TimeSpan everythingFrom;
    private TimeSpan nextLook = Never;
    private int countedUnderWay; // towards the limit over all routes
    private int sweepAt = ManyBuckets;
    private ITimer? alarm;

    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Waits for the request's turn and takes it. To be disposed of when its answer is here, or will not come.</summary>
    /// <exception cref="DiscordProblem">It would have to wait too long, or so much was refused lately that asking on would get the bot banned.</exception>
    public async Task<Turn> EnterAsync(DiscordRequest request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var turn = new Turn(this, request);
        lock (guard)
        {
            var place = waiting.AddLast(turn);
            Look(nextLook > Now ? place : waiting.First!); // there is one
        }
        await using var left = ct.UnsafeRegister((_, token) => Leave(turn, token), null);
        await turn.Granted.Task;
        return turn;
    }

    /// <summary>What an answer says about the limits.</summary>
    public void Learn(Turn turn, RateLimitWords words)
    {
        lock (guard)
        {
            var now = Now;
            TakeBack(turn);
            if (words.Status is 401 or 403 || words.Refusal is { Scope: not RateLimitScope.Shared })
            {
                refused.Enqueue(now);
            }
            if (words.Bucket is { } name)
            {
                Move(turn.Request, name);
                BucketOf(turn.Request)?.Learn(words, now + words.ResetAfter + Slack, now);
            }
            else if (words.Status is >= 200 and < 300)
            {
                BucketOf(turn.Request)?.HasNoLimit();
            }
            if (words.Refusal is { } refusal)
            {
                var until = now + (refusal.RetryAfter ?? UntoldWait) + Slack;
                switch (refusal.Scope)
                {
                    case RateLimitScope.Everything:
                        everythingFrom = Later(everythingFrom, until);
                        break;
                    case RateLimitScope.Global:
                        globalFrom = Later(globalFrom, until);
                        break;
                    default:
                        BucketOf(turn.Request)?.CloseUntil(until);
                        break;
                }
            }
            Look(waiting.First);
        }
    }

    public void Dispose()
    {
        lock (guard)
        {
            alarm?.Dispose();
        }
    }

    private void Leave(Turn turn, CancellationToken ct)
    {
        lock (guard)
        {
            if (waiting.Remove(turn))
            {
                turn.Granted.TrySetCanceled(ct);
            }
        }
    }

    private void Return(Turn turn)
    {
        lock (guard)
        {
            if (TakeBack(turn))
            {
                Look(waiting.First);
            }
        }
    }

    private bool TakeBack(Turn turn)
    {
        if (!underWay.Remove(turn))
        {
            return false;
        }
        if (turn.Bucket is { } bucket)
        {
            bucket.UnderWay--;
        }
        if (!turn.Request.IsInteraction)
        {
            countedUnderWay--;
            over.Enqueue(Now);
        }
        return true;
    }

    // Lets go who may, in the order they came, and sets the alarm for the next who may.
    private void Look(LinkedListNode<Turn>? from)
    {
        var now = Now;
        if (from == waiting.First)
        {
            nextLook = Never;
        }
        for (var place = from; place is not null; )
        {
            var (turn, next) = (place.Value, place.Next);
            var opens = Opens(turn.Request, now);
            if (Objection(turn.Request, opens, now) is { } problem)
            {
                waiting.Remove(place);
                turn.Granted.TrySetException(problem);
            }
            else if (opens <= now)
            {
                waiting.Remove(place);
                Go(turn, now);
            }
            else if (opens < nextLook)
            {
                nextLook = opens;
            }
            place = next;
        }
        alarm?.Dispose();
        alarm =
            nextLook == Never
                ? null
                : clock.CreateTimer(_ => LookAgain(), null, Ceiling(nextLook - now), Timeout.InfiniteTimeSpan);
    }

    private void LookAgain()
    {
        lock (guard)
        {
            Look(waiting.First);
        }
    }

    private void Go(Turn turn, TimeSpan now)
    {
        underWay.Add(turn);
        turn.Bucket = BucketOf(turn.Request);
        if (turn.Bucket is { } bucket)
        {
            bucket.UnderWay++;
        }
        countedUnderWay += turn.Request.IsInteraction ? 0 : 1;
        turn.Granted.TrySetResult();
    }

    private TimeSpan Opens(DiscordRequest request, TimeSpan now)
    {
        if (everythingFrom > now)
        {
            return everythingFrom;
        }
        if (!request.IsInteraction)
        {
            if (globalFrom > now)
            {
                return globalFrom;
            }
            // A request may arrive at any time until its answer is here: only a second later it counts no more.
            Drop(over, now - Second);
            if (countedUnderWay + over.Count >= MostPerSecond)
            {
                return over.TryPeek(out var oldest) ? oldest + Second : Never;
            }
        }
        return BucketOf(request)?.Opens(now) ?? now;
    }

    private DiscordProblem? Objection(DiscordRequest request, TimeSpan opens, TimeSpan now)
    {
        Drop(refused, now - RefusedWindow);
        if (refused.Count >= MostRefused)
        {
            return new DiscordProblem(
                $"Discord has refused {refused.Count:N0} requests within ten minutes, so PaperBot asks no more for a while. Check its token and its permissions."
            );
        }
        var longest = request.IsFirstAnswer ? Second / 2 : LongestWait;
        return opens != Never && opens - now > longest ? DiscordProblem.Wait(opens - now) : null;
    }

    // Requests that are under way count in the new bucket from now on; those that wait are asked again anyway.
    private void Move(DiscordRequest request, string name)
    {
        var (method, route) = (request.Method, request.Route);
        if (bucketOf.GetValueOrDefault((method, route)) == name)
        {
            return;
        }
        bucketOf[(method, route)] = name;
        foreach (var turn in underWay.Where(turn => turn.Bucket is not null))
        {
            if (turn.Request.Method == method && turn.Request.Route == route)
            {
                turn.Bucket!.UnderWay--; // the line above
                turn.Bucket = BucketOf(turn.Request)!; // it had one
                turn.Bucket.UnderWay++;
            }
        }
    }

    private RateLimitBucket? BucketOf(DiscordRequest request)
    {
        if (request.IsFirstAnswer)
        {
            return null;
        }
        if (!bucketOf.TryGetValue((request.Method, request.Route), out var name))
        {
            bucketOf[(request.Method, request.Route)] = name = $"{request}"; // its own until an answer names another
        }
        var key = (name, request.Major);
        if (!buckets.TryGetValue(key, out var bucket))
        {
            if (buckets.Count >= sweepAt)
            {
                Sweep();
            }
            buckets[key] = bucket = new RateLimitBucket();
        }
        return bucket;
    }

    // Thousands of channels have a bucket each; those that are full again need not be remembered.
    private void Sweep()
    {
        var now = Now;
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.IsIdle(now))
            {
                buckets.Remove(key);
            }
        }
        sweepAt = Math.Max(ManyBuckets, 2 * buckets.Count);
    }

    private static void Drop(Queue<TimeSpan> times, TimeSpan until)
    {
        while (times.TryPeek(out var oldest) && oldest <= until)
        {
            times.Dequeue();
        }
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    // Timers count whole milliseconds; one that rings too early would ring again and again.
    private static TimeSpan Ceiling(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    /// <summary>A request that waits for its turn, or has it.</summary>
    public sealed class Turn(RateLimits limits, DiscordRequest request) : IDisposable
    {
        public DiscordRequest Request => request;

        internal TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal RateLimitBucket? Bucket { get; set; }

        /// <summary>The request is over, whatever came of it.</summary>
        public void Dispose() => limits.Return(this);
    }
}
