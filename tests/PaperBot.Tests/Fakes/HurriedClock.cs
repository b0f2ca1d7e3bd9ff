namespace PaperBot.Fakes;

/// <summary>The real clock, on which waits are a part as long: for tests of waits that only time can end.</summary>
/// <param name="times">So many times as fast.</param>
/// <param name="limits">Limits on what others do are shorter, too.</param>
internal sealed class HurriedClock(int times = 10, bool limits = true) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var haste = limits || state is not CancellationTokenSource ? times : 1;
        return new HurriedTimer(System.CreateTimer(callback, state, Sooner(dueTime, haste), period), haste);
    }

    private static TimeSpan Sooner(TimeSpan due, int times) => due == Timeout.InfiniteTimeSpan ? due : due / times;

    private sealed class HurriedTimer(ITimer timer, int times) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Sooner(dueTime, times), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
