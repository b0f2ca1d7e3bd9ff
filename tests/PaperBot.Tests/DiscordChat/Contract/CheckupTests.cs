using Microsoft.Extensions.DependencyInjection;
using PaperBot.Checkups;
using PaperBot.DiscordChat;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What doctor says of Discord.</summary>
public sealed class CheckupTests
{
    [Fact]
    public async Task All_is_well_and_it_says_so()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        await bot.RestartAsync(ChannelOf(bot.Discord.World.Guilds[0].General.Id));

        var findings = await FindingsAsync(bot);

        Assert.All(findings, finding => Assert.Equal(Grade.Good, finding.Grade));
        Assert.Equal(
            ["Discord", "Intents", "Clock", "Gateway", "Commands", $"Channel {bot.Discord.World.Guilds[0].General.Id}"],
            findings.Select(finding => finding.About)
        );
    }

    [Fact]
    public async Task Without_a_token_it_points_to_the_five_steps()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            settings: new Dictionary<string, string?> { ["Discord:Token"] = "" },
            ready: false
        );

        var finding = Assert.Single(await FindingsAsync(bot));

        Assert.Equal(Grade.Hint, finding.Grade);
        Assert.Contains("five steps", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_named_without_being_shown()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            settings: new Dictionary<string, string?> { ["Discord:Token"] = "not-the-right-one" },
            ready: false
        );

        var finding = Assert.Single(await FindingsAsync(bot));

        Assert.Equal(Grade.Bad, finding.Grade);
        Assert.Contains("Reset Token", finding.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-right-one", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_permissions_are_called_as_in_Discords_settings()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var channel = bot.Discord.World.Guilds[0].General;
        channel.BotPermissions = Permissions.ViewChannel | Permissions.ReadMessageHistory;
        await bot.RestartAsync(ChannelOf(channel.Id));

        var finding = Single(await FindingsAsync(bot), $"Channel {channel.Id}");

        Assert.Equal(Grade.Bad, finding.Grade);
        Assert.Contains("lacks Send Messages, Embed Links.", finding.Words, StringComparison.Ordinal);
        Assert.Contains("#general", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_hidden_gone_or_of_another_kind_is_told()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var guild = bot.Discord.World.Guilds[0];
        var forum = bot.Discord.AddChannel(guild, "forum", 15);
        var hidden = bot.Discord.AddChannel(guild, "hidden");
        hidden.BotPermissions = Permissions.None;
        await bot.RestartAsync(
            new Dictionary<string, string?>
            {
                ["Discord:Channels:0"] = $"{forum.Id}",
                ["Discord:Channels:1"] = $"{hidden.Id}",
                ["Discord:Channels:2"] = "123456789012345678",
            }
        );

        var findings = await FindingsAsync(bot);

        Assert.Contains(
            "no text or announcement",
            Single(findings, $"Channel {forum.Id}").Words,
            StringComparison.Ordinal
        );
        Assert.Contains("may not see", Single(findings, $"Channel {hidden.Id}").Words, StringComparison.Ordinal);
        Assert.Contains(
            "does not exist",
            Single(findings, "Channel 123456789012345678").Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task A_clock_that_is_wrong_is_told(int seconds)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        bot.Discord.ClockSkew = TimeSpan.FromSeconds(seconds);

        var finding = Single(await FindingsAsync(bot), "Clock");

        Assert.Equal(Grade.Bad, finding.Grade);
        Assert.Contains(seconds > 0 ? "behind" : "ahead of", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_privileged_intent_that_nobody_needs_is_told()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            BotOnDiscord.Usual(new GatewayOptions { IdentifyEvery = TimeSpan.Zero, AllowedPrivilegedIntents = 1 << 15 })
        );

        var finding = Single(await FindingsAsync(bot), "Intents");

        Assert.Contains("Message Content", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_in_no_server_is_told_how_to_be_invited()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        bot.Discord.RemoveGuild(bot.Discord.World.Guilds[0]);

        var finding = Single(await FindingsAsync(bot), "Servers");

        Assert.Contains(
            $"https://discord.com/oauth2/authorize?client_id={bot.Discord.Options.ApplicationId}&scope=bot+applications.commands&permissions=309237763072",
            finding.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_test_server_without_the_bot_is_told()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            settings: new Dictionary<string, string?> { ["Discord:TestGuildId"] = "123456789012345678" },
            ready: false
        );

        var finding = Single(await FindingsAsync(bot), "Commands");

        Assert.Equal(Grade.Bad, finding.Grade);
        Assert.Contains("123456789012345678", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Discord_that_cannot_be_reached_is_one_sentence()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            settings: new Dictionary<string, string?> { ["Discord:RestUrl"] = "http://127.0.0.1:9/api" },
            ready: false
        );

        var finding = Assert.Single(await FindingsAsync(bot));

        Assert.Equal(Grade.Bad, finding.Grade);
        Assert.StartsWith("Discord cannot be reached", finding.Words, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Finding>> FindingsAsync(BotOnDiscord bot) =>
        bot.Services.GetServices<ICheckup>().OfType<DiscordCheckup>().Single().RunAsync(CancellationToken.None);

    private static Finding Single(IEnumerable<Finding> findings, string about) =>
        findings.Single(finding => finding.About == about);

    private static Dictionary<string, string?> ChannelOf(ulong id) => new() { ["Discord:Channels:0"] = $"{id}" };
}
