using PaperBot.Chat;
using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Discord refuses nearly everything for a while, because somebody asks too much.</summary>
public sealed class StormTests
{
    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private const string Answer = "/webhooks/{application}/{token}/messages/{message}";
    private const int Refusals = DiscordSender.MostTries - 2; // of each route; one request may meet them all

    private static readonly (string Route, string Scope)[] Storm =
    [
        (Callback, "user"),
        ($"PATCH {Answer}", "shared"),
        ($"DELETE {Answer}", "user"),
        ("POST /webhooks/{application}/{token}", "shared"),
        (PostingBot.Messages, "global"),
    ];

    [Fact]
    public async Task In_a_storm_of_429s_on_every_route_nothing_is_lost_and_nothing_comes_twice()
    {
        var soon = new TaskCompletionSource();
        var slow = new TestCommand("slow", new CommandOption("who", "Sees it.", OptionKind.Text))
        {
            Answer = async (request, _) =>
            {
                await soon.Task;
                return new Reply { Text = "at last", Private = request.Text("who") == "me" };
            },
        };
        var (bot, channel) = await PostingBot.StartAsync(command: slow, limits: false);
        await using var _ = bot;
        foreach (var (route, scope) in Storm)
        {
            bot.Discord.Faults.RateLimit(route, TimeSpan.FromSeconds(0.2), scope, Refusals);
        }

        var running = PostingBot.RunAsync(bot);
        List<InjectedInteraction> asked =
        [
            .. Enumerable.Range(0, 8).Select(_ => bot.Discord.Inject.Slash("help", from: NewUser(bot))),
            Slow(bot, "all"),
            Slow(bot, "me"),
        ];
        await Task.WhenAll(asked.Select(one => one.WaitForAnswerAsync()));
        soon.SetResult();
        var answers = await Task.WhenAll(asked.Select(one => one.WaitForMessageAsync()));
        var report = await running;

        Assert.All(answers, Assert.NotNull);
        Assert.All(asked, one => Assert.Single(one.Messages, message => !message.IsDeleted));
        Assert.All(asked, one => Assert.Equal(1, one.Answers));
        Assert.True(report.Complete);
        Assert.Single(channel.Messages, message => message.Json["interaction_metadata"] is null);
        Assert.Empty(bot.Discord.Faults.Waiting);
        Assert.Equal(Storm.Length * Refusals, bot.Discord.Requests.Statuses[429]);
        Assert.DoesNotContain(bot.Log, line => !line.StartsWith("Information", StringComparison.Ordinal));
    }

    private static InjectedInteraction Slow(BotOnDiscord bot, string who) =>
        bot.Discord.Inject.Slash("slow", new Dictionary<string, object?> { ["who"] = who }, NewUser(bot));

    private static AskedFrom NewUser(BotOnDiscord bot) => new() { User = bot.Discord.World.NewUser("Jo") };
}
