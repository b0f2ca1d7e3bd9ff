using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordSimulator;

public sealed class FaultTests
{
    private static readonly SimulatorOptions Quick = new()
    {
        Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.Zero },
    };

    [Fact]
    public async Task The_gateway_says_what_it_is_told_to_say()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;
        await client.HearAsync("GUILD_CREATE");

        discord.Gateway.AskForHeartbeat();
        discord.Gateway.AskToReconnect();
        discord.Gateway.InvalidateSessions(resumable: true);
        discord.Gateway.RepeatLastEvent();
        discord.Gateway.DispatchAs(1, "OLD", new JsonObject());
        discord.Gateway.SendHuge(5_000_000);

        Assert.Equal(1, (int)(await client.HearAsync())["op"]!);
        Assert.Equal(7, (int)(await client.HearAsync())["op"]!);
        Assert.True((bool)(await client.HearAsync())["d"]!);
        Assert.Equal(("GUILD_CREATE", 2), Event(await client.HearAsync()));
        Assert.Equal(("OLD", 1), Event(await client.HearAsync()));
        var huge = await client.HearAsync();
        Assert.Equal(("SIMULATED_HUGE", 3), Event(huge));
        Assert.Equal(5_000_000, huge["d"]!["filler"]!.ToString().Length);
    }

    [Fact]
    public async Task Upgrades_are_refused_as_often_as_asked()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        discord.Gateway.RefuseUpgrades(times: 1, status: 503);

        await Assert.ThrowsAsync<WebSocketException>(() => RawClient.ConnectAsync(discord));
        var (client, _) = await RawClient.LogInAsync(discord);

        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_session_that_was_forgotten_cannot_be_resumed()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        var (client, ready) = await RawClient.LogInAsync(discord);
        await using var _ = client;
        await using var again = await RawClient.ConnectAsync(discord, path: "/resume");
        await again.HearAsync();

        discord.Gateway.ForgetSessions();
        var resume = new JsonObject
        {
            ["token"] = discord.Options.Token,
            ["session_id"] = ready["session_id"]!.ToString(),
            ["seq"] = 1,
        };
        await again.SayAsync(6, resume);

        Assert.Equal(9, (int)(await again.HearAsync())["op"]!);
    }

    [Fact]
    public async Task A_route_fails_as_often_as_asked_and_no_other_route_does()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        discord.Faults.Fail("GET /users/@me", 502, times: 2);
        discord.Faults.RateLimit("GET /applications/@me", TimeSpan.FromSeconds(0.25), "shared");

        var first = await http.GetAsync("users/@me");
        var other = await http.GetAsync("users/@me/guilds");
        var second = await http.GetAsync("users/@me");
        var third = await http.GetAsync("users/@me");
        var shared = await http.GetAsync("applications/@me");

        Assert.Equal(HttpStatusCode.BadGateway, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Equal("shared", shared.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal(0.25, (double)(await shared.Content.ReadFromJsonAsync<JsonObject>())!["retry_after"]!);
    }

    [Fact]
    public async Task The_clock_of_the_server_can_be_wrong()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        discord.ClockSkew = TimeSpan.FromHours(2);

        var answer = await http.GetAsync("users/@me");

        Assert.InRange(
            answer.Headers.Date!.Value - DateTimeOffset.UtcNow,
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(3)
        );
    }

    [Fact]
    public async Task Load_counts_what_was_answered_and_what_was_missed()
    {
        var options = new SimulatorOptions
        {
            Remember = Remember.Counters,
            AnswerWithin = TimeSpan.FromMilliseconds(300),
            Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.Zero },
        };
        await using var discord = await Simulator.StartAsync(options);
        using var http = RawClient.Rest(discord);
        var commands = JsonNode.Parse("""[{"name":"ping","description":"Pings."}]""");
        await http.PutAsJsonAsync($"applications/{discord.Options.ApplicationId}/commands", commands);
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        await discord.WaitForCommandAsync("ping", TimeSpan.FromSeconds(20));
        var report = await discord.LoadAsync(new Load(100, TimeSpan.FromSeconds(0.1), "ping"));

        Assert.Equal((10, 0, 10), (report.Sent, report.Acknowledged, report.Missed));
        Assert.Equal("ping", (await client.HearAsync("INTERACTION_CREATE"))["d"]!["data"]!["name"]!.ToString());
    }

    [Fact]
    public async Task Counting_only_a_deferred_answer_can_still_be_edited()
    {
        await using var discord = await Simulator.StartAsync(new SimulatorOptions { Remember = Remember.Counters });
        using var http = RawClient.Rest(discord);
        var commands = JsonNode.Parse("""[{"name":"ping","description":"Pings."}]""");
        await http.PutAsJsonAsync($"applications/{discord.Options.ApplicationId}/commands", commands);
        var asked = discord.Inject.Slash("ping");

        await RawClient.AnswerAsync(http, asked, new JsonObject { ["type"] = 5 });
        var edit = await http.PatchAsJsonAsync(
            $"webhooks/{discord.Options.ApplicationId}/{asked.Token}/messages/@original",
            new JsonObject { ["content"] = "pong" }
        );

        Assert.Equal(HttpStatusCode.OK, edit.StatusCode);
        Assert.Equal("pong", (await asked.WaitForMessageAsync())!.Content);
        Assert.Empty(discord.Requests.All);
    }

    [Fact]
    public async Task Everything_can_be_asked_for_over_HTTP_too()
    {
        await using var discord = await Simulator.StartAsync(Quick);
        using var http = new HttpClient { BaseAddress = new Uri(discord.Address, "/_sim/") };

        var guild = await (
            await http.PostAsJsonAsync("guilds", new JsonObject { ["name"] = "lab" })
        ).Content.ReadFromJsonAsync<JsonObject>();
        var wrong = await http.PostAsJsonAsync("faults/gateway", new JsonObject { ["action"] = "sing" });
        var gone = await http.DeleteAsync($"guilds/{guild!["id"]}");
        var summary = await http.GetFromJsonAsync<JsonObject>("");

        Assert.Equal(
            "There is no action 'sing'. See README.md.",
            (await wrong.Content.ReadFromJsonAsync<JsonObject>())!["problem"]!.ToString()
        );
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Equal(1, (int)summary!["guilds"]!);
    }

    private static (string Name, int Sequence) Event(JsonNode frame) => (frame["t"]!.ToString(), (int)frame["s"]!);
}
