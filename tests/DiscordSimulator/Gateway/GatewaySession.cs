using System.Globalization;
using System.Text;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>
/// What lives longer than a connection: the sequence of events that one shard has been sent, kept for a resume.
/// </summary>
internal sealed class GatewaySession(string id, int shard, int shards, long intents, int keep, TimeProvider time)
{
    private static readonly byte[] Head = Encoding.UTF8.GetBytes("{\"t\":\"");
    private readonly Lock gate = new();
    private readonly Queue<(long Sequence, byte[] Frame)> sent = [];
    private readonly List<(GatewayClient Client, long At, long After)> replays = [];
    private long heard;
    private GatewayConnection? connection;

    public string Id { get; } = id;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    public long Intents { get; } = intents;

    public long Sequence { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>The last event that the bot has said to have had.</summary>
    public long Heard => Volatile.Read(ref heard);

    /// <summary>The resumes: on which connection, when, and after which event it was sent everything again.</summary>
    public IReadOnlyList<(GatewayClient Client, long At, long After)> Replays
    {
        get
        {
            lock (gate)
            {
                return [.. replays];
            }
        }
    }

    /// <summary>The time stamp at which the last connection was lost; null while there is one.</summary>
    public long? DetachedAt { get; private set; }

    public bool IsConnected => connection is { IsOpen: true };

    public bool Covers(ulong? guild) => guild is { } id ? (int)((id >> 22) % (ulong)Shards) == Shard : Shard == 0;

    public void Attach(GatewayConnection next)
    {
        lock (gate)
        {
            connection = next;
            DetachedAt = null;
        }
    }

    public void Detach(GatewayConnection old, long now, bool ended)
    {
        lock (gate)
        {
            if (connection == old)
            {
                connection = null;
                DetachedAt = now;
                Ended |= ended;
            }
        }
    }

    public void End()
    {
        lock (gate)
        {
            Ended = true;
            sent.Clear();
        }
    }

    /// <summary>Several events of which none of another thread's comes in between.</summary>
    public void Together(Action appends)
    {
        lock (gate)
        {
            appends();
        }
    }

    public void Hear(long sequence)
    {
        lock (gate)
        {
            heard = Math.Max(heard, Math.Min(sequence, Sequence));
        }
    }

    /// <summary>Numbers the event, keeps it and sends it if somebody is connected; null where the session has ended.</summary>
    public EventPassage? Append(string name, ReadOnlySpan<byte> data)
    {
        lock (gate)
        {
            if (Ended)
            {
                return null;
            }
            var frame = Frame(name, ++Sequence, data);
            sent.Enqueue((Sequence, frame));
            if (sent.Count > keep)
            {
                sent.Dequeue();
            }
            var now = time.GetTimestamp();
            var on = connection is { } open && open.Send(frame) ? open.Client : null;
            return new EventPassage(this, Sequence, now, on, connection is { Silent: true, Client.IsOpen: true }, time);
        }
    }

    /// <summary>
    /// Moves the session to another connection and sends what was missed after <paramref name="sequence"/>, then RESUMED;
    /// false when events in between are no longer kept or the number lies in the future.
    /// </summary>
    public bool Replay(GatewayConnection next, long sequence)
    {
        lock (gate)
        {
            if (Ended || sequence > Sequence || Sequence - sequence > sent.Count)
            {
                return false;
            }
            connection = next;
            DetachedAt = null;
            Hear(sequence);
            replays.Add((next.Client, time.GetTimestamp(), sequence));
            foreach (var (_, frame) in sent.Where(e => e.Sequence > sequence))
            {
                next.Send(frame);
            }
            Append("RESUMED", "{\"_trace\":[\"gateway-simulated\"]}"u8);
            return true;
        }
    }

    /// <summary>The last event once more, as it was.</summary>
    public void Repeat()
    {
        lock (gate)
        {
            if (sent.Count > 0)
            {
                connection?.Send(sent.Last().Frame);
            }
        }
    }

    public static byte[] Frame(string name, long sequence, ReadOnlySpan<byte> data)
    {
        Span<byte> middle = stackalloc byte[128];
        var length = Encoding.UTF8.GetBytes(name, middle);
        length += Encoding.UTF8.GetBytes("\",\"s\":", middle[length..]);
        sequence.TryFormat(middle[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        length += Encoding.UTF8.GetBytes(",\"op\":0,\"d\":", middle[length..]);
        var frame = new byte[Head.Length + length + data.Length + 1];
        Head.CopyTo(frame, 0);
        middle[..length].CopyTo(frame.AsSpan(Head.Length));
        data.CopyTo(frame.AsSpan(Head.Length + length));
        frame[^1] = (byte)'}';
        return frame;
    }
}
