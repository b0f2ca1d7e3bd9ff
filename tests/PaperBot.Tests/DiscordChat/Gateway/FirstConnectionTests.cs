using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>What may go wrong before a session is up for the first time, over real sockets.</summary>
public sealed class FirstConnectionTests
{
    [Theory]
    [InlineData(HandshakeStep.BeforeHello, 2)]
    [InlineData(HandshakeStep.AfterReady, 1)]
    public async Task A_connection_lost_in_the_handshake_is_made_again(HandshakeStep step, int times)
    {
        await using var shard = await ShardOnDiscord.StartAsync(discord => discord.Gateway.DropNext(step, times));

        await Until.HoldsAsync(
            () => shard.Discord.Gateway.Clients.Count > times && shard.Discord.Gateway.IsReady,
            TimeSpan.FromSeconds(20),
            "the shard is back"
        );

        await shard.HearsAsync("THING");
    }

    // Both at once, because each waits the five seconds that must lie between two sessions.
    [Fact]
    public async Task A_connection_lost_around_the_identify_is_made_again_after_its_five_seconds()
    {
        await Task.WhenAll(
            new[] { HandshakeStep.AfterHello, HandshakeStep.AfterIdentify }.Select(async step =>
            {
                await using var shard = await ShardOnDiscord.StartAsync(discord => discord.Gateway.DropNext(step));
                await shard.HeardAsync("up");
                await shard.HearsAsync("THING");
            })
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_door_that_is_shut_is_knocked_at_again(int status)
    {
        await using var shard = await ShardOnDiscord.StartAsync(discord =>
            discord.Gateway.RefuseUpgrades(times: 2, status)
        );

        await shard.HeardAsync("up");

        await shard.HearsAsync("THING");
        Assert.Single(shard.Discord.Gateway.Clients);
    }

    [Theory]
    [InlineData("ws://127.0.0.1:9")] // nobody is there
    [InlineData("wss://no-such-host.invalid")] // nor anywhere
    public async Task A_session_whose_own_host_is_gone_is_resumed_at_the_gateways_address(string host)
    {
        await using var shard = await ShardOnDiscord.StartAsync(discord => discord.Gateway.Address = new Uri(host));
        await shard.HeardAsync("up");

        shard.Discord.Gateway.Abort();
        await shard.HeardAsync("resumed");

        Assert.Equal("/", shard.Discord.Gateway.Clients[^1].Path);
        await shard.HearsAsync("THING");
    }

    [Fact]
    public async Task The_bot_that_is_stopped_is_gone_at_once()
    {
        await using var shard = await ShardOnDiscord.StartAsync();
        await shard.HeardAsync("up");

        await shard.StopAsync();

        var client = Assert.Single(shard.Discord.Gateway.Clients);
        await Until.HoldsAsync(() => client.ClientClosedWith is not null, TimeSpan.FromSeconds(20), "it said goodbye");
        Assert.Equal(1000, client.ClientClosedWith);
    }

    [Fact]
    public async Task The_gateway_is_asked_for_version_10_in_json_as_a_compressed_stream()
    {
        await using var shard = await ShardOnDiscord.StartAsync();
        await shard.HeardAsync("up");

        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", shard.Discord.Gateway.Clients[0].Query);
    }
}
