using System.Diagnostics;
using System.Globalization;
using PaperBot.DiscordSimulator;

namespace PaperBot.Benchmarks.Discord;

/// <summary>
/// PaperBot for a long time in trouble: 50 questions a second, and every few seconds a fault of the gateway or of REST. Each
/// question must be answered within three seconds, unless the connection that carried it was cut.
/// </summary>
internal sealed class SoakDiscord
{
    private const string Asked = "help";
    private const int PerSecond = 50;
    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);

    private static readonly int[] Codes = [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4009];

    private readonly Simulator discord;
    private readonly DiscordClient bot;
    private readonly Random dice = new(20260105);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Queue<(TimeSpan At, InjectedInteraction Asked)> waiting = new();
    private readonly List<AskedFrom> people;
    private readonly Dictionary<string, int> faults = [];
    private readonly List<TimeSpan> cuts = [];
    private TimeSpan? awaySince;
    private TimeSpan longestAway;
    private int answered;
    private int unheard;
    private int cut;
    private int missed;

    private SoakDiscord(Simulator discord, DiscordClient bot)
    {
        this.discord = discord;
        this.bot = bot;
        people = [.. Enumerable.Range(0, 500).Select(i => new AskedFrom { User = discord.World.NewUser($"user {i}") })];
    }

    /// <returns>0 where no question was missed and memory did not grow.</returns>
    public static async Task<int> RunAsync(double minutes)
    {
        await using var simulator = await Simulator.StartAsync(
            new SimulatorOptions
            {
                Remember = Remember.Counters,
                Gateway = new GatewayOptions
                {
                    HeartbeatInterval = Beat,
                    IdentifyEvery = TimeSpan.Zero,
                    SessionStarts = int.MaxValue,
                },
            }
        );
        await using var client = DiscordClient.PaperBot(simulator);
        await simulator.WaitForCommandAsync(Asked, TimeSpan.FromMinutes(2));
        return await new SoakDiscord(simulator, client).RunAsync(TimeSpan.FromMinutes(minutes));
    }

    private async Task<int> RunAsync(TimeSpan duration)
    {
        var nextFault = TimeSpan.FromSeconds(5);
        var nextLine = TimeSpan.FromMinutes(1);
        var early = 0.0;
        for (var asked = 0; clock.Elapsed < duration && !bot.HasEnded; )
        {
            for (; asked < clock.Elapsed.TotalSeconds * PerSecond; asked++)
            {
                waiting.Enqueue((clock.Elapsed, discord.Inject.Slash(Asked, from: people[asked % people.Count])));
            }
            LookAround();
            if (clock.Elapsed >= nextFault)
            {
                Break();
                nextFault = clock.Elapsed + TimeSpan.FromSeconds(2 + dice.NextDouble() * 4);
            }
            if (clock.Elapsed >= nextLine)
            {
                Say();
                early = early == 0 && clock.Elapsed >= duration / 4 ? bot.Megabytes : early;
                nextLine += TimeSpan.FromMinutes(1);
            }
            await Task.Delay(5);
        }
        await Task.Delay(AnswerLimit);
        LookAround(all: true);
        return Judge(early);
    }

    // What is old enough to be judged; and whether somebody is connected.
    private void LookAround(bool all = false)
    {
        var now = clock.Elapsed;
        if (!discord.Gateway.IsReady)
        {
            awaySince ??= now;
        }
        else if (awaySince is { } since)
        {
            longestAway = now - since > longestAway ? now - since : longestAway;
            awaySince = null;
        }
        while (waiting.TryPeek(out var oldest) && (all || now - oldest.At > AnswerLimit + TimeSpan.FromSeconds(1)))
        {
            waiting.Dequeue();
            Judge(oldest.At, oldest.Asked);
        }
    }

    private void Judge(TimeSpan at, InjectedInteraction asked)
    {
        if (asked.Acknowledgement is { } answer && answer.Milliseconds <= AnswerLimit.TotalMilliseconds)
        {
            answered++;
        }
        else if (!asked.WasSent)
        {
            unheard++;
        }
        // A silent connection is known as dead only after two beats.
        else if (cuts.Exists(when => at > when - AnswerLimit && at < when + 3 * Beat))
        {
            cut++;
        }
        else
        {
            missed++;
        }
    }

    private void Break()
    {
        var (name, isCut, act) = Faults[dice.Next(Faults.Count)];
        faults[name] = faults.GetValueOrDefault(name) + 1;
        if (isCut)
        {
            cuts.Add(clock.Elapsed);
            cuts.RemoveAll(when => clock.Elapsed - when > TimeSpan.FromMinutes(1));
        }
        act(discord, dice);
    }

    private static readonly IReadOnlyList<(string Name, bool IsCut, Action<Simulator, Random> Act)> Faults =
    [
        ("closed", true, (discord, dice) => discord.Gateway.Close(Codes[dice.Next(Codes.Length)])),
        ("cut", true, (discord, _) => discord.Gateway.Abort()),
        ("silent", true, (discord, _) => discord.Gateway.GoSilent()),
        ("asked to reconnect", true, (discord, _) => discord.Gateway.AskToReconnect()),
        ("session invalid, resumable", true, (discord, _) => discord.Gateway.InvalidateSessions(resumable: true)),
        ("session invalid", true, (discord, _) => discord.Gateway.InvalidateSessions(resumable: false)),
        ("session forgotten and cut", true, ForgetAndCut),
        ("cut in the handshake", true, CutInHandshake),
        ("refused and cut", true, RefuseAndCut),
        ("asked for a heartbeat", false, (discord, _) => discord.Gateway.AskForHeartbeat()),
        (
            "garbage",
            false,
            (discord, _) => discord.Gateway.SendText("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":{\"id\":")
        ),
        ("no object", false, (discord, _) => discord.Gateway.SendText("[1,2,3]")),
        ("5 MB", false, (discord, _) => discord.Gateway.SendHuge(5_000_000)),
        ("twice", false, (discord, _) => discord.Gateway.RepeatLastEvent()),
        ("out of order", false, (discord, _) => discord.Gateway.DispatchAs(1, "SIMULATED", null)),
        ("500", false, (discord, _) => discord.Faults.Fail(Callback, 500, times: 5)),
        ("502", false, (discord, _) => discord.Faults.Fail(Callback, 502, times: 5)),
        ("reset before", false, (discord, _) => discord.Faults.Reset(Callback, times: 5)),
        ("reset after", false, (discord, _) => discord.Faults.Reset(Callback, times: 5, after: true)),
        ("slow", false, (discord, _) => discord.Faults.Delay(Callback, TimeSpan.FromSeconds(1), times: 20)),
        ("429", false, (discord, _) => discord.Faults.RateLimit(Callback, TimeSpan.FromSeconds(0.3), times: 10)),
    ];

    private static void ForgetAndCut(Simulator discord, Random dice)
    {
        discord.Gateway.ForgetSessions();
        discord.Gateway.Abort();
    }

    private static void CutInHandshake(Simulator discord, Random dice)
    {
        var steps = Enum.GetValues<HandshakeStep>();
        discord.Gateway.DropNext(steps[dice.Next(steps.Length)]);
        discord.Gateway.Abort();
    }

    private static void RefuseAndCut(Simulator discord, Random dice)
    {
        discord.Gateway.RefuseUpgrades(2);
        discord.Gateway.Abort();
    }

    private int Judge(double early)
    {
        Say();
        foreach (var (name, times) in faults.OrderByDescending(fault => fault.Value))
        {
            Console.WriteLine($"  {times} × {name}");
        }
        var grew = early > 0 && bot.Megabytes > early * 1.2;
        var invalid = discord.InvalidRequests.Count;
        Console.WriteLine(
            bot.HasEnded ? "FAILED: the bot has ended."
            : missed > 0 ? $"FAILED: {missed} questions were missed."
            : invalid > 0 ? $"FAILED: {invalid} requests were invalid."
            : longestAway > LongestAway
                ? string.Create(CultureInfo.InvariantCulture, $"FAILED: away for {longestAway.TotalSeconds:0} s.")
            : grew ? string.Create(CultureInfo.InvariantCulture, $"FAILED: memory grew from {early:0} MB.")
            : "Held."
        );
        return bot.HasEnded || missed > 0 || invalid > 0 || longestAway > LongestAway || grew ? 1 : 0;
    }

    private void Say() =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed:mm\\:ss}: {answered:N0} answered in time, {missed} missed, {cut} lost with their connection, {unheard} asked while nobody was connected; {faults.Values.Sum()} faults, away for {longestAway.TotalSeconds:0.0} s at most; {bot.Megabytes:0} MB"
            )
        );
}
