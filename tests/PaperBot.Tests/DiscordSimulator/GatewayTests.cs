using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordSimulator;

public sealed class GatewayTests
{
    private static readonly SimulatorOptions Quick = new()
    {
        Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.Zero },
    };

    [Theory]
    [InlineData("?v=10&encoding=json")]
    [InlineData("?v=10&encoding=json&compress=zlib-stream")]
    public async Task Who_identifies_is_told_that_it_is_ready_and_then_each_guild(string query)
    {
        await using var discord = await Simulator.StartAsync(Quick);

        var (client, ready) = await RawClient.LogInAsync(discord, query);
        await using var _ = client;
        var guild = await client.HearAsync("GUILD_CREATE");

        Assert.Equal(discord.Options.ApplicationId.ToString(), ready["application"]!["id"]!.ToString());
        Assert.Equal(new Uri(discord.GatewayAddress, "/resume").ToString(), ready["resume_gateway_url"]!.ToString());
        Assert.Equal(2, (int)guild["s"]!);
        Assert.Equal(discord.World.Guilds[0].Name, guild["d"]!["name"]!.ToString());
    }

    [Fact]
    public async Task A_heartbeat_is_acknowledged()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        await using var client = await RawClient.ConnectAsync(discord);
        await client.HearAsync();

        await client.SayAsync(1, null);

        Assert.Equal(11, (int)(await client.HearAsync())["op"]!);
    }

    [Theory]
    [InlineData("{\"op\":99}", 4001)]
    [InlineData("{\"op\":", 4002)]
    [InlineData("null", 4002)]
    [InlineData("{\"op\":3,\"d\":{}}", 4003)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"wrong\",\"intents\":0,\"properties\":{}}}", 4004)]
    [InlineData(
        "{\"op\":2,\"d\":{\"token\":\"simulated-bot-token\",\"intents\":0,\"properties\":{},\"shard\":[1,1]}}",
        4010
    )]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"simulated-bot-token\",\"intents\":1073741824,\"properties\":{}}}", 4013)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"simulated-bot-token\",\"intents\":32768,\"properties\":{}}}", 4014)]
    public async Task Misuse_is_closed_with_its_code(string frame, int code)
    {
        await using var discord = await Simulator.StartAsync(Quick);
        await using var client = await RawClient.ConnectAsync(discord);
        await client.HearAsync();

        await client.SayAsync(frame);

        Assert.Equal(code, await client.HearCloseAsync());
    }

    [Fact]
    public async Task A_payload_over_4096_bytes_a_second_identify_and_the_121st_frame_are_closed_with_their_codes()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        var (large, _) = await RawClient.LogInAsync(discord);
        var (twice, _) = await RawClient.LogInAsync(discord);
        var (often, _) = await RawClient.LogInAsync(discord);

        await large.SayAsync("{\"op\":1,\"d\":null,\"x\":\"" + new string('x', 4096) + "\"}");
        await twice.IdentifyAsync(discord.Options.Token);
        for (var i = 0; i < 120; i++)
        {
            await often.SayAsync(3, new JsonObject());
        }

        Assert.Equal(4002, await large.HearCloseAsync());
        Assert.Equal(4005, await twice.HearCloseAsync());
        Assert.Equal(4008, await often.HearCloseAsync());
    }

    [Fact]
    public async Task Too_many_guilds_for_one_shard_are_refused_until_the_client_shards()
    {
        var options = new SimulatorOptions
        {
            Guilds = 3,
            Gateway = new GatewayOptions { GuildsPerShard = 2, IdentifyEvery = TimeSpan.Zero },
        };
        await using var discord = await Simulator.StartAsync(options);
        await using var one = await RawClient.ConnectAsync(discord);
        await using var two = await RawClient.ConnectAsync(discord);

        await one.IdentifyAsync(discord.Options.Token);
        await two.IdentifyAsync(discord.Options.Token, shard: [0, 2]);

        Assert.Equal(4011, await one.HearCloseAsync());
        var ready = await two.HearAsync("READY");
        Assert.All(
            ready["d"]!["guilds"]!.AsArray(),
            g => Assert.Equal(0UL, (ulong.Parse(g!["id"]!.ToString()) >> 22) % 2)
        );
    }

    [Fact]
    public async Task Shards_that_identify_faster_than_max_concurrency_allows_get_an_invalid_session()
    {
        var options = new SimulatorOptions { Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.FromHours(1) } };
        await using var discord = await Simulator.StartAsync(options);
        var (first, _) = await RawClient.LogInAsync(discord);
        await using var __ = first;
        await using var second = await RawClient.ConnectAsync(discord);
        await second.HearAsync();

        await second.IdentifyAsync(discord.Options.Token);

        var answer = await second.HearAsync();
        Assert.Equal(9, (int)answer["op"]!);
        Assert.False((bool)answer["d"]!);
    }

    [Fact]
    public async Task A_resume_brings_what_was_missed_in_order_and_nothing_twice()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        var (first, ready) = await RawClient.LogInAsync(discord);
        await first.HearAsync("GUILD_CREATE");
        discord.Gateway.Abort();
        await Assert.ThrowsAnyAsync<WebSocketException>(() => first.HearAsync());
        discord.Gateway.Dispatch("MISSED", new JsonObject { ["n"] = 1 });
        discord.Gateway.Dispatch("MISSED", new JsonObject { ["n"] = 2 });

        await using var second = await RawClient.ConnectAsync(discord, path: "/resume");
        await second.HearAsync();
        await second.SayAsync(6, Resume(discord, ready, 2));

        Assert.Equal(("MISSED", 3), Event(await second.HearAsync()));
        Assert.Equal(("MISSED", 4), Event(await second.HearAsync()));
        Assert.Equal(("RESUMED", 5), Event(await second.HearAsync()));
    }

    [Fact]
    public async Task A_session_that_is_unknown_or_ahead_of_the_server_is_not_resumed()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        var (first, ready) = await RawClient.LogInAsync(discord);
        await using var unknown = await RawClient.ConnectAsync(discord);
        await using var ahead = await RawClient.ConnectAsync(discord);
        await unknown.HearAsync();
        await ahead.HearAsync();
        await first.DisposeAsync();

        await unknown.SayAsync(6, Resume(discord, new JsonObject { ["session_id"] = "unknown" }, 1));
        await ahead.SayAsync(6, Resume(discord, ready, 1000));

        Assert.False((bool)(await unknown.HearAsync())["d"]!);
        Assert.Equal(4007, await ahead.HearCloseAsync());
    }

    [Fact]
    public async Task Who_sends_no_heartbeat_is_closed_as_timed_out()
    {
        var options = new SimulatorOptions
        {
            Gateway = new GatewayOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(100) },
        };
        await using var discord = await Simulator.StartAsync(options);
        await using var client = await RawClient.ConnectAsync(discord);

        Assert.Equal(4009, await client.HearCloseAsync());
    }

    [Theory]
    [InlineData(HandshakeStep.BeforeHello)]
    [InlineData(HandshakeStep.AfterHello)]
    [InlineData(HandshakeStep.AfterIdentify)]
    [InlineData(HandshakeStep.AfterReady)]
    public async Task A_connection_can_be_lost_at_each_step_of_the_handshake_and_the_next_one_succeeds(
        HandshakeStep step
    )
    {
        await using var discord = await Simulator.StartAsync(Quick);
        discord.Gateway.DropNext(step);

        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            await using var lost = await RawClient.ConnectAsync(discord);
            await lost.HearAsync();
            await lost.IdentifyAsync(discord.Options.Token);
            while (true)
            {
                await lost.HearAsync();
            }
        });

        var (client, _) = await RawClient.LogInAsync(discord);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_revoked_token_ends_connections_and_requests()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        var (client, _) = await RawClient.LogInAsync(discord);
        using var http = RawClient.Rest(discord);

        discord.RevokeToken();

        Assert.Equal(4004, await client.HearCloseAsync());
        Assert.Equal(401, (int)(await http.GetAsync("users/@me")).StatusCode);
    }

    private static JsonObject Resume(Simulator discord, JsonNode ready, int sequence) =>
        new()
        {
            ["token"] = discord.Options.Token,
            ["session_id"] = ready["session_id"]!.ToString(),
            ["seq"] = sequence,
        };

    private static (string Name, int Sequence) Event(JsonNode frame) => (frame["t"]!.ToString(), (int)frame["s"]!);
}
