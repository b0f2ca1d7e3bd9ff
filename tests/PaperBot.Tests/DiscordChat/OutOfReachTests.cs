using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The bot is started while Discord cannot be reached.</summary>
public sealed class OutOfReachTests
{
    private const int Tries = 2 * DiscordSender.MostTries + 1; // more than one request makes

    private static readonly Dictionary<string, Action<Faults>> Refusals = new()
    {
        ["connection reset"] = faults => faults.Reset("GET /gateway/bot", Tries),
        ["503"] = faults => faults.Fail("GET /gateway/bot", 503, Tries),
        ["a proxy's page"] = faults =>
            faults.Add(
                new RestFault("*")
                {
                    Status = 200,
                    Body = "<html>",
                    Times = 3,
                }
            ),
        ["429"] = faults => faults.RateLimit("*", TimeSpan.FromSeconds(0.3), "user", Tries),
        ["429 for the bot"] = faults => faults.RateLimit("*", TimeSpan.FromSeconds(0.3), "global", Tries),
    };

    [Fact]
    public async Task A_name_that_does_not_exist_is_one_sentence_and_the_bot_goes_on_trying_until_it_is_stopped()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            settings: new Dictionary<string, string?> { ["Discord:RestUrl"] = "https://no-such-host.invalid/api" },
            replace: services => services.AddSingleton<TimeProvider>(Hurried()),
            ready: false
        );
        await bot.UntilAsync(
            () => Lines(bot, "is tried again after").Count() > 2 * (DiscordSender.MostTries - 1),
            "A third request"
        );

        var stopping = bot.StopAsync();

        await stopping.WaitAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(
            [
                "Warning Discord cannot be reached: the name no-such-host.invalid is not known. Check the network and its DNS. It is tried again.",
            ],
            Serious(bot)
        );
    }

    // All at once, because each waits for seconds.
    [Fact]
    public Task When_Discord_can_be_reached_again_the_bot_comes_up_by_itself() =>
        Task.WhenAll(
            Refusals
                .Select(refusal => ComesUpAsync(refusal.Key, refusal.Value, _ => { }))
                .Append(ComesUpAsync("name not known", _ => { }, FailFirst(SocketError.HostNotFound)))
                .Append(ComesUpAsync("connection refused", _ => { }, FailFirst(SocketError.ConnectionRefused)))
        );

    private static async Task ComesUpAsync(string what, Action<Faults> faults, Action<IServiceCollection> replace)
    {
        await using var bot = await BotOnDiscord.StartAsync(
            replace: services =>
            {
                services.AddSingleton<TimeProvider>(Hurried());
                replace(services);
            },
            ready: false,
            faults: faults
        );
        await bot.UntilAsync(() => bot.Discord.Commands().Count > 0, $"The bot after '{what}'");

        Assert.NotNull(await bot.Discord.Inject.Slash("help").WaitForMessageAsync());
        Assert.Empty(bot.Discord.Faults.Waiting);
        Assert.Null(bot.Ended);
        Assert.Single(Serious(bot), line => line.EndsWith("It is tried again.", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static HurriedClock Hurried() => new(times: 25, limits: false);

    // The first connections fail as the system reports it; the others are made.
    private static Action<IServiceCollection> FailFirst(SocketError error) =>
        services =>
        {
            var failures = Tries;
            var http = new HttpClient(
                new SocketsHttpHandler
                {
                    ConnectCallback = async (context, ct) =>
                    {
                        if (Interlocked.Decrement(ref failures) >= 0)
                        {
                            throw new SocketException((int)error);
                        }
                        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                        await socket.ConnectAsync(context.DnsEndPoint, ct);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                }
            )
            {
                Timeout = Timeout.InfiniteTimeSpan,
            };
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DiscordSender>(provider, http));
        };

    private static IEnumerable<string> Lines(BotOnDiscord bot, string with) =>
        bot.Log.Where(line => line.Contains(with, StringComparison.Ordinal));

    private static List<string> Serious(BotOnDiscord bot) =>
        [.. bot.Log.Where(line => !line.StartsWith("Information", StringComparison.Ordinal))];
}
