using System.Collections.Concurrent;

namespace PaperBot.Fakes;

/// <summary>A clock on which every wait is over at once, and noted; limits on others' time are never reached.</summary>
/// <param name="limits">The lengths that are limits, not waits.</param>
internal sealed class SkippingClock(DateTimeOffset start, params TimeSpan[] limits) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = [];
    private long skipped;

    /// <summary>How long somebody waited, oldest first.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(Interlocked.Read(ref skipped));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || limits.Contains(dueTime))
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        waits.Enqueue(dueTime);
        Interlocked.Add(ref skipped, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
