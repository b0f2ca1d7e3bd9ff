using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Fakes;

/// <summary>A clock that stands still until told, notes how long somebody wants to wait, and can be set wrong.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly FakeTimeProvider time = new();
    private readonly ConcurrentQueue<TimeSpan> asked = [];
    private TimeSpan wrong;

    /// <summary>Every wait that was begun, oldest first.</summary>
    public IReadOnlyList<TimeSpan> Asked => [.. asked];

    public override long TimestampFrequency => time.TimestampFrequency;

    public void Advance(TimeSpan by) => time.Advance(by);

    /// <summary>Somebody sets the clock on the wall; no time passes.</summary>
    public void SetBy(TimeSpan by) => wrong += by;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + wrong;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            asked.Enqueue(dueTime); // after it was set, so that whoever sees it here may let the time pass
        }
        return timer;
    }
}
