using System.Diagnostics;

namespace PaperBot.DiscordSimulator;

/// <summary>A steady stream of slash commands, open loop: a slow bot does not slow it down.</summary>
/// <param name="Rate">Interactions a second.</param>
/// <param name="Duration">How long they are sent.</param>
/// <param name="Command">A registered slash command, subcommand after a space.</param>
/// <param name="Values">Its options.</param>
public sealed record Load(
    double Rate,
    TimeSpan Duration,
    string Command,
    IReadOnlyDictionary<string, object?>? Values = null
)
{
    /// <summary>Where it is asked; null takes the first guild.</summary>
    public AskedFrom? From { get; init; }

    /// <summary>So many people ask in turn, because a bot may limit each of them.</summary>
    public int Users { get; init; } = 1_000;
}

/// <summary>What a load run measured; times from sending the event to receiving the callback.</summary>
/// <param name="Sent">Events that were handed to a connected session.</param>
/// <param name="Unsent">Events that nobody was connected for.</param>
/// <param name="Missed">Sent and not answered within the limit.</param>
public sealed record LoadReport(
    int Sent,
    int Unsent,
    int Acknowledged,
    int Missed,
    int Doubled,
    double P50Milliseconds,
    double P99Milliseconds,
    double MaxMilliseconds,
    double SentPerSecond
);

internal static class LoadRun
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    public static async Task<LoadReport> RunAsync(
        Injector inject,
        World world,
        Load load,
        TimeSpan answerWithin,
        CancellationToken ct
    )
    {
        var from = load.From ?? new AskedFrom();
        var templates = Enumerable
            .Range(0, Math.Max(1, load.Users))
            .Select(number => (load.From ?? new AskedFrom()) with { User = world.NewUser($"user {number}") })
            .Select(user => inject.Template(load.Command, load.Values, user))
            .ToList();
        var channel = from.In(world);
        var total = (int)(load.Rate * load.Duration.TotalSeconds);
        var all = new List<InjectedInteraction>(total);
        var watch = Stopwatch.StartNew();
        // A thread of its own keeps the pace, however busy the pool is.
        await Task.Factory.StartNew(
            () => Send(inject, load.Rate, total, all, templates, channel, ct),
            ct,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        var seconds = watch.Elapsed.TotalSeconds;
        var sent = all.Where(i => i.WasSent).ToList();
        // The last ones have their time too.
        var deadline = Stopwatch.StartNew();
        while (
            sent.Exists(i => i.Acknowledgement is null) && deadline.Elapsed < answerWithin + TimeSpan.FromSeconds(0.2)
        )
        {
            await Task.Delay(10, ct);
        }
        return Report(all, sent, seconds);
    }

    private static void Send(
        Injector inject,
        double rate,
        int total,
        List<InjectedInteraction> all,
        List<(byte[] Head, byte[] Middle, byte[] Tail)> templates,
        Channel channel,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        while (all.Count < total && !ct.IsCancellationRequested)
        {
            var due = Math.Min(total, (int)(watch.Elapsed.TotalSeconds * rate) + 1);
            while (all.Count < due)
            {
                all.Add(inject.SendTemplate(templates[all.Count % templates.Count], channel));
            }
            Thread.Sleep(Tick);
        }
    }

    private static LoadReport Report(List<InjectedInteraction> all, List<InjectedInteraction> sent, double seconds)
    {
        var times = sent.Select(i => i.Acknowledgement)
            .OfType<Acknowledgement>()
            .Select(a => a.Milliseconds)
            .Order()
            .ToList();
        return new LoadReport(
            sent.Count,
            all.Count - sent.Count,
            times.Count,
            sent.Count - times.Count,
            sent.Count(i => i.Answers > 1),
            At(times, 0.5),
            At(times, 0.99),
            At(times, 1),
            Math.Round(all.Count / seconds, 1)
        );
    }

    private static double At(List<double> sorted, double part) =>
        sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)], 3);
}
