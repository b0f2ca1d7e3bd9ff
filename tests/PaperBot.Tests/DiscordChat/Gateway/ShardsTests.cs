using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

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

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4014, "intents")]
    public async Task What_ends_one_shard_for_good_ends_the_bot_and_no_shard_stays(int code, string about)
    {
        await using var shards = await ThreeShards.StartAsync();
        var (bot, cables) = (shards.Bot, shards.Cables);

        await cables.All[0].CloseAsync(code);

        await bot.UntilAsync(() => bot.Ended is not null, "The end");
        Assert.Contains(about, bot.Ended, StringComparison.Ordinal);
        await bot.UntilAsync(() => Gone(bot).Count == 3, "The end of every shard");
        await bot.UntilAsync(
            () => bot.Discord.Gateway.Clients.Count(client => client.ClientClosedWith == 1000) == 2,
            "A goodbye of the other two"
        );
        Assert.Equal(3, cables.All.Count);
        var program = bot.Services.GetRequiredService<IHostApplicationLifetime>();
        await bot.UntilAsync(() => program.ApplicationStopping.IsCancellationRequested, "The end of the program");
    }

    [Fact]
    public async Task A_shard_that_is_cut_off_leaves_the_others_connected_and_answering_and_comes_back()
    {
        await using var shards = await ThreeShards.StartAsync();
        var (bot, cables) = (shards.Bot, shards.Cables);

        cables.AreBroken = true;
        cables.All[0].Cut();
        await bot.UntilAsync(() => Gone(bot).Count == 1, "The fault");
        var gone = Gone(bot)[0];
        var meanwhile = Ask(bot, gone);
        foreach (var other in new[] { 0, 1, 2 }.Where(shard => shard != gone))
        {
            Assert.NotNull(await Ask(bot, other).WaitForMessageAsync());
        }
        Assert.Empty(meanwhile.Messages);
        cables.AreBroken = false;

        Assert.NotNull(await meanwhile.WaitForMessageAsync());
        Assert.Equal(1, meanwhile.Answers);
        Assert.NotNull(await Ask(bot, gone).WaitForMessageAsync());
        Assert.Equal(4, cables.All.Count);
        Assert.Single(bot.Discord.Gateway.Clients, client => !client.IsOpen);
        Assert.Single(bot.Discord.Gateway.Clients, client => client.Resumed);
        Assert.Null(bot.Ended);
    }

    // https://discord.com/developers/docs/events/gateway#sharding-sharding-formula
    private static InjectedInteraction Ask(BotOnDiscord bot, int shard) =>
        bot.Discord.Inject.Slash(
            "help",
            from: new AskedFrom
            {
                Channel = bot.Discord.World.Guilds.First(guild => (int)((guild.Id >> 22) % 3) == shard).General,
            }
        );

    private static List<string> Identified(BotOnDiscord bot) =>
        [.. bot.Discord.Gateway.Clients.Select(Identity).OfType<JsonNode>().Select(shard => shard.ToJsonString())];

    // The shards whose connection has ended.
    private static List<int> Gone(BotOnDiscord bot) =>
        [
            .. bot
                .Discord.Gateway.Clients.Where(client => !client.IsOpen)
                .Select(client => Identity(client)![0]!.GetValue<int>()), // each has identified
        ];

    private static JsonNode? Identity(GatewayClient client) =>
        client.Received.FirstOrDefault(frame => (int?)frame["op"] == 2)?["d"]!["shard"];

    private sealed class ThreeShards : IAsyncDisposable
    {
        private ThreeShards(BotOnDiscord bot, Cables cables) => (Bot, Cables) = (bot, cables);

        public BotOnDiscord Bot { get; }

        public Cables Cables { get; }

        public static async Task<ThreeShards> StartAsync()
        {
            Cables? cables = null;
            var bot = await BotOnDiscord.StartAsync(
                new SimulatorOptions
                {
                    SpecPath = BotOnDiscord.Spec,
                    Guilds = 6,
                    Gateway = new GatewayOptions { Shards = 3, MaxConcurrency = 3 },
                },
                replace: services => services.AddSingleton<TimeProvider, HurriedClock>(),
                prepare: discord =>
                {
                    cables = new Cables(discord.GatewayAddress);
                    discord.Gateway.Address = cables.Address;
                }
            );
            await bot.UntilAsync(
                () => bot.Discord.Gateway.Clients.Count(client => client.SessionId is not null) == 3,
                "All"
            );
            return new ThreeShards(bot, cables!); // prepare made it
        }

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Cables.DisposeAsync();
        }
    }
}
