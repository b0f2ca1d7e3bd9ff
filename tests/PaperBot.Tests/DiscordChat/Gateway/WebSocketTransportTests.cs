using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>How messages may arrive on the wire, from a server that is told every frame.</summary>
public sealed class WebSocketTransportTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly WebSocketTransport transport = new();
    private readonly MemoryStream packed = new();
    private readonly ZLibStream deflate;
    private WebSocket server = null!; // set before each test

    public WebSocketTransportTests() => deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);

    private Uri Address => new($"ws://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public async ValueTask InitializeAsync()
    {
        listener.Start();
        var accepting = AcceptAsync();
        await transport.ConnectAsync(Address, CancellationToken.None);
        server = await accepting;
    }

    public async ValueTask DisposeAsync()
    {
        await transport.DisposeAsync();
        server.Dispose();
        listener.Dispose();
        await deflate.DisposeAsync();
        await packed.DisposeAsync();
    }

    [Fact]
    public async Task A_message_may_come_as_plain_text_between_compressed_ones()
    {
        await SayAsync(Pack("first"), WebSocketMessageType.Binary);
        await SayAsync("""{"op":11}"""u8.ToArray(), WebSocketMessageType.Text);
        await SayAsync(Pack("third"), WebSocketMessageType.Binary);

        Assert.Equal("first", await HearAsync());
        Assert.Equal("""{"op":11}""", await HearAsync());
        Assert.Equal("third", await HearAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_compressed_message_may_come_in_pieces(bool eachIsAMessage)
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number * 7919} "));
        var whole = Pack(text);
        for (var at = 0; at < whole.Length; at += 1000)
        {
            var isLast = at + 1000 >= whole.Length;
            await server.SendAsync(
                whole.AsMemory(at, Math.Min(1000, whole.Length - at)),
                WebSocketMessageType.Binary,
                endOfMessage: eachIsAMessage || isLast,
                CancellationToken.None
            );
        }
        await SayAsync(Pack("next"), WebSocketMessageType.Binary);

        Assert.Equal(text, await HearAsync());
        Assert.Equal("next", await HearAsync());
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4004)]
    [InlineData(4999)]
    public async Task The_code_of_a_close_is_told(int code)
    {
        await server.CloseOutputAsync((WebSocketCloseStatus)code, "why", CancellationToken.None);

        Assert.Null(await transport.ReceiveAsync(CancellationToken.None));
        Assert.Equal(code, transport.CloseCode);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_unpacked_is_a_lost_connection()
    {
        await SayAsync([1, 2, 3, 0, 0, 0xFF, 0xFF], WebSocketMessageType.Binary);

        await Assert.ThrowsAsync<GatewayLostException>(HearAsync);
    }

    [Fact]
    public async Task A_server_that_goes_away_without_a_word_is_a_lost_connection()
    {
        var hearing = HearAsync();

        server.Abort();

        await Assert.ThrowsAsync<GatewayLostException>(() => hearing);
    }

    [Fact]
    public async Task Whatever_is_asked_of_a_closed_connection_is_answered_with_that_it_is_lost()
    {
        await transport.CloseAsync(CloseCodes.Resuming);

        await Assert.ThrowsAsync<GatewayLostException>(async () =>
            await transport.SendAsync("{}"u8.ToArray(), CancellationToken.None)
        );
        await transport.CloseAsync(CloseCodes.Resuming); // twice is nothing
        await transport.DisposeAsync();
        await transport.CloseAsync(CloseCodes.Resuming);
        await Assert.ThrowsAsync<GatewayLostException>(HearAsync);
    }

    [Fact]
    public async Task Who_stops_listening_is_let_go_at_once()
    {
        using var stop = new CancellationTokenSource();
        var hearing = transport.ReceiveAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hearing.WaitAsync(Patience));
    }

    [Fact]
    public async Task Who_stops_connecting_to_a_server_that_says_nothing_is_let_go_at_once()
    {
        using var stop = new CancellationTokenSource();
        await using var second = new WebSocketTransport();
        var connecting = second.ConnectAsync(Address, stop.Token);
        using var accepted = await listener.AcceptTcpClientAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.WaitAsync(Patience));
    }

    private async Task<WebSocket> AcceptAsync()
    {
        var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var key = "";
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            key = line.StartsWith("Sec-WebSocket-Key: ", StringComparison.OrdinalIgnoreCase) ? line[19..] : key;
        }
#pragma warning disable CA5350 // RFC 6455 asks for SHA-1
        var accept = SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
        var answer =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Accept: {Convert.ToBase64String(accept)}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return WebSocket.CreateFromStream(stream, isServer: true, null, TimeSpan.Zero);
    }

    private async Task SayAsync(byte[] message, WebSocketMessageType type) =>
        await server.SendAsync(message.AsMemory(), type, endOfMessage: true, CancellationToken.None);

    private async Task<string> HearAsync()
    {
        var message = await transport.ReceiveAsync(CancellationToken.None).AsTask().WaitAsync(Patience);
        return Encoding.UTF8.GetString(message!.Value.Span);
    }

    private byte[] Pack(string text)
    {
        deflate.Write(Encoding.UTF8.GetBytes(text));
        deflate.Flush();
        var message = packed.ToArray();
        packed.SetLength(0);
        return message;
    }
}
