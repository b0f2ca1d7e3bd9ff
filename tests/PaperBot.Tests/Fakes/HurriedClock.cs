namespace PaperBot.Fakes;

/// <summary>The real clock, on which waits are a part as long: for tests of waits that only time can end.</summary>
/// <param name="times">So many times as fast.</param>
/// <param name="limits">Limits on what others do are shorter, too.</param>
internal sealed class HurriedClock(int times = 10, bool limits = true) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isHurried = dueTime != Timeout.InfiniteTimeSpan && (limits || state is not CancellationTokenSource);
        return System.CreateTimer(callback, state, isHurried ? dueTime / times : dueTime, period);
    }
}
