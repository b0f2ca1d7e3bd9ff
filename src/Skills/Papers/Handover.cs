using System.Runtime.ExceptionServices;

namespace PaperBot.Skills.Papers;

/// <summary>
/// Passes items from one thread to another, a bounded number of bytes at a time. The taker gets handfuls while there are
/// many, and single items soon when the giver is slow.
/// </summary>
internal sealed class Handover<T>(int mostBytes, int handful)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    private readonly object gate = new();
    private List<T> waiting = [];
    private int bytes;
    private bool complete;
    private bool abandoned;
    private Exception? failure;

    /// <returns>False where nobody takes any more.</returns>
    public bool Give(T item, int size)
    {
        lock (gate)
        {
            while (bytes > mostBytes && !abandoned)
            {
                Monitor.Wait(gate);
            }
            waiting.Add(item);
            bytes += size;
            if (waiting.Count == 1 || waiting.Count % handful == 0 || bytes > mostBytes)
            {
                Monitor.PulseAll(gate);
            }
            return !abandoned;
        }
    }

    /// <param name="reason">Why there is no more to come; null: that was all.</param>
    public void Complete(Exception? reason = null)
    {
        lock (gate)
        {
            complete = true;
            failure = reason;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Lets the giver go: nothing will be taken any more.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            abandoned = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for a handful, or for as many as come while the patience lasts.</summary>
    /// <param name="free">A list that the taker has no more use for.</param>
    /// <param name="patience">How long the giver may take before the taker gets what there is, be it nothing.</param>
    /// <returns>Null at the end.</returns>
    public List<T>? Take(List<T> free, TimeSpan patience, CancellationToken ct)
    {
        using var wake = ct.Register(Wake);
        lock (gate)
        {
            if (waiting.Count == 0 && !complete && !ct.IsCancellationRequested)
            {
                Monitor.Wait(gate, patience);
            }
            if (waiting.Count > 0 && waiting.Count < handful && bytes <= mostBytes && !complete)
            {
                Monitor.Wait(gate, Moment);
            }
            ct.ThrowIfCancellationRequested();
            if (waiting.Count == 0 && complete)
            {
                if (failure is not null)
                {
                    ExceptionDispatchInfo.Throw(failure);
                }
                return null;
            }
            free.Clear();
            var taken = waiting;
            (waiting, bytes) = (free, 0);
            Monitor.PulseAll(gate);
            return taken;
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }
}
