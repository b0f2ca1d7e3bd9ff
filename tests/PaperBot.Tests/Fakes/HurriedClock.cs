namespace PaperBot.Fakes;

/// <summary>The real clock, on which waits are a tenth as long: for tests of waits that only time can end.</summary>
internal sealed class HurriedClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime / 10, period);
}
