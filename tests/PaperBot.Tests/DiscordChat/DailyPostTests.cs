using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Daily;
using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The daily post in a channel on Discord: once, whatever happens on the way.</summary>
public sealed class DailyPostTests
{
    private const string Messages = "POST /channels/{channel}/messages";
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task It_is_one_quiet_message_with_a_menu_whose_pages_anybody_turns_for_themselves()
    {
        var (bot, channel) = await PostingAsync(new() { ["Daily:Papers"] = "20" });
        await using var _ = bot;

        var report = await RunAsync(bot);

        Assert.True(report.Complete);
        var post = Assert.Single(channel.Messages);
        var body = bot.Discord.Requests.To(Messages).Single().Json!;
        Assert.True((bool)body["enforce_nonce"]!);
        Assert.Equal("""{"parse":[]}""", body["allowed_mentions"]!.ToJsonString());
        Assert.StartsWith("Trending papers, Tuesday 24 November 2026", Title(post), StringComparison.Ordinal);
        var components = post.Json["components"]!.ToJsonString();
        Assert.Contains("Summarize one of these", components, StringComparison.Ordinal);
        var turned = await bot
            .Discord.Inject.Button(post, ButtonId(post, "▶"), new AskedFrom { Channel = channel })
            .WaitForMessageAsync();
        Assert.True(turned!.IsPrivate);
        Assert.Contains("Page 2", turned.Json["embeds"]![0]!["footer"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_missed_it_asks_for_it_again_by_its_day()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        var before = await bot.Discord.Inject.Slash("edition").WaitForMessageAsync();
        await RunAsync(bot);

        var newest = await bot.Discord.Inject.Slash("edition").WaitForMessageAsync();
        var other = await AskAsync("2020-02-02");
        var wrong = await AskAsync("yesterday");

        Assert.Contains("no daily post yet", Description(before!), StringComparison.Ordinal);
        Assert.Equal(Title(channel.Messages[0]), Title(newest!));
        Assert.Contains("The newest is of 2026", Description(other!), StringComparison.Ordinal);
        Assert.Contains("a date such as", Description(wrong!), StringComparison.Ordinal);

        Task<SentMessage?> AskAsync(string day) =>
            bot
                .Discord.Inject.Slash("edition", new Dictionary<string, object?> { ["day"] = day })
                .WaitForMessageAsync();
    }

    [Fact]
    public async Task Run_again_it_posts_nothing_again()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;

        await RunAsync(bot);
        await RunAsync(bot);
        await bot.RestartAsync(Settings(channel));
        await RunAsync(bot);

        Assert.Single(channel.Messages);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("reset")]
    [InlineData("late")]
    public async Task When_only_the_answer_is_lost_nothing_is_posted_twice(string fault)
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        bot.Discord.Faults.Add(
            new RestFault(Messages)
            {
                Status = int.TryParse(fault, out var status) ? status : 0,
                ResetConnection = fault == "reset",
                Delay = fault == "late" ? DiscordSender.TryLimit : TimeSpan.Zero, // the bot's clock runs ten times as fast
                CarryOut = true,
                Times = 2,
            }
        );

        var report = await RunAsync(bot);

        Assert.True(report.Complete);
        Assert.Single(channel.Messages);
        Assert.Equal(3, bot.Discord.Requests.To(Messages).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxys_page_in_place_of_Discords_answer_is_no_post_and_no_reason_to_post_twice(bool arrived)
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        bot.Discord.Faults.Add(
            new RestFault(Messages)
            {
                Status = 200,
                Body = "<html>Please log in to the hotel's network.</html>",
                CarryOut = arrived,
            }
        );

        var first = await RunAsync(bot);
        bot.Discord.ForgetNonces();
        var second = await RunAsync(bot);

        Assert.Contains("is not Discord", Error(first), StringComparison.Ordinal);
        Assert.True(second.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task When_Discord_was_down_for_hours_it_comes_afterwards_and_once()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        bot.Discord.Faults.Fail(Messages, 503, times: DiscordSender.MostTries);

        var first = await RunAsync(bot);
        bot.Discord.Faults.Clear();
        var second = await RunAsync(bot);

        Assert.False(first.Complete);
        Assert.True(second.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task After_a_try_whose_end_nobody_knows_the_channel_is_looked_through_before_another()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        // It arrives, and then nobody says so until all tries are used up; later, Discord has forgotten the nonce.
        bot.Discord.Faults.Add(
            new RestFault(Messages)
            {
                Status = 500,
                CarryOut = true,
                Times = DiscordSender.MostTries,
            }
        );
        await RunAsync(bot);
        bot.Discord.Faults.Clear();
        for (var i = 0; i < 130; i++)
        {
            bot.Discord.TypeMessage($"talk {i}", channel);
        }
        bot.Discord.ForgetNonces();

        var second = await RunAsync(bot);

        Assert.True(second.Complete);
        Assert.Single(
            channel.Messages,
            message => message.Json["author"]!["id"]!.ToString() == $"{bot.Discord.World.Bot.Id}"
        );
    }

    [Fact]
    public async Task Where_it_may_not_look_it_does_not_post_on_a_guess()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        bot.Discord.Faults.Add(
            new RestFault(Messages)
            {
                Status = 500,
                CarryOut = true,
                Times = DiscordSender.MostTries,
            }
        );
        await RunAsync(bot);
        bot.Discord.Faults.Clear();
        bot.Discord.ForgetNonces();
        channel.BotPermissions &= ~Permissions.ReadMessageHistory;

        var blind = await RunAsync(bot);
        channel.BotPermissions |= Permissions.ReadMessageHistory;
        var seeing = await RunAsync(bot);

        Assert.Contains("Read Message History", Error(blind), StringComparison.Ordinal);
        Assert.True(seeing.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task A_missing_permission_is_told_once_to_the_admins_and_the_post_comes_when_it_is_given()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        var admins = bot.Discord.AddChannel(Guild(bot), "moderator-only");
        Guild(bot).AdminChannel = admins;
        bot.Discord.Gateway.Dispatch("GUILD_UPDATE", Update(bot, admins), Guild(bot).Id);
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync(); // by now the update was heard
        channel.BotPermissions = Permissions.ViewChannel;

        var first = await RunAsync(bot);
        await RunAsync(bot);
        await RunAsync(bot);
        var told = admins.Messages.Count;
        channel.BotPermissions = Permissions.Usual;
        var last = await RunAsync(bot);

        Assert.Contains("Send Messages", Error(first), StringComparison.Ordinal);
        Assert.Equal(1, told);
        Assert.Contains("Send Messages", admins.Messages[0].Json["embeds"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(bot.Log, line => line.Contains("did not reach discord", StringComparison.Ordinal));
        Assert.True(last.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task Where_there_is_no_channel_for_admins_the_owner_is_told()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        bot.Discord.RemoveChannel(channel);

        var report = await RunAsync(bot);

        Assert.Contains("does not exist any more", Error(report), StringComparison.Ordinal);
        var told = Assert.Single(bot.Discord.World.DirectMessages.Messages);
        Assert.Contains("does not exist any more", told.Json["embeds"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_was_thrown_out_says_so_in_the_log_and_goes_on_elsewhere()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        var other = bot.Discord.AddGuild("elsewhere");

        bot.Discord.RemoveGuild(Guild(bot));
        await bot.UntilAsync(
            () => bot.Log.Any(line => line.Contains("taken out of", StringComparison.Ordinal)),
            "The line"
        );
        var report = await RunAsync(bot);
        await RunAsync(bot);

        Assert.Contains("may not see", Error(report), StringComparison.Ordinal);
        Assert.Single(bot.Log, line => line.Contains("did not reach discord", StringComparison.Ordinal));
        var answer = await bot
            .Discord.Inject.Slash("help", from: new AskedFrom { Channel = other.General })
            .WaitForMessageAsync();
        Assert.NotNull(answer);
        Assert.Empty(channel.Messages);
    }

    [Fact]
    public async Task One_closed_channel_does_not_keep_the_others_waiting()
    {
        var (bot, channel) = await PostingAsync();
        await using var _ = bot;
        var second = bot.Discord.AddChannel(Guild(bot), "second");
        await bot.RestartAsync(
            new Dictionary<string, string?>
            {
                ["Discord:Channels:0"] = $"{channel.Id}",
                ["Discord:Channels:1"] = $"{second.Id}",
            }
        );
        channel.BotPermissions = Permissions.None;

        var report = await RunAsync(bot);

        Assert.False(report.Complete);
        Assert.Single(second.Messages);
    }

    private static async Task<(BotOnDiscord Bot, Channel Channel)> PostingAsync(
        Dictionary<string, string?>? more = null
    )
    {
        var bot = await BotOnDiscord.StartAsync(
            new SimulatorOptions
            {
                SpecPath = BotOnDiscord.Spec,
                Gateway = BotOnDiscord.Usual().Gateway,
                RateLimits = new RateLimitOptions { Enabled = false },
            },
            replace: services => services.AddSingleton<TimeProvider, HurriedClock>()
        );
        var channel = Guild(bot).General;
        await bot.RestartAsync(
            new Dictionary<string, string?>(more ?? []) { ["Discord:Channels:0"] = $"{channel.Id}" }
        );
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync(); // by now the servers are known
        return (bot, channel);
    }

    private static Dictionary<string, string?> Settings(Channel channel) =>
        new() { ["Discord:Channels:0"] = $"{channel.Id}" };

    private static Task<DailyReport> RunAsync(BotOnDiscord bot) =>
        bot.Services.GetRequiredService<DailyRun>().RunAsync(Today, CancellationToken.None);

    private static string Error(DailyReport report) =>
        report.Deliveries.Single(delivery => delivery.Publication.Outlet == "discord").Error ?? "";

    private static Guild Guild(BotOnDiscord bot) => bot.Discord.World.Guilds[0];

    private static JsonObject Update(BotOnDiscord bot, Channel admins) =>
        new()
        {
            ["id"] = $"{Guild(bot).Id}",
            ["name"] = Guild(bot).Name,
            ["owner_id"] = $"{bot.Discord.World.Tester.Id}",
            ["public_updates_channel_id"] = $"{admins.Id}",
        };

    private static string Title(SentMessage message) => message.Json["embeds"]![0]!["title"]!.ToString();

    private static string Description(SentMessage message) =>
        message.Json["embeds"]![0]!["description"]!.ToString().Replace("\\", "", StringComparison.Ordinal);

    private static string ButtonId(SentMessage message, string label) =>
        message.Json["components"]!
            .AsArray()
            .SelectMany(row => row!["components"]!.AsArray())
            .Single(part => part!["label"]?.ToString() == label)!["custom_id"]!.ToString();
}
