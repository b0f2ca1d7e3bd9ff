using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Whatever the client: after each break it is back without help, or has ended with one sentence.</summary>
public sealed class ComingBackTests
{
    [Theory]
    [InlineData("abort")]
    [InlineData("reconnect")]
    [InlineData("invalid, resumable")]
    [InlineData("invalid")]
    [InlineData("forgotten")]
    [InlineData("1000")]
    [InlineData("1001")]
    [InlineData("4000")]
    [InlineData("4001")]
    [InlineData("4002")]
    [InlineData("4003")]
    [InlineData("4005")]
    [InlineData("4006")]
    [InlineData("4007")]
    [InlineData("4008")]
    [InlineData("4009")]
    public async Task It_answers_again_and_each_question_once(string fault)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var before = bot.Discord.Inject.Slash("help");
        await before.WaitForMessageAsync();
        var gateway = bot.Discord.Gateway;
        var connections = gateway.Clients.Count;

        Break(gateway, fault);
        await bot.UntilAsync(() => gateway.Clients.Count > connections && gateway.IsReady, "The next connection");
        var after = bot.Discord.Inject.Slash("help");
        var answer = await after.WaitForMessageAsync();

        Assert.NotNull(answer);
        Assert.Equal((1, 1), (before.Answers, after.Answers));
        Assert.Null(bot.Ended);
    }

    [Theory]
    [InlineData(4004, "Reset Token")]
    [InlineData(4010, "Restart PaperBot")]
    [InlineData(4011, "more shards")]
    [InlineData(4012, "Update PaperBot")]
    [InlineData(4013, "Update PaperBot")]
    [InlineData(4014, "Update PaperBot")]
    public async Task What_nothing_mends_ends_it_with_one_sentence(int code, string sentence)
    {
        await using var bot = await BotOnDiscord.StartAsync();

        bot.Discord.Gateway.Close(code);

        await bot.UntilAsync(() => bot.Ended is not null, "The end");
        Assert.Contains(sentence, bot.Ended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_shards_as_Discord_asks_for_answer_every_server()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            new SimulatorOptions
            {
                SpecPath = BotOnDiscord.Spec,
                Guilds = 8,
                Gateway = new GatewayOptions { Shards = 2, MaxConcurrency = 2 },
            }
        );
        await bot.UntilAsync(
            () => bot.Discord.Gateway.Clients.Count(client => client.SessionId is not null) == 2,
            "Both shards"
        );

        foreach (var guild in bot.Discord.World.Guilds)
        {
            var asked = bot.Discord.Inject.Slash("help", from: new AskedFrom { Channel = guild.General });
            Assert.NotNull(await asked.WaitForMessageAsync());
        }
    }

    [Fact]
    public async Task A_restart_writes_no_command_that_is_there_already()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        await bot.UntilAsync(
            () => bot.Discord.Requests.To("PUT /applications/{application}/commands").Count > 0,
            "The commands"
        );

        await bot.RestartAsync();
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync();
        await bot.UntilAsync(
            () => bot.Discord.Requests.To("GET /applications/{application}/commands").Count == 2,
            "The look at the commands"
        );

        Assert.Single(bot.Discord.Requests.To("PUT /applications/{application}/commands"));
    }

    private static void Break(GatewayHub gateway, string fault)
    {
        switch (fault)
        {
            case "abort":
                gateway.Abort();
                break;
            case "reconnect":
                gateway.AskToReconnect();
                break;
            case "invalid, resumable" or "invalid":
                gateway.InvalidateSessions(resumable: fault != "invalid");
                break;
            case "forgotten":
                gateway.ForgetSessions();
                gateway.Abort();
                break;
            default:
                gateway.Close(int.Parse(fault));
                break;
        }
    }
}
