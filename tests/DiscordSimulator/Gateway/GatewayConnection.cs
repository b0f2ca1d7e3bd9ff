using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>One websocket: reads frames, hands them to <see cref="GatewayTalk"/>, writes what is queued.</summary>
internal sealed class GatewayConnection(
    WebSocket socket,
    GatewayHub hub,
    GatewayClient client,
    bool compressed,
    Action abort
) : IDisposable
{
    private const int LargestFrame = 4096;
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(1);
    private readonly Channel<Outgoing> outgoing = System.Threading.Channels.Channel.CreateUnbounded<Outgoing>(
        // A frame is written by whoever queues it when the writer waits: no hop to another thread, nothing blocks on it.
        new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true }
    );
    private readonly TransportStream? transport = compressed ? new TransportStream() : null;
    private volatile bool closing;

    private readonly record struct Outgoing(
        byte[]? Frame,
        int Close,
        string Reason = "",
        bool Binary = false,
        bool Abort = false
    );

    public GatewayClient Client => client;

    public GatewaySession? Session { get; set; }

    /// <summary>Nothing is sent any more, while the socket stays open.</summary>
    public bool Silent
    {
        get => client.SilentAt is not null;
        set => client.SilentAt = value ? client.SilentAt ?? hub.Now : null;
    }

    public bool IsOpen => client.IsOpen && !closing && !Silent;

    public bool Send(byte[] frame) => IsOpen && outgoing.Writer.TryWrite(new Outgoing(frame, 0));

    /// <summary>Bytes past the transport compression, as a broken server would send them.</summary>
    public void SendRaw(byte[] bytes, bool binary) => outgoing.Writer.TryWrite(new Outgoing(bytes, 0, Binary: binary));

    public void Close(int code, string? reason = null)
    {
        if (!closing)
        {
            Ending();
            client.ServerClosedWith = code;
            if (CloseCode.EndsSession(code))
            {
                Session?.End();
            }
            outgoing.Writer.TryWrite(new Outgoing(null, code, reason ?? CloseCode.Reason(code)));
        }
    }

    /// <summary>The connection ends without a close frame.</summary>
    public void Abort()
    {
        Ending();
        outgoing.Writer.TryWrite(new Outgoing(null, 0, Abort: true));
    }

    private void Ending()
    {
        client.EndedAt ??= hub.Now;
        closing = true;
    }

    public async Task RunAsync(CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var talk = new GatewayTalk(hub, this);
        var writing = WriteAsync(ended);
        var watching = WatchAsync(talk, ended.Token);
        try
        {
            if (!hub.Drops(HandshakeStep.BeforeHello, this))
            {
                talk.Greet();
                hub.Drops(HandshakeStep.AfterHello, this);
            }
            await ReadAsync(talk, ended.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The client went away without a word, or this side aborted: the session stays resumable.
        }
        finally
        {
            client.IsOpen = false;
            Ending();
            outgoing.Writer.TryComplete();
            await writing;
            await ended.CancelAsync();
            await watching;
            var code = client.ServerClosedWith ?? client.ClientClosedWith;
            Session?.Detach(this, hub.Now, code is { } c && CloseCode.EndsSession(c));
        }
    }

    private async Task ReadAsync(GatewayTalk talk, CancellationToken ct)
    {
        var buffer = new byte[LargestFrame + 1];
        while (true)
        {
            var (length, type) = await ReceiveAsync(buffer, ct);
            if (type == WebSocketMessageType.Close)
            {
                client.ClientClosedWith = (int?)socket.CloseStatus;
                Ending();
                if (socket.State == WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, ct);
                }
                return;
            }
            if (closing)
            {
                continue;
            }
            if (length > LargestFrame)
            {
                Close(CloseCode.DecodeError);
                continue;
            }
            Hear(talk, buffer.AsMemory(0, length));
        }
    }

    private void Hear(GatewayTalk talk, ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var json = JsonDocument.Parse(frame);
            if (hub.Remembers && JsonNode.Parse(frame.Span) is { } kept)
            {
                client.Add(kept);
            }
            talk.Hear(json.RootElement);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // Not JSON, or not of the shape that the opcode asks for.
            Close(CloseCode.DecodeError);
        }
    }

    private async Task<(int Length, WebSocketMessageType Type)> ReceiveAsync(byte[] buffer, CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            // What goes beyond the limit is read and thrown away; one byte more than the limit is enough to know.
            var room = length < buffer.Length ? buffer.AsMemory(length) : buffer.AsMemory(buffer.Length - 1);
            var part = await socket.ReceiveAsync(room, ct);
            length = Math.Min(length + part.Count, buffer.Length);
            if (part.EndOfMessage || part.MessageType == WebSocketMessageType.Close)
            {
                return (length, part.MessageType);
            }
        }
    }

    private async Task WriteAsync(CancellationTokenSource ended)
    {
        try
        {
            await foreach (var next in outgoing.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (next.Abort)
                {
                    abort();
                    return;
                }
                if (next.Frame is null)
                {
                    await socket.CloseOutputAsync(
                        (WebSocketCloseStatus)next.Close,
                        next.Reason,
                        CancellationToken.None
                    );
                    ended.CancelAfter(CloseWithin);
                    return;
                }
                if (!Silent)
                {
                    await WriteAsync(next);
                }
            }
        }
        catch (Exception e)
            when (e is WebSocketException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The other side is gone; the reading side notices and ends the connection.
            Ending();
        }
    }

    private ValueTask WriteAsync(Outgoing next)
    {
        var raw = next.Frame!; // A frame without bytes is a close, handled by the caller.
        return transport is not null && !next.Binary
            ? socket.SendAsync(
                transport.Pack(raw),
                WebSocketMessageType.Binary,
                endOfMessage: true,
                CancellationToken.None
            )
            : socket.SendAsync(
                raw.AsMemory(),
                next.Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text,
                endOfMessage: true,
                CancellationToken.None
            );
    }

    private async Task WatchAsync(GatewayTalk talk, CancellationToken ct)
    {
        var patience = hub.Options.HeartbeatInterval * hub.Options.ZombieAfterIntervals;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                await Task.Delay(patience / 4, hub.Time, ct);
                if (hub.Time.GetElapsedTime(talk.LastHeartbeat) > patience)
                {
                    Close(CloseCode.SessionTimedOut);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection ended first.
        }
    }

    public void Dispose() => transport?.Dispose();
}
