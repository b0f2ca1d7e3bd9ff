using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>What cannot be mended from here: the program ends with one sentence that says what to do.</summary>
public sealed class EndedForGoodTests
{
    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4011, "shards")]
    [InlineData(4014, "intents")]
    public async Task The_program_ends_and_says_what_to_do(int code, string about)
    {
        await using var bot = await BotOnDiscord.StartAsync();

        bot.Discord.Gateway.Close(code);

        await HasEndedAsync(bot, about);
    }

    [Fact]
    public async Task A_token_that_is_revoked_while_the_bot_runs_ends_it()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        bot.Discord.RevokeToken();

        await HasEndedAsync(bot, "token");
    }

    [Fact]
    public async Task A_token_that_was_revoked_while_the_bot_was_cut_off_ends_it()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        bot.Discord.Gateway.Abort();
        bot.Discord.RevokeToken();

        await HasEndedAsync(bot, "token");
    }

    [Fact]
    public async Task A_bot_in_too_many_servers_for_its_shards_ends()
    {
        var options = new GatewayOptions { IdentifyEvery = TimeSpan.Zero, GuildsPerShard = 0 };
        await using var bot = await BotOnDiscord.StartAsync(BotOnDiscord.Usual(options), ready: false);

        await HasEndedAsync(bot, "shards");
    }

    private static async Task HasEndedAsync(BotOnDiscord bot, string about)
    {
        await bot.UntilAsync(() => bot.Ended is not null, "The end");
        Assert.Contains(about, bot.Ended, StringComparison.Ordinal);
        Assert.Single(bot.Ended!.Split('\n'));
        Assert.DoesNotContain(bot.Discord.Options.Token, bot.Ended, StringComparison.Ordinal);
        var program = bot.Services.GetRequiredService<IHostApplicationLifetime>();
        await bot.UntilAsync(() => program.ApplicationStopping.IsCancellationRequested, "The end of the program");
    }
}
