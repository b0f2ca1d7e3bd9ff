using System.Net;
using System.Net.Sockets;

namespace PaperBot.Fakes;

/// <summary>The way to a gateway: every connection is a cable of its own, which a test may cut or speak on.</summary>
internal sealed class Cables : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Cable> all = [];
    private readonly Uri gateway;
    private readonly Task accepting;

    /// <param name="gateway">Where they lead.</param>
    public Cables(Uri gateway)
    {
        this.gateway = gateway;
        door.Start();
        accepting = AcceptAsync(stop.Token);
    }

    public Uri Address => new($"ws://{door.LocalEndpoint}");

    /// <summary>In the order in which they were connected.</summary>
    public IReadOnlyList<Cable> All
    {
        get
        {
            lock (all)
            {
                return [.. all];
            }
        }
    }

    /// <summary>New connections are cut off at once.</summary>
    public bool AreBroken { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        door.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var cable in All)
        {
            cable.Cut();
        }
        stop.Dispose();
    }

    private async Task AcceptAsync(CancellationToken ct)
    {
        while (true)
        {
            var near = await door.AcceptSocketAsync(ct);
            if (AreBroken)
            {
                near.Close(0);
                continue;
            }
            var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await far.ConnectAsync(new DnsEndPoint(gateway.Host, gateway.Port), ct);
            var cable = new Cable(near, far);
            lock (all)
            {
                all.Add(cable);
            }
            _ = cable.CarryAsync();
        }
    }
}

/// <summary>One connection.</summary>
/// <param name="near">The end at the bot.</param>
/// <param name="far">The end at the gateway.</param>
internal sealed class Cable(Socket near, Socket far)
{
    /// <summary>The connection breaks for both.</summary>
    public void Cut()
    {
        near.Close(0);
        far.Close(0);
    }

    /// <summary>The bot is told that the connection is closed, between two messages of the gateway.</summary>
    public async Task CloseAsync(int code)
    {
        byte[] frame = [0x88, 2, (byte)(code >> 8), (byte)code]; // RFC 6455, 5.5.1
        await near.SendAsync(frame);
    }

    internal Task CarryAsync() => Task.WhenAll(CarryAsync(near, far), CarryAsync(far, near));

    private async Task CarryAsync(Socket from, Socket to)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReceiveAsync(buffer) is var length and > 0)
            {
                await to.SendAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, here or at one of its ends.
        }
        Cut();
    }
}
