using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>A bot that has the daily post to bring to one channel.</summary>
internal static class PostingBot
{
    /// <summary>What posting asks of Discord.</summary>
    public const string Messages = "POST /channels/{channel}/messages";

    // Long ago: the bot's own loop brings today's edition, and those of the last days that did not arrive.
    private static readonly DateOnly Today = new(2026, 1, 6);

    /// <summary>On a clock on which waits are short, with servers that are known to it.</summary>
    /// <param name="more">Settings.</param>
    /// <param name="command">One more command that it has.</param>
    /// <param name="limits">Limits on Discord's time are shorter, too; not for tests in which a busy machine would exceed them.</param>
    public static async Task<(BotOnDiscord Bot, Channel Channel)> StartAsync(
        Dictionary<string, string?>? more = null,
        ICommand? command = null,
        bool limits = true
    )
    {
        var bot = await BotOnDiscord.StartAsync(
            new SimulatorOptions
            {
                SpecPath = BotOnDiscord.Spec,
                Gateway = BotOnDiscord.Usual().Gateway,
                RateLimits = new RateLimitOptions { Enabled = false },
            },
            replace: services =>
            {
                services.AddSingleton<TimeProvider>(new HurriedClock(limits: limits));
                if (command is not null)
                {
                    services.AddSingleton(command);
                }
            }
        );
        var channel = Guild(bot).General;
        await bot.RestartAsync(
            new Dictionary<string, string?>(more ?? []) { ["Discord:Channels:0"] = $"{channel.Id}" }
        );
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync(); // by now the servers are known
        return (bot, channel);
    }

    /// <summary>With which it posts there.</summary>
    public static Dictionary<string, string?> Settings(Channel channel) =>
        new() { ["Discord:Channels:0"] = $"{channel.Id}" };

    /// <summary>The daily run of a day of which nothing was posted before the test.</summary>
    public static Task<DailyReport> RunAsync(BotOnDiscord bot) =>
        bot.Services.GetRequiredService<DailyRun>().RunAsync(Today, CancellationToken.None);

    /// <summary>Why the post did not arrive; empty where it did.</summary>
    public static string Error(DailyReport report) =>
        report.Deliveries.Single(delivery => delivery.Publication.Outlet == "discord").Error ?? "";

    public static Guild Guild(BotOnDiscord bot) => bot.Discord.World.Guilds[0];
}
