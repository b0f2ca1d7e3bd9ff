using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>The whole bot loses its connection and is back without help, in the same session.</summary>
public sealed class FaultsOfTheConnectionTests
{
    private static readonly Dictionary<string, Action<GatewayHub>> Faults = new()
    {
        ["broken off"] = gateway => gateway.Abort(),
        ["closed with 4000"] = gateway => gateway.Close(4000),
        ["closed with a new code"] = gateway => gateway.Close(4567),
        ["closed with 1011"] = gateway => gateway.Close(1011),
        ["asked to reconnect"] = gateway => gateway.AskToReconnect(),
        ["session invalid but resumable"] = gateway => gateway.InvalidateSessions(resumable: true),
        ["corrupt compression"] = gateway => gateway.SendBytes([0xFF, 0xFE, 0xFD, 0xFC, 0x00, 0x00, 0xFF, 0xFF]),
        ["lost again before hello"] = gateway => Again(gateway, HandshakeStep.BeforeHello),
        ["lost again after hello"] = gateway => Again(gateway, HandshakeStep.AfterHello),
        ["lost again after resume"] = gateway => Again(gateway, HandshakeStep.AfterResume),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_asked_meanwhile_is_answered_once_after_a_resume(string fault)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var starts = bot.Discord.Gateway.SessionStartsLeft;

        Faults[fault](bot.Discord.Gateway);
        var meanwhile = bot.Discord.Inject.Slash("help");

        Assert.NotNull(await meanwhile.WaitForMessageAsync());
        await ResumedAsync(bot);
        Assert.Equal("/resume", bot.Discord.Gateway.Clients[^1].Path);
        Assert.Equal(starts, bot.Discord.Gateway.SessionStartsLeft);
        await AnswersAsync(bot);
        Assert.Equal(1, meanwhile.Answers);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_and_what_it_kept_back_is_answered()
    {
        await using var bot = await BotOnDiscord.StartAsync(Beating());

        bot.Discord.Gateway.GoSilent();
        var meanwhile = bot.Discord.Inject.Slash("help");

        Assert.NotNull(await meanwhile.WaitForMessageAsync());
        Assert.Equal(1, meanwhile.Answers);
        await ResumedAsync(bot);
    }

    [Fact]
    public async Task A_server_that_acknowledges_no_heartbeat_is_left_and_the_session_resumed()
    {
        await using var bot = await BotOnDiscord.StartAsync(Beating());

        bot.Discord.Gateway.AcknowledgesHeartbeats = false;
        await bot.UntilAsync(() => bot.Discord.Gateway.Clients.Count >= 2, "A second connection");
        bot.Discord.Gateway.AcknowledgesHeartbeats = true;

        await bot.UntilAsync(() => bot.Discord.Gateway.IsReady, "The bot");
        Assert.Equal(4900, bot.Discord.Gateway.Clients[0].ClientClosedWith);
        await ResumedAsync(bot);
        await AnswersAsync(bot);
    }

    [Fact]
    public async Task Heartbeats_go_on_for_as_long_as_the_bot_is_connected()
    {
        await using var bot = await BotOnDiscord.StartAsync(Beating());

        await bot.UntilAsync(() => bot.Discord.Gateway.Clients[0].Heartbeats >= 4, "A fourth heartbeat");

        Assert.Single(bot.Discord.Gateway.Clients);
    }

    internal static async Task AnswersAsync(BotOnDiscord bot)
    {
        var asked = bot.Discord.Inject.Slash("help");
        Assert.NotNull(await asked.WaitForMessageAsync());
        Assert.Equal(1, asked.Answers);
    }

    // The simulator notes it a moment after the bot has it.
    private static Task ResumedAsync(BotOnDiscord bot) =>
        bot.UntilAsync(() => bot.Discord.Gateway.Clients[^1].Resumed, "The session that was resumed");

    private static void Again(GatewayHub gateway, HandshakeStep step)
    {
        gateway.DropNext(step);
        gateway.Abort();
    }

    // Discord never leaves first here: it is the bot that must notice.
    private static SimulatorOptions Beating() =>
        BotOnDiscord.Usual(
            new GatewayOptions
            {
                IdentifyEvery = TimeSpan.Zero,
                HeartbeatInterval = TimeSpan.FromMilliseconds(400),
                ZombieAfterIntervals = 1000,
                SendsPerMinute = 100_000,
            }
        );
}
