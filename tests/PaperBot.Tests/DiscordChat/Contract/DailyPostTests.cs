using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The daily post in a channel on Discord, and who is told when it does not arrive.</summary>
public sealed class DailyPostTests
{
    [Fact]
    public async Task It_is_one_quiet_message_with_a_menu_whose_pages_anybody_turns_for_themselves()
    {
        var (bot, channel) = await PostingBot.StartAsync(new() { ["Daily:Papers"] = "20" });
        await using var _ = bot;

        var report = await PostingBot.RunAsync(bot);

        Assert.True(report.Complete);
        var post = Assert.Single(channel.Messages);
        var body = bot.Discord.Requests.To(PostingBot.Messages).Single().Json!;
        Assert.True((bool)body["enforce_nonce"]!);
        Assert.Equal("""{"parse":[]}""", body["allowed_mentions"]!.ToJsonString());
        Assert.StartsWith("Trending papers, Tuesday 6 January 2026", Title(post), StringComparison.Ordinal);
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
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        var before = await bot.Discord.Inject.Slash("edition").WaitForMessageAsync();
        await PostingBot.RunAsync(bot);

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
    public async Task A_missing_permission_is_told_once_to_the_admins_and_the_post_comes_when_it_is_given()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        var admins = bot.Discord.AddChannel(PostingBot.Guild(bot), "moderator-only");
        bot.Discord.SetAdminChannel(PostingBot.Guild(bot), admins);
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync(); // by now the update was heard
        channel.BotPermissions = Permissions.ViewChannel;

        var first = await PostingBot.RunAsync(bot);
        await PostingBot.RunAsync(bot);
        await PostingBot.RunAsync(bot);
        var told = admins.Messages.Count;
        channel.BotPermissions = Permissions.Usual;
        var last = await PostingBot.RunAsync(bot);

        Assert.Contains("Send Messages", PostingBot.Error(first), StringComparison.Ordinal);
        Assert.Equal(1, told);
        Assert.Contains("Send Messages", admins.Messages[0].Json["embeds"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(bot.Log, line => line.Contains("did not reach discord", StringComparison.Ordinal));
        Assert.True(last.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task Where_there_is_no_channel_for_admins_the_owner_is_told()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        bot.Discord.RemoveChannel(channel);

        var report = await PostingBot.RunAsync(bot);

        Assert.Contains("does not exist any more", PostingBot.Error(report), StringComparison.Ordinal);
        var told = Assert.Single(bot.Discord.World.DirectMessages.Messages);
        Assert.Contains("does not exist any more", told.Json["embeds"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_was_thrown_out_says_so_in_the_log_and_goes_on_elsewhere()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        var other = bot.Discord.AddGuild("elsewhere");

        bot.Discord.RemoveGuild(PostingBot.Guild(bot));
        await bot.UntilAsync(
            () => bot.Log.Any(line => line.Contains("taken out of", StringComparison.Ordinal)),
            "The line"
        );
        var report = await PostingBot.RunAsync(bot);
        await PostingBot.RunAsync(bot);

        Assert.Contains("may not see", PostingBot.Error(report), StringComparison.Ordinal);
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
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        var second = bot.Discord.AddChannel(PostingBot.Guild(bot), "second");
        await bot.RestartAsync(
            new Dictionary<string, string?>
            {
                ["Discord:Channels:0"] = $"{channel.Id}",
                ["Discord:Channels:1"] = $"{second.Id}",
            }
        );
        channel.BotPermissions = Permissions.None;

        var report = await PostingBot.RunAsync(bot);

        Assert.False(report.Complete);
        Assert.Single(second.Messages);
    }

    private static string Title(SentMessage message) => message.Json["embeds"]![0]!["title"]!.ToString();

    private static string Description(SentMessage message) =>
        message.Json["embeds"]![0]!["description"]!.ToString().Replace("\\", "", StringComparison.Ordinal);

    private static string ButtonId(SentMessage message, string label) =>
        message.Json["components"]!
            .AsArray()
            .SelectMany(row => row!["components"]!.AsArray())
            .Single(part => part!["label"]?.ToString() == label)!["custom_id"]!.ToString();
}
