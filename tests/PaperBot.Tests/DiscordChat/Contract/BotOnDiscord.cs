using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Daily;
using PaperBot.DiscordChat;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.DiscordChat;

/// <summary>PaperBot as it runs, with the sample papers, on a simulated Discord. Its sources answer nothing.</summary>
internal sealed class BotOnDiscord : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempDatabase library = new();
    private readonly LogLines log = new();
    private IHost host = null!; // set by StartAsync
    private bool isStopped;
    private Action<IServiceCollection>? replace;

    private BotOnDiscord(Simulator discord) => Discord = discord;

    public Simulator Discord { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>What was logged, oldest first.</summary>
    public IReadOnlyCollection<string> Log => log.Lines;

    /// <summary>Real papers in place of the sample.</summary>
    public Task KeepAsync(params IEnumerable<PaperRecord> papers) => library.KeepAsync(papers);

    /// <summary>Why the bot gave up; null while it has not.</summary>
    public string? Ended => Services.GetRequiredService<IDiscordConnection>().Ended;

    /// <summary>
    /// A Discord without the five seconds between sessions, which checks every body where the description is at hand, and
    /// which is patient, because what a test is about shall not hang on how busy the machine is.
    /// </summary>
    public static SimulatorOptions Usual(GatewayOptions? gateway = null, TimeSpan? answerWithin = null) =>
        new()
        {
            SpecPath = Spec,
            AnswerWithin = answerWithin ?? Patience,
            Gateway = gateway ?? new GatewayOptions { IdentifyEvery = TimeSpan.Zero },
            // A bot that is started again and again is no part of what is tested.
            RateLimits = new RateLimitOptions
            {
                Routes = new Dictionary<string, RateLimit> { ["GET /gateway/bot"] = new(100, TimeSpan.FromSeconds(1)) },
            },
        };

    /// <summary>Where Discord's own description of its API is; null where it is not at hand.</summary>
    public static string? Spec =>
        Path.Combine(SharedFiles.RepositoryRoot, "..", "shared", "discord", "openapi.json") is var path
        && File.Exists(path)
            ? path
            : null;

    /// <param name="discord">By default <see cref="Usual"/>.</param>
    /// <param name="settings">Such as <c>Discord:TestGuildId</c>.</param>
    /// <param name="replace">Services in place of the real ones.</param>
    /// <param name="ready">Wait until its commands are there.</param>
    /// <param name="faults">What is broken when it starts.</param>
    /// <param name="prepare">Anything else that is done to Discord before it starts.</param>
    public static async Task<BotOnDiscord> StartAsync(
        SimulatorOptions? discord = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? replace = null,
        bool ready = true,
        Action<Faults>? faults = null,
        Action<Simulator>? prepare = null
    )
    {
        var bot = new BotOnDiscord(await Simulator.StartAsync(discord ?? Usual())) { replace = replace };
        faults?.Invoke(bot.Discord.Faults);
        prepare?.Invoke(bot.Discord);
        await bot.RunAsync(settings);
        if (ready)
        {
            await bot.ReadyAsync();
        }
        return bot;
    }

    /// <summary>The program ends and is started again, on the same library and the same Discord.</summary>
    public async Task RestartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        await StopAsync();
        await UntilAsync(() => !Discord.Gateway.IsReady, "The end of the old session");
        await RunAsync(settings);
        await UntilAsync(() => Discord.Gateway.IsReady, "The bot that was started again");
    }

    public async Task StopAsync()
    {
        if (!isStopped)
        {
            isStopped = true;
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>Until something is so; fails with what was logged when it does not come to be.</summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        try
        {
            await Until.HoldsAsync(holds, Patience, what);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what} did not come to be within {Patience.TotalSeconds} s.\n{string.Join('\n', Log)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        var sent = Discord.Requests.All;
        await Discord.DisposeAsync();
        library.Dispose();
        SentRules.AssertKept(sent);
    }

    private Task ReadyAsync() => UntilAsync(() => Discord.Commands().Count > 0, "The bot with its commands");

    private async Task RunAsync(IReadOnlyDictionary<string, string?>? settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(Path.Combine(SharedFiles.RepositoryRoot, "appsettings.json"));
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Library:Path"] = library.File,
                ["Discord:Token"] = Discord.Options.Token,
                ["Discord:RestUrl"] = new Uri(Discord.Address, "/api").ToString(),
                ["Sources:HuggingFace:BaseUrl"] = "http://127.0.0.1:9",
                ["Sources:Arxiv:ApiUrl"] = "http://127.0.0.1:9",
                ["Sources:Arxiv:FeedUrl"] = "http://127.0.0.1:9",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddProvider(log).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.Services.AddPaperBot(ClientUnderTest.Add);
        builder.Services.Remove(
            builder.Services.Single(service => service.ImplementationType == typeof(DailyPostService))
        );
        replace?.Invoke(builder.Services);
        host = builder.Build();
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(CancellationToken.None);
        await host.StartAsync();
        isStopped = false;
    }
}
