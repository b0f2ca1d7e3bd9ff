using System.Diagnostics;
using System.Globalization;
using PaperBot.DiscordSimulator;

namespace PaperBot.Benchmarks.Discord;

/// <summary>
/// PaperBot for a long time in trouble: 50 questions a second, and every few seconds a fault of the gateway or of REST. Each
/// question that can have reached it must be answered within three seconds; what can have, the simulator knows.
/// </summary>
internal sealed class SoakDiscord
{
    private const int PerSecond = 50;

    // Silence alone, once in 21 faults, can cost two beats and the two seconds before a try: about two of a hundred questions.
    private const double MostExcused = 0.03;

    // While nobody is connected nobody can answer; but who is away this often is no use, however well each absence is explained.
    private const double MostAlone = 1 / 3.0;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PromiseLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(30);

    // Short, because a silent connection is known as dead only after two beats, and nobody is answered meanwhile.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // What is sent again after a resume must leave one of the three seconds for the answer.
    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(2);

    // What was sent on a connection that was cut sooner may never have been read.
    private static readonly TimeSpan Standing = TimeSpan.FromSeconds(0.3);

    private readonly Simulator discord;
    private readonly DiscordClient bot;
    private readonly Random dice = new(20260105);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Queue<(TimeSpan At, InjectedInteraction Asked)> waiting = new();
    private readonly Queue<(TimeSpan At, InjectedInteraction Asked)> promised = new();
    private readonly SoakQuestions questions;
    private readonly SoakFaults trouble;
    private readonly Dictionary<string, int> faults = [];
    private readonly List<string> notes = [];
    private (string Name, TimeSpan At) lastFault;
    private TimeSpan? awaySince;
    private TimeSpan longestAway;
    private int answered;
    private int unheard;
    private int cut;
    private int silent;
    private int missed;
    private int broken;

    private SoakDiscord(Simulator discord, DiscordClient bot)
    {
        this.discord = discord;
        this.bot = bot;
        questions = new SoakQuestions(discord, new Random(7)); // its own, so that the faults come in the same order
        trouble = new SoakFaults(discord, dice);
    }

    /// <returns>0 where no question was missed, few were excused, every request was valid and memory did not grow.</returns>
    public static async Task<int> RunAsync(double minutes)
    {
        await using var simulator = await Simulator.StartAsync(
            new SimulatorOptions
            {
                Remember = Remember.Answers,
                SpecPath = Spec,
                TokenLife = TimeSpan.FromMinutes(1), // so long are answers kept
                Gateway = new GatewayOptions
                {
                    HeartbeatInterval = Beat,
                    IdentifyEvery = TimeSpan.Zero,
                    SessionStarts = int.MaxValue,
                },
            }
        );
        await using var client = DiscordClient.PaperBot(simulator);
        await simulator.WaitForCommandAsync("help", TimeSpan.FromMinutes(2));
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
                waiting.Enqueue((clock.Elapsed, questions.Ask(asked)));
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
        while (promised.TryPeek(out var first) && (all || now - first.At > PromiseLimit))
        {
            promised.Dequeue();
            if (!IsKept(first.Asked) && now - first.At > PromiseLimit)
            {
                broken++;
                Note(first.At, first.Asked, "promised and not kept");
            }
        }
    }

    private void Judge(TimeSpan at, InjectedInteraction asked)
    {
        if (asked.Acknowledgement is { } answer && answer.Milliseconds <= AnswerLimit.TotalMilliseconds)
        {
            answered++;
            questions.Answered(asked);
            if (!IsKept(asked))
            {
                promised.Enqueue((at, asked));
            }
            return;
        }
        switch (asked.ReachWithin(Heard, Standing))
        {
            case Reach.CutOff:
                cut++;
                break;
            case Reach.Silence:
                silent++;
                break;
            case Reach.Nobody:
                unheard++;
                break;
            default:
                missed++;
                Note(at, asked, "missed");
                break;
        }
    }

    private static bool IsKept(InjectedInteraction asked) =>
        asked.Acknowledgement is not { Type: 5 } || asked.Messages.Any(message => !message.IsLoading);

    private void Note(TimeSpan at, InjectedInteraction asked, string what)
    {
        if (notes.Count < 20)
        {
            // Late, refused or with its answer lost: a callback that came after the limit says that the bot was slow.
            var callback = asked.FirstCallback is { } first
                ? string.Create(CultureInfo.InvariantCulture, $"a callback after {first.TotalSeconds:0.00} s")
                : "no callback";
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at:mm\\:ss\\.fff} {what}: type {asked.Type}, {callback}; now {clock.Elapsed:mm\\:ss\\.fff}, last fault {lastFault.Name} at {lastFault.At:mm\\:ss\\.fff}"
                )
            );
        }
    }

    private void Break()
    {
        var name = trouble.Next();
        faults[name] = faults.GetValueOrDefault(name) + 1;
        lastFault = (name, clock.Elapsed);
    }

    private int Judge(double early)
    {
        Say();
        foreach (var (name, times) in faults.OrderByDescending(fault => fault.Value))
        {
            Console.WriteLine($"  {times} × {name}");
        }
        foreach (var line in notes.Concat(discord.InvalidRequests.Take(10).Select(Invalid)))
        {
            Console.WriteLine($"  {line}");
        }
        var failure = Failure(early);
        Console.WriteLine(failure is null ? "Held." : $"FAILED: {failure}");
        return failure is null ? 0 : 1;
    }

    private string? Failure(double early)
    {
        var asked = answered + missed + cut + silent + unheard;
        return bot.HasEnded ? $"the bot has ended."
            : missed > 0 ? $"{missed} questions were missed."
            : broken > 0 ? $"{broken} promises were not kept."
            : discord.InvalidRequests.Count > 0 ? $"{discord.InvalidRequests.Count} requests were invalid."
            : cut + silent > asked * MostExcused
                ? $"{cut + silent} of {asked} questions were lost with their connection, more than {MostExcused:P0}."
            : unheard > asked * MostAlone ? $"{unheard} of {asked} questions found nobody, more than {MostAlone:P0}."
            : longestAway > LongestAway ? $"away for {longestAway.TotalSeconds:0} s."
            : early > 0 && bot.Megabytes > early * 1.2 ? $"memory grew from {early:0} MB."
            : null;
    }

    private static string Invalid(SeenRequest request) =>
        $"{request.Method} {request.Path}{request.Query}: {string.Join("; ", request.Problems)}";

    // As the tests find it: in a folder beside the checkout. Without it requests are not checked.
    private static string? Spec
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "PaperBot.sln")))
            {
                root = root.Parent;
            }
            return
                root is not null
                && Path.Combine(root.FullName, "..", "shared", "discord", "openapi.json") is var path
                && File.Exists(path)
                ? path
                : null;
        }
    }

    private void Say() =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed:mm\\:ss}: {answered:N0} answered in time, {missed} missed, {cut} lost with their connection, {silent} asked in silence, {unheard} while nobody was connected; {faults.Values.Sum()} faults, away for {longestAway.TotalSeconds:0.0} s at most; {bot.Megabytes:0} MB"
            )
        );
}
