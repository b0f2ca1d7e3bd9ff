using System.Diagnostics;
using System.Globalization;
using PaperBot.Benchmarks.Discord;
using PaperBot.DiscordSimulator;
using PaperBot.Skills.Digests;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// Many channels whose digests are due at the same minute, on the simulated Discord with its rate limits, while people go on
/// asking: how long it takes against the limit of 50 requests a second, how soon people are answered meanwhile, and the
/// memory of the bot's process.
/// </summary>
internal static class LoadDigests
{
    private const string Post = "POST /channels/{channel}/messages";
    private const string Asked = "help";
    private const double AskedPerSecond = 20;
    private const int PermittedPerSecond = 50;
    private const int MostTopics = 5; // so that not all choose the same
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(int channels)
    {
        await using var discord = await Simulator.StartAsync(
            new SimulatorOptions
            {
                Guilds = channels,
                Gateway = new GatewayOptions { Shards = 1, GuildsPerShard = int.MaxValue },
            }
        );
        using var sources = new SilentSources();
        using var library = new DueLibrary();
        await library.FillAsync(100);
        // Late enough for the bot to be connected and its code to be compiled by then.
        var due = Minute(TimeProvider.System.GetUtcNow().AddSeconds(120));
        foreach (var (i, guild) in discord.World.Guilds.Index())
        {
            var topic = string.Create(CultureInfo.InvariantCulture, $"{i % MostTopics}");
            library.Add(
                guild.Id,
                guild.General.Id,
                new DigestSettings { Papers = 3, Topics = i % 2 == 0 ? [] : [$"kind {topic}"] },
                due
            );
        }
        await using var bot = DiscordClient.PaperBot(discord, library.For(sources));
        await discord.WaitForCommandAsync(Asked, StartLimit);
        await discord.LoadAsync(new Load(100, TimeSpan.FromSeconds(10), Asked)); // until its code is compiled
        await Task.Delay(due - TimeProvider.System.GetUtcNow());
        return await MeasureAsync(discord, library, bot, channels, due);
    }

    private static async Task<int> MeasureAsync(
        Simulator discord,
        DueLibrary library,
        DiscordClient bot,
        int channels,
        DateTimeOffset due
    )
    {
        var permitted = TimeSpan.FromSeconds((double)channels / PermittedPerSecond);
        var before = bot.Megabytes;
        var memory = new List<double>();
        var load = discord.LoadAsync(new Load(AskedPerSecond, permitted, Asked));
        var watch = Stopwatch.StartNew();
        while (library.Open(channels) is not 0 && watch.Elapsed < 2 * permitted + Settle)
        {
            memory.Add(bot.Megabytes);
            await Task.Delay(1_000);
        }
        var answers = await load;
        var posts = discord.Requests.To(Post).Where(post => post.Status == 200).ToList();
        var served = discord.World.Guilds.Count(guild => guild.General.Messages.Count == 1);
        var refused = discord.Requests.Statuses.GetValueOrDefault(429);
        var took = posts.Count == 0 ? TimeSpan.MaxValue : posts.Max(post => post.At) - due;
        var first = posts.Count == 0 ? TimeSpan.MaxValue : posts.Min(post => post.At) - due;
        Say(
            $"{channels:N0} channels due at one minute: {served:N0} have their one digest, {refused} requests answered 429."
        );
        Say(
            $"The last came {took.TotalSeconds:0.0} s after the minute, the first {first.TotalSeconds:0.0} s; {PermittedPerSecond} a second permit {permitted.TotalSeconds:0.0} s: {took / permitted:0.000} of that."
        );
        Say(
            $"Meanwhile {answers.Sent:N0} people asked /{Asked}: missed {answers.Missed}, p50 {answers.P50Milliseconds:0.0} ms, p99 {answers.P99Milliseconds:0.0} ms, max {answers.MaxMilliseconds:0} ms."
        );
        Say(
            $"Memory: {before:0} MB before, {At(memory, 0.25):0} MB after a quarter, {At(memory, 0.5):0} MB after half, {At(memory, 1):0} MB at the end, {memory.DefaultIfEmpty().Max():0} MB at most."
        );
        return served == channels && answers is { Missed: 0, MaxMilliseconds: < 1_000 } ? 0 : 1;
    }

    private static double At(List<double> memory, double part) =>
        memory.Count == 0 ? 0 : memory[(int)((memory.Count - 1) * part)];

    private static DateTimeOffset Minute(DateTimeOffset moment) =>
        new(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, 0, TimeSpan.Zero);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
