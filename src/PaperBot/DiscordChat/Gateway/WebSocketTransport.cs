using System.Net.WebSockets;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>The gateway over a web socket, compressed with zlib.</summary>
internal sealed class WebSocketTransport : IGatewayTransport
{
    private const int UsualMessage = 16 * 1024;
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket socket = new();
    private readonly Inflater inflater = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private byte[] received = new byte[UsualMessage];

    public int? CloseCode => (int?)socket.CloseStatus;

    public async Task ConnectAsync(Uri address, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Handshake);
        try
        {
            await socket.ConnectAsync(WithQuery(address), limit.Token);
        }
        catch (Exception e)
        {
            throw Lost(e, limit, "no answer within 10 seconds", ct);
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct)
    {
        try
        {
            var length = 0;
            if (received.Length > Inflater.KeptRoom)
            {
                received = new byte[UsualMessage];
            }
            while (true)
            {
                var part = await socket.ReceiveAsync(received.AsMemory(length), ct);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }
                length += part.Count;
                if (part.EndOfMessage && part.MessageType == WebSocketMessageType.Text)
                {
                    return received.AsMemory(0, length);
                }
                if (part.EndOfMessage && Inflater.IsWhole(received.AsSpan(0, length)))
                {
                    return inflater.Inflate(received.AsMemory(0, length));
                }
                MakeRoom(length); // Discord may send one message in several pieces
            }
        }
        catch (Exception e)
        {
            throw Lost(e, null, "", ct);
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(SendLimit);
        try
        {
            await sending.WaitAsync(limit.Token);
            try
            {
                await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception e)
        {
            throw Lost(e, limit, "nothing could be sent for 15 seconds", ct);
        }
    }

    public async Task CloseAsync(int code)
    {
        using var limit = new CancellationTokenSource(Goodbye);
        try
        {
            await sending.WaitAsync(limit.Token);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, limit.Token);
                }
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception)
        {
            // It is being left; whether the other side heard it changes nothing.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        inflater.Dispose();
        sending.Dispose();
        return ValueTask.CompletedTask;
    }

    // The socket has many ways to say that it is gone; above this there are two: cancelled, or lost.
    private static Exception Lost(Exception e, CancellationTokenSource? limit, string late, CancellationToken ct) =>
        ct.IsCancellationRequested ? new OperationCanceledException(e.Message, e, ct)
        : limit is { IsCancellationRequested: true } ? new GatewayLostException(late, e)
        : new GatewayLostException(e.GetBaseException().Message.TrimEnd('.'), e);

    private void MakeRoom(int length)
    {
        if (length > Inflater.LargestMessage)
        {
            throw new InvalidDataException("A gateway message is too large.");
        }
        if (length == received.Length)
        {
            Array.Resize(ref received, received.Length * 2);
        }
    }

    private static Uri WithQuery(Uri address)
    {
        const string query = "v=10&encoding=json&compress=zlib-stream";
        return new UriBuilder(address) { Query = query }.Uri;
    }
}
