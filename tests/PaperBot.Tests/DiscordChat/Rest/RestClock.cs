namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>
/// A clock on which every wait is over at once, and noted. Limits on Discord's time are never reached, or at once.
/// </summary>
internal sealed class RestClock : TimeProvider
{
    private readonly Lock guard = new();
    private long now;

    /// <summary>How long somebody waited, oldest first.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>The limits that were set on tries, oldest first.</summary>
    public List<TimeSpan> Limits { get; } = [];

    /// <summary>So many limits from now on are reached, as when Discord answers nothing.</summary>
    public int SilentTries { get; set; }

    /// <summary>Each limit that is set meanwhile is reached.</summary>
    public Func<bool> SilentWhile { get; set; } = () => false;

    /// <summary>The time that a limit leaves to what is limited.</summary>
    public TimeSpan RealLimit { get; init; } = TimeSpan.Zero;

    /// <summary>Time goes by while nobody waits.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref now, time.Ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isLimit = state is CancellationTokenSource;
        var isReached = true;
        lock (guard)
        {
            (isLimit ? Limits : Waits).Add(dueTime);
            isReached = !isLimit || SilentTries-- > 0 || SilentWhile();
        }
        if (!isReached)
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        Interlocked.Add(ref now, dueTime.Ticks);
        return System.CreateTimer(callback, state, isLimit ? RealLimit : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
