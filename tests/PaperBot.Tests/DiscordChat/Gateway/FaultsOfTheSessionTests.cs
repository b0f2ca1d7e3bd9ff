using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>The whole bot loses its session, and begins a new one without help.</summary>
public sealed class FaultsOfTheSessionTests
{
    private static readonly Dictionary<string, Action<GatewayHub>> Faults = new()
    {
        ["session invalid"] = gateway => gateway.InvalidateSessions(resumable: false),
        ["session timed out"] = gateway => gateway.Close(4009),
        ["a number out of this world"] = gateway =>
        {
            gateway.DispatchAs(long.MaxValue, "FAR", new JsonObject());
            gateway.Close(4000);
        },
    };

    // All at once, because each waits the five seconds that must lie between two sessions.
    [Fact]
    public Task However_its_session_ends_the_bot_is_back_in_a_new_one_and_answers_once() =>
        Task.WhenAll(Faults.Select(fault => IsBackAsync(fault.Key, fault.Value)));

    private static async Task IsBackAsync(string name, Action<GatewayHub> fault)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var starts = bot.Discord.Gateway.SessionStartsLeft;

        fault(bot.Discord.Gateway);
        await bot.UntilAsync(
            () => bot.Discord.Gateway.SessionStartsLeft == starts - 1 && bot.Discord.Gateway.IsReady,
            $"A new session after '{name}'"
        );

        await FaultsOfTheConnectionTests.AnswersAsync(bot);
        Assert.Null(bot.Ended);
    }
}
