using System.Collections.Concurrent;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>One shard with real sockets on a simulated Discord that a test may spoil before it begins.</summary>
internal sealed class ShardOnDiscord : IAsyncDisposable, IGatewayListener
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> heard = [];
    private readonly ListLog<GatewayConnection> log = new();

    private ShardOnDiscord(Simulator discord) => Discord = discord;

    public Simulator Discord { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Events, and "up" and "resumed".</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    /// <param name="spoil">Before the first connection.</param>
    public static async Task<ShardOnDiscord> StartAsync(Action<Simulator>? spoil = null)
    {
        var shard = new ShardOnDiscord(
            await Simulator.StartAsync(
                new SimulatorOptions { Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.Zero } }
            )
        );
        spoil?.Invoke(shard.Discord);
        shard.Run();
        return shard;
    }

    void IGatewayListener.Up(Shard shard, GatewayAction.Up up) => heard.Enqueue(up.IsNew ? "up" : "resumed");

    void IGatewayListener.Heard(Shard shard, string name, ReadOnlyMemory<byte> data) => heard.Enqueue(name);

    public async Task HeardAsync(string what)
    {
        try
        {
            await Until.HoldsAsync(() => heard.Contains(what), Patience, what);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what} was not heard, only {string.Join(", ", heard)}.\n{string.Join('\n', log.Lines)}");
        }
    }

    /// <summary>An event of that name is heard, once.</summary>
    public async Task HearsAsync(string what)
    {
        Discord.Gateway.Dispatch(what, new System.Text.Json.Nodes.JsonObject());
        await HeardAsync(what);
        Assert.Single(heard, one => one == what);
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        stop.Dispose();
    }

    private void Run()
    {
        var shard = new Shard(0, 1);
        var turns = new IdentifyTurns(TimeProvider.System);
        turns.Learn(1000, 1000, TimeSpan.FromDays(1), 1);
        Running = new GatewayConnection(
            shard,
            new GatewaySession(Discord.Options.Token, shard),
            () => new WebSocketTransport(),
            turns,
            Discord.GatewayAddress,
            this,
            TimeProvider.System,
            log
        ).RunAsync(stop.Token);
    }
}
