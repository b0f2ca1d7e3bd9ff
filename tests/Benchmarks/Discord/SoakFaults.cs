using PaperBot.DiscordSimulator;

namespace PaperBot.Benchmarks.Discord;

/// <summary>What can go wrong between Discord and a bot, in an order of chance, each as often as the others.</summary>
internal sealed class SoakFaults(Simulator discord, Random dice)
{
    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private static readonly int[] Codes = [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4009];

    private Queue<(string Name, Action<Simulator, Random> Act)> coming = new();

    /// <summary>Does the next one; returns its name.</summary>
    public string Next()
    {
        if (coming.Count == 0)
        {
            var all = All.ToArray();
            dice.Shuffle(all);
            coming = new Queue<(string, Action<Simulator, Random>)>(all);
        }
        var (name, act) = coming.Dequeue();
        act(discord, dice);
        return name;
    }

    private static readonly IReadOnlyList<(string Name, Action<Simulator, Random> Act)> All =
    [
        ("closed", (discord, dice) => discord.Gateway.Close(Codes[dice.Next(Codes.Length)])),
        ("cut", (discord, _) => discord.Gateway.Abort()),
        ("silent", (discord, _) => discord.Gateway.GoSilent()),
        ("asked to reconnect", (discord, _) => discord.Gateway.AskToReconnect()),
        ("session invalid, resumable", (discord, _) => discord.Gateway.InvalidateSessions(resumable: true)),
        ("session invalid", (discord, _) => discord.Gateway.InvalidateSessions(resumable: false)),
        ("session forgotten and cut", ForgetAndCut),
        ("cut in the handshake", CutInHandshake),
        ("refused and cut", RefuseAndCut),
        ("asked for a heartbeat", (discord, _) => discord.Gateway.AskForHeartbeat()),
        ("garbage", (discord, _) => discord.Gateway.SendText("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":{\"id\":")),
        ("no object", (discord, _) => discord.Gateway.SendText("[1,2,3]")),
        ("5 MB", (discord, _) => discord.Gateway.SendHuge(5_000_000)),
        ("twice", (discord, _) => discord.Gateway.RepeatLastEvent()),
        ("out of order", (discord, _) => discord.Gateway.DispatchAs(1, "SIMULATED", null)),
        ("500", (discord, _) => discord.Faults.Fail(Callback, 500, times: 5)),
        ("502", (discord, _) => discord.Faults.Fail(Callback, 502, times: 5)),
        ("reset before", (discord, _) => discord.Faults.Reset(Callback, times: 5)),
        ("reset after", (discord, _) => discord.Faults.Reset(Callback, times: 5, after: true)),
        ("slow", (discord, _) => discord.Faults.Delay(Callback, TimeSpan.FromSeconds(1), times: 20)),
        ("429", (discord, _) => discord.Faults.RateLimit(Callback, TimeSpan.FromSeconds(0.3), times: 10)),
    ];

    private static void ForgetAndCut(Simulator discord, Random dice)
    {
        discord.Gateway.ForgetSessions();
        discord.Gateway.Abort();
    }

    private static void CutInHandshake(Simulator discord, Random dice)
    {
        var steps = Enum.GetValues<HandshakeStep>();
        var step = steps[dice.Next(steps.Length)];
        Trap(discord, () => discord.Gateway.DropNext(step));
    }

    private static void RefuseAndCut(Simulator discord, Random dice) =>
        Trap(discord, () => discord.Gateway.RefuseUpgrades(2));

    // One at a time, and none while the bot is away: traps that add up are an outage, from which it may take its time.
    private static void Trap(Simulator discord, Action set)
    {
        if (discord.Gateway.IsReady)
        {
            discord.Gateway.ClearFaults();
            set();
            discord.Gateway.Abort();
        }
    }
}
