using Microsoft.Extensions.Options;

namespace PaperBot.Chat;

/// <summary>So many commands per asker and minute. Askers of the last minute are remembered, no others.</summary>
internal sealed class AskerLimit(IOptions<ChatOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string, string), Queue<long>> asked = [];
    private readonly Lock guard = new();
    private long lastSweep = clock.GetTimestamp();

    /// <returns>How long the asker has to wait; zero where the command may run, which then counts.</returns>
    public TimeSpan Ask(Asker asker)
    {
        if (asker.IsOperator)
        {
            return TimeSpan.Zero;
        }
        var now = clock.GetTimestamp();
        lock (guard)
        {
            Sweep(now);
            if (!asked.TryGetValue((asker.Platform, asker.Id), out var times))
            {
                asked[(asker.Platform, asker.Id)] = times = [];
            }
            DropOld(times, now);
            if (times.Count >= options.Value.CommandsPerMinute)
            {
                return Minute - clock.GetElapsedTime(times.Peek(), now);
            }
            times.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    private void Sweep(long now)
    {
        if (clock.GetElapsedTime(lastSweep, now) < Minute)
        {
            return;
        }
        lastSweep = now;
        foreach (var (asker, times) in asked)
        {
            DropOld(times, now);
            if (times.Count == 0)
            {
                asked.Remove(asker);
            }
        }
    }

    private void DropOld(Queue<long> times, long now)
    {
        while (times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= Minute)
        {
            times.Dequeue();
        }
    }
}
