using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The daily post comes once, whatever happens on the way.</summary>
public sealed class DailyPostOnceTests
{
    [Fact]
    public async Task Run_again_it_posts_nothing_again()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;

        await PostingBot.RunAsync(bot);
        await PostingBot.RunAsync(bot);
        await bot.RestartAsync(PostingBot.Settings(channel));
        await PostingBot.RunAsync(bot);

        Assert.Single(channel.Messages);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("reset")]
    [InlineData("late")]
    public async Task When_only_the_answer_is_lost_nothing_is_posted_twice(string fault)
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        bot.Discord.Faults.Add(
            new RestFault(PostingBot.Messages)
            {
                Status = int.TryParse(fault, out var status) ? status : 0,
                ResetConnection = fault == "reset",
                Delay = fault == "late" ? DiscordSender.TryLimit : TimeSpan.Zero, // the bot's clock runs ten times as fast
                CarryOut = true,
                Times = 2,
            }
        );

        var report = await PostingBot.RunAsync(bot);

        Assert.True(report.Complete);
        Assert.Single(channel.Messages);
        Assert.Equal(3, bot.Discord.Requests.To(PostingBot.Messages).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxys_page_in_place_of_Discords_answer_is_no_post_and_no_reason_to_post_twice(bool arrived)
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        bot.Discord.Faults.Add(
            new RestFault(PostingBot.Messages)
            {
                Status = 200,
                Body = "<html>Please log in to the hotel's network.</html>",
                CarryOut = arrived,
            }
        );

        var first = await PostingBot.RunAsync(bot);
        bot.Discord.ForgetNonces();
        var second = await PostingBot.RunAsync(bot);

        Assert.Contains("is not Discord", PostingBot.Error(first), StringComparison.Ordinal);
        Assert.True(second.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task When_Discord_was_down_for_hours_it_comes_afterwards_and_once()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        bot.Discord.Faults.Fail(PostingBot.Messages, 503, times: DiscordSender.MostTries);

        var first = await PostingBot.RunAsync(bot);
        bot.Discord.Faults.Clear();
        var second = await PostingBot.RunAsync(bot);

        Assert.False(first.Complete);
        Assert.True(second.Complete);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task After_a_try_whose_end_nobody_knows_the_channel_is_looked_through_before_another()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        // It arrives, and then nobody says so until all tries are used up; later, Discord has forgotten the nonce.
        bot.Discord.Faults.Add(
            new RestFault(PostingBot.Messages)
            {
                Status = 500,
                CarryOut = true,
                Times = DiscordSender.MostTries,
            }
        );
        await PostingBot.RunAsync(bot);
        bot.Discord.Faults.Clear();
        for (var i = 0; i < 130; i++)
        {
            bot.Discord.TypeMessage($"talk {i}", channel);
        }
        bot.Discord.ForgetNonces();

        var second = await PostingBot.RunAsync(bot);

        Assert.True(second.Complete);
        Assert.Single(
            channel.Messages,
            message => message.Json["author"]!["id"]!.ToString() == $"{bot.Discord.World.Bot.Id}"
        );
    }

    [Fact]
    public async Task Where_it_may_not_look_it_does_not_post_on_a_guess()
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        await DoubtAsync(bot);
        channel.BotPermissions &= ~Permissions.ReadMessageHistory;

        var blind = await PostingBot.RunAsync(bot);
        channel.BotPermissions |= Permissions.ReadMessageHistory;
        var seeing = await PostingBot.RunAsync(bot);

        Assert.Contains("Read Message History", PostingBot.Error(blind), StringComparison.Ordinal);
        Assert.True(seeing.Complete);
        Assert.Single(channel.Messages);
    }

    [Theory]
    [InlineData(99, "")]
    [InlineData(
        100,
        "PaperBot cannot tell whether its post is among them. Look in the channel; where it is missing, /edition day:2026-01-06 shows it."
    )]
    public async Task In_a_busy_channel_it_is_looked_for_among_10_000_messages_and_then_by_a_person(
        int pagesBefore,
        string error
    )
    {
        var (bot, channel) = await PostingBot.StartAsync();
        await using var _ = bot;
        await DoubtAsync(bot);
        var talk = """{"id":"7","author":{"id":"8"},"embeds":[]}""";
        bot.Discord.Faults.Add(
            new RestFault("GET /channels/{channel}/messages")
            {
                Status = 200,
                Body = $"[{string.Join(',', Enumerable.Repeat(talk, 100))}]",
                Times = pagesBefore,
            }
        );

        var second = await PostingBot.RunAsync(bot);

        Assert.EndsWith(error, PostingBot.Error(second), StringComparison.Ordinal);
        Assert.Equal(error.Length == 0, second.Complete);
        Assert.Single(channel.Messages);
    }

    // It arrives, and a proxy's page says nothing of it; later, Discord has forgotten the nonce.
    private static async Task DoubtAsync(BotOnDiscord bot)
    {
        bot.Discord.Faults.Add(
            new RestFault(PostingBot.Messages)
            {
                Status = 200,
                Body = "<html>",
                CarryOut = true,
            }
        );
        await PostingBot.RunAsync(bot);
        bot.Discord.ForgetNonces();
    }
}
