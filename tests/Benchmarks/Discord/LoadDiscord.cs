using System.Diagnostics;
using System.Globalization;
using PaperBot.DiscordSimulator;

namespace PaperBot.Benchmarks.Discord;

/// <summary>
/// A bot under a steady stream of /help on the simulator: times from sending the event to receiving the answer, CPU time
/// and memory of the bot's process. Simulator and bot have a core each where there are two.
/// </summary>
internal static class LoadDiscord
{
    private const string Asked = "help";
    private const int ManyGuilds = 10_000;
    private static readonly double[] Rates = [500, 1_000, 1_500];
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    /// <param name="start">Starts the bot to be measured.</param>
    /// <param name="seconds">Of each rate.</param>
    public static async Task<int> RunAsync(Func<Simulator, DiscordClient> start, int seconds)
    {
        if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1)
        {
            using var own = Process.GetCurrentProcess();
            own.ProcessorAffinity = 1;
        }
        await RatesAsync(start, TimeSpan.FromSeconds(seconds));
        await GuildsAsync(start);
        return 0;
    }

    private static async Task RatesAsync(Func<Simulator, DiscordClient> start, TimeSpan duration)
    {
        await using var discord = await Simulator.StartAsync(Options(guilds: 1));
        await using var bot = start(discord);
        await discord.WaitForCommandAsync(Asked, StartLimit);
        Say($"idle: {bot.Megabytes:0} MB");
        await discord.LoadAsync(new Load(300, TimeSpan.FromSeconds(15), Asked)); // until its code is compiled
        foreach (var rate in Rates)
        {
            var before = bot.Cpu;
            var load = await discord.LoadAsync(new Load(rate, duration, Asked));
            var cpu = (bot.Cpu - before).TotalSeconds / load.Sent * 1_000;
            Say(
                $"{rate:0}/s for {duration.TotalSeconds:0} s: sent {load.Sent:N0} ({load.SentPerSecond:0}/s), missed {load.Missed}, doubled {load.Doubled}, p50 {load.P50Milliseconds:0.00} ms, p99 {load.P99Milliseconds:0.0} ms, max {load.MaxMilliseconds:0.0} ms, CPU {cpu:0.00} s per 1,000, {bot.Megabytes:0} MB"
            );
        }
    }

    private static async Task GuildsAsync(Func<Simulator, DiscordClient> start)
    {
        await using var discord = await Simulator.StartAsync(Options(ManyGuilds));
        await using var bot = start(discord);
        while (discord.Gateway.Clients.Count == 0)
        {
            await Task.Delay(1);
        }
        var watch = Stopwatch.StartNew();
        await discord.Gateway.WaitUntilReadyAsync(StartLimit);
        var ready = watch.Elapsed;
        await discord.WaitForCommandAsync(Asked, StartLimit);
        // Events come in order: who answers has read every server before.
        var answered = await discord.Inject.Slash(Asked).WaitForAnswerAsync(StartLimit);
        var all = watch.Elapsed;
        Say(
            $"{ManyGuilds:N0} servers: READY {ready.TotalSeconds:0.00} s after the connection, the first answer {(answered is null ? "never" : $"{all.TotalSeconds:0.00} s")} after it, {bot.Megabytes:0} MB"
        );
        await Task.Delay(TimeSpan.FromSeconds(10));
        Say($"{ManyGuilds:N0} servers, ten seconds later: {bot.Megabytes:0} MB");
    }

    private static SimulatorOptions Options(int guilds) =>
        new()
        {
            Guilds = guilds,
            Remember = Remember.Counters,
            Gateway = new GatewayOptions { Shards = 1, GuildsPerShard = int.MaxValue },
        };

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
