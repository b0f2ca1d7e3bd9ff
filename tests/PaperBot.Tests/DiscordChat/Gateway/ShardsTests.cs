using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>Several shards in one program.</summary>
public sealed class ShardsTests
{
    [Fact]
    public async Task Shards_begin_in_turn_as_Discord_allows_and_every_server_is_answered_once()
    {
        var options = new SimulatorOptions
        {
            SpecPath = BotOnDiscord.Spec,
            Guilds = 12,
            Gateway = new GatewayOptions { Shards = 3, MaxConcurrency = 2 },
        };
        await using var bot = await BotOnDiscord.StartAsync(options);
        await bot.UntilAsync(
            () => bot.Discord.Gateway.Clients.Count(client => client.SessionId is not null) == 3,
            "All"
        );

        foreach (var guild in bot.Discord.World.Guilds)
        {
            var asked = bot.Discord.Inject.Slash("help", from: new AskedFrom { Channel = guild.General });
            Assert.NotNull(await asked.WaitForMessageAsync());
            Assert.Equal(1, asked.Answers);
        }
        Assert.Equal(997, bot.Discord.Gateway.SessionStartsLeft); // none was too early, or it would have cost another
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], Identified(bot).Order());
        Assert.Equal("[2,3]", Identified(bot)[^1]);
    }

    private static List<string> Identified(BotOnDiscord bot) =>
        [
            .. from client in bot.Discord.Gateway.Clients
            from frame in client.Received
            where (int?)frame["op"] == 2
            select frame["d"]!["shard"]!.ToJsonString(),
        ];
}
