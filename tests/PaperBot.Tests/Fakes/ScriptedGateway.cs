using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordSimulator;

namespace PaperBot.Fakes;

/// <summary>A gateway that says what a test tells it to, on each connection that is made to it.</summary>
internal sealed class ScriptedGateway
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<ScriptedConnection> connections = [];

    /// <summary>Connections and tries, oldest first.</summary>
    public IReadOnlyList<ScriptedConnection> Connections => [.. connections];

    /// <summary>Hosts that cannot be reached.</summary>
    public ConcurrentDictionary<string, bool> Unreachable { get; } = [];

    /// <summary>Connecting takes for ever.</summary>
    public bool Hangs { get; set; }

    public IGatewayTransport Connect()
    {
        var connection = new ScriptedConnection(this);
        connections.Enqueue(connection);
        return connection;
    }

    /// <summary>The connection of that number, from 1, once it is open or its try has failed.</summary>
    public async Task<ScriptedConnection> ConnectionAsync(int number)
    {
        await Until.HoldsAsync(
            () => connections.Count >= number && Connections[number - 1].Address is not null,
            Patience,
            $"there was a connection {number}"
        );
        return Connections[number - 1];
    }
}

/// <summary>One connection: what was sent on it, and the test's way to speak.</summary>
internal sealed class ScriptedConnection(ScriptedGateway gateway) : IGatewayTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Func<ReadOnlyMemory<byte>?>> said = System.Threading.Channels.Channel.CreateUnbounded<
        Func<ReadOnlyMemory<byte>?>
    >();
    private readonly ConcurrentQueue<string> sent = [];

    /// <summary>Null until it was made or failed.</summary>
    public Uri? Address { get; private set; }

    public int? CloseCode { get; private set; }

    /// <summary>What the client closed it with.</summary>
    public int? LeftWith { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>What the client sent, oldest first.</summary>
    public IReadOnlyList<string> Sent => [.. sent];

    /// <summary>What happens to what is sent from now on.</summary>
    public Exception? SendsFailWith { get; set; }

    /// <summary>The server does not answer a close.</summary>
    public bool IsDeaf { get; set; }

    public ScriptedConnection Says(string json)
    {
        said.Writer.TryWrite(() => Encoding.UTF8.GetBytes(json));
        return this;
    }

    public void BreaksWith(Exception e) => said.Writer.TryWrite(() => throw e);

    public void Breaks() => BreaksWith(new GatewayLostException("the cable was pulled"));

    public void Closes(int? code) =>
        said.Writer.TryWrite(() =>
        {
            CloseCode = code;
            return null;
        });

    /// <summary>Waits until the client has sent so many messages with the opcode.</summary>
    public Task SentAsync(int op, int times = 1) =>
        Until.HoldsAsync(
            () => Sent.Count(json => json.StartsWith($"{{\"op\":{op},", StringComparison.Ordinal)) >= times,
            Patience,
            $"opcode {op} was sent {times} times; sent was {string.Join(' ', Sent)}"
        );

    public Task GoneAsync() => Until.HoldsAsync(() => IsDisposed, Patience, "the connection was left");

    public async Task ConnectAsync(Uri address, CancellationToken ct)
    {
        if (gateway.Hangs)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        ct.ThrowIfCancellationRequested();
        Address = address;
        if (gateway.Unreachable.ContainsKey(address.Host))
        {
            throw new GatewayLostException($"no such host: {address.Host}");
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct) =>
        (await said.Reader.ReadAsync(ct))();

    public ValueTask SendAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (SendsFailWith is { } e)
        {
            throw e;
        }
        sent.Enqueue(Encoding.UTF8.GetString(json.Span));
        return ValueTask.CompletedTask;
    }

    public Task CloseAsync(int code)
    {
        LeftWith ??= code;
        if (!IsDeaf)
        {
            said.Writer.TryWrite(() => null);
        }
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
