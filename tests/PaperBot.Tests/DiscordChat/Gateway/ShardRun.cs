using System.Collections.Concurrent;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>One shard that runs against a scripted gateway, on a clock that stands still.</summary>
internal sealed class ShardRun : IAsyncDisposable, IGatewayListener
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250); // what Conversation.Hello tells
    public static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> heard = [];
    private readonly ListLog<GatewayConnection> log = new();

    /// <param name="starts">Session starts that are left for the next hour.</param>
    /// <param name="unreachable">A host that cannot be reached from the start.</param>
    /// <param name="hangs">Connecting takes for ever.</param>
    public ShardRun(int starts = 1000, string? unreachable = null, bool hangs = false)
    {
        Gateway.Hangs = hangs;
        if (unreachable is not null)
        {
            Gateway.Unreachable[unreachable] = true;
        }
        var shard = new Shard(0, 1);
        Turns = new IdentifyTurns(Clock);
        Turns.Learn(1000, starts, TimeSpan.FromHours(1), 1);
        Running = new GatewayConnection(
            shard,
            new GatewaySession(Conversation.Token, shard),
            () => Gateway.Connect(),
            Turns,
            new Uri("wss://gateway.example"),
            this,
            Clock,
            log
        ).RunAsync(stop.Token);
    }

    public ScriptedGateway Gateway { get; } = new();

    public ManualClock Clock { get; } = new();

    public IdentifyTurns Turns { get; }

    public Task Running { get; }

    public IReadOnlyList<string> Heard => [.. heard];

    /// <summary>What the listener does with each event.</summary>
    public Action<string> OnEvent { get; set; } = _ => { };

    public void Up(Shard shard, GatewayAction.Up up) => Hear(up.IsNew ? "up" : "resumed");

    void IGatewayListener.Heard(Shard shard, string name, ReadOnlyMemory<byte> data) => Hear(name);

    public Task HeardAsync(string what, int times = 1) =>
        Until.HoldsAsync(() => Heard.Count(one => one == what) >= times, Patience, $"{what} was heard {times} times");

    /// <summary>The connection of that number, from 1, with a session that has just come up.</summary>
    public async Task<ScriptedConnection> UpAsync(int number = 1, string session = "first")
    {
        var connection = await Gateway.ConnectionAsync(number);
        connection.Says(Conversation.Hello);
        await connection.SentAsync(Opcode.Identify);
        connection.Says(Conversation.Ready(1, session));
        await Until.HoldsAsync(() => Heard.Count > 0 && Heard[^1] == "up", Patience, "the session is up");
        return connection;
    }

    /// <summary>The connection of that number, from 1, on which the session was resumed.</summary>
    public async Task<ScriptedConnection> ResumedAsync(int number)
    {
        var before = Heard.Count(one => one == "resumed");
        var connection = await Gateway.ConnectionAsync(number);
        connection.Says(Conversation.Hello);
        await connection.SentAsync(Opcode.Resume);
        connection.Says(Conversation.Resumed(2));
        await HeardAsync("resumed", before + 1);
        return connection;
    }

    /// <summary>Waits until somebody waits, and returns how long.</summary>
    /// <param name="after">So many waits were begun before.</param>
    public async Task<TimeSpan> WaitsAsync(int after, Func<TimeSpan, bool>? which = null)
    {
        which ??= _ => true;
        await Until.HoldsAsync(
            () => Clock.Asked.Skip(after).Any(which),
            Patience,
            $"somebody waits, after {string.Join(", ", Clock.Asked)}"
        );
        return Clock.Asked.Skip(after).First(which);
    }

    public Task StopAsync() => stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private void Hear(string what)
    {
        heard.Enqueue(what);
        OnEvent(what);
    }
}
