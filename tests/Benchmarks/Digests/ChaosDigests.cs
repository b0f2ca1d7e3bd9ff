using System.Diagnostics;
using System.Globalization;
using PaperBot.Benchmarks.Discord;
using PaperBot.DiscordSimulator;
using PaperBot.Skills.Digests;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// PaperBot is killed (SIGKILL) at every step of bringing digests: a request that has had no effect yet, one that has had it
/// and is not answered, one that is answered and not yet written down. Started again, it must bring each channel its digest,
/// once: a message with its thread, a message that is published, a forum's posts.
/// </summary>
internal sealed class ChaosDigests
{
    private const string Post = "POST /channels/{channel}/messages";
    private const string Crosspost = "POST /channels/{channel}/messages/{message}/crosspost";
    private const string Thread = "POST /channels/{channel}/messages/{message}/threads";
    private const string ForumPost = "POST /channels/{channel}/threads";
    private const int Digests = 3;
    private const int PapersOfDigest = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // Each request that three digests need, by its route and which one of the route it is.
    private static readonly (string Route, int Number)[] Steps =
    [
        (Post, 1),
        (Post, 2),
        (Crosspost, 1),
        (Thread, 1),
        (ForumPost, 1),
        (ForumPost, 2),
    ];

    private readonly Random random = new(20261125);

    private enum Moment
    {
        BeforeTheEffect,
        BeforeTheAnswer,
        AfterTheAnswer,
    }

    public static async Task<int> RunAsync(int kills)
    {
        var run = new ChaosDigests();
        using var sources = new SilentSources();
        var watch = Stopwatch.StartNew();
        var wrong = new List<string>();
        var open = 0;
        for (var i = 0; i < kills; i++)
        {
            var (step, moment) = (Steps[i % Steps.Length], (Moment)(i / Steps.Length % 3));
            var (problem, wasOpen) = await run.KillAsync(sources, step.Route, step.Number, moment);
            open += wasOpen ? 1 : 0;
            if (problem is not null)
            {
                wrong.Add($"kill {i + 1}, {moment} of {step.Route} no. {step.Number}: {problem}");
                Console.WriteLine(wrong[^1]);
            }
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kills} kills at {Steps.Length} requests and 3 moments of each: {wrong.Count} wrong; after {open} of them something was still to be sent or in doubt. {watch.Elapsed.TotalMinutes:0.0} min on {Environment.ProcessorCount} cores."
            )
        );
        return wrong.Count == 0 ? 0 : 1;
    }

    private async Task<(string? Problem, bool WasOpen)> KillAsync(
        SilentSources sources,
        string route,
        int number,
        Moment moment
    )
    {
        await using var discord = await Simulator.StartAsync(
            new SimulatorOptions { RateLimits = new RateLimitOptions { Enabled = false } }
        );
        var guild = discord.World.Guilds[0];
        var text = discord.AddChannel(guild, "papers");
        var news = discord.AddChannel(guild, "news", 5);
        var forum = discord.AddChannel(guild, "forum", 15);
        using var library = new DueLibrary();
        await library.FillAsync(10);
        var settings = new DigestSettings { Papers = PapersOfDigest };
        library.Add(guild.Id, text.Id, settings with { HasThread = true });
        library.Add(guild.Id, news.Id, settings with { Place = DigestPlace.Announcement });
        library.Add(guild.Id, forum.Id, settings with { Place = DigestPlace.Forum });

        await KillAtAsync(discord, library.For(sources), route, number, moment);
        var wasOpen = library.Open(Digests) is > 0;
        discord.Faults.Clear();
        if (random.Next(2) == 0)
        {
            discord.ForgetNonces(); // as some minutes later
        }
        await using (DiscordClient.PaperBot(discord, library.For(sources)))
        {
            var watch = Stopwatch.StartNew();
            while (library.Open(Digests) is not 0)
            {
                if (watch.Elapsed > Limit)
                {
                    return ($"not done after {Limit.TotalMinutes} minutes: {library.Error()}", wasOpen);
                }
                await Task.Delay(50);
            }
        }
        return (Problem(discord, text, news, forum), wasOpen);
    }

    private async Task KillAtAsync(
        Simulator discord,
        Dictionary<string, string> settings,
        string route,
        int number,
        Moment moment
    )
    {
        if (moment != Moment.AfterTheAnswer)
        {
            if (number > 1)
            {
                discord.Faults.Delay(route, TimeSpan.Zero, number - 1); // these are answered as usual
            }
            discord.Faults.Add(
                new RestFault(route)
                {
                    Delay = Limit,
                    CarryOut = moment == Moment.BeforeTheAnswer,
                    Status = 500,
                }
            );
        }
        await using var bot = DiscordClient.PaperBot(discord, settings);
        var watch = Stopwatch.StartNew();
        while (
            watch.Elapsed < Limit
            && (
                moment == Moment.AfterTheAnswer
                    ? discord.Requests.To(route).Count < number
                    : discord.Faults.Waiting.Count > 0
            )
        )
        {
            await Task.Delay(1);
        }
        // It has taken the request; its effect takes a moment more, and so does what the bot writes down.
        await Task.Delay(moment == Moment.AfterTheAnswer ? random.Next(0, 6) : random.Next(20, 60));
    }

    private static string? Problem(Simulator discord, Channel text, Channel news, Channel forum)
    {
        var posts = discord.Threads(forum).Select(post => post.Name).ToList();
        return (text.Messages.Count, discord.Threads(text).Count, news.Messages.Count, news.Crossposts)
                is not
                (1, 1, 1, 1)
                ? $"{text.Messages.Count} messages with {discord.Threads(text).Count} threads, {news.Messages.Count} messages published {news.Crossposts} times"
            : posts.Count != PapersOfDigest || posts.Distinct().Count() != posts.Count
                ? $"posts of the forum: {string.Join(" | ", posts)}"
            : null;
    }
}
