using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperBot.Fakes;

/// <summary>
/// A web server on this machine that says what was prepared, byte for byte and in that order, on one connection each. A
/// request that nobody prepared is answered with 418, which no source takes for an answer.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16; // what a client begins with that wants a secure connection

    private readonly ConcurrentQueue<Func<NetworkStream, CancellationToken, Task>> prepared = [];
    private readonly ConcurrentQueue<string> requests = [];
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;

    public LoopbackServer()
    {
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = ServeAsync(end.Token);
    }

    public string Address { get; }

    /// <summary>The heads of the requests, oldest first.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Ends once a client has everything that it will get and waits for more.</summary>
    public Task Silent => silent.Task;

    public LoopbackServer Says(string status, string body = "", params string[] headers) =>
        Says(status, Encoding.UTF8.GetBytes(body), headers);

    public LoopbackServer Says(string status, byte[] body, params string[] headers) =>
        Sends(status, body, [.. headers, $"Content-Length: {body.Length}"]);

    /// <summary>The answer ends where the connection does; no length is told.</summary>
    public LoopbackServer SaysWithoutLength(string status, string body, params string[] headers) =>
        Sends(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Tells a length and goes away when less was sent.</summary>
    public LoopbackServer SaysHalf(string status, string body, params string[] headers) =>
        Sends(status, Encoding.UTF8.GetBytes(body), [.. headers, $"Content-Length: {2 * body.Length}"]);

    /// <summary>Begins to speak and goes away; had it said nothing, .NET itself would ask again.</summary>
    public LoopbackServer HangsUp()
    {
        prepared.Enqueue(async (stream, ct) => await stream.WriteAsync("HTTP/1.1 2"u8.ToArray(), ct));
        return this;
    }

    /// <param name="first">What it says before it falls silent.</param>
    public LoopbackServer FallsSilent(string first = "")
    {
        prepared.Enqueue(
            async (stream, ct) =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(first), ct);
                silent.SetResult();
                await stream.CopyToAsync(Stream.Null, ct); // until the client goes away
            }
        );
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        listener.Dispose();
        end.Dispose();
    }

    private LoopbackServer Sends(string status, byte[] body, string[] headers)
    {
        var head = string.Join("\r\n", [$"HTTP/1.1 {status}", .. headers, "Connection: close", "", ""]);
        prepared.Enqueue(
            async (stream, ct) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), ct);
                await stream.WriteAsync(body, ct);
            }
        );
        return this;
    }

    private async Task ServeAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var connection = await listener.AcceptTcpClientAsync(ct);
                await AnswerAsync(connection.GetStream(), ct);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client went away, as one that has waited too long does; or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, CancellationToken ct)
    {
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, ct);
            if (read == 0)
            {
                return; // a connection without a request
            }
            if (buffer[0] == TlsHandshake)
            {
                await stream.WriteAsync("Plain HTTP only.\r\n"u8.ToArray(), ct);
                return;
            }
            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        requests.Enqueue(request.ToString());
        if (!prepared.TryDequeue(out var answer))
        {
            Says("418 Nobody prepared this");
            prepared.TryDequeue(out answer);
        }
        await answer!(stream, ct); // there is one now
    }
}
