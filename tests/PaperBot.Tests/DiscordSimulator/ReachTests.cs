using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordSimulator;

/// <summary>What the simulator knows of whether a question can have reached the bot.</summary>
public sealed class ReachTests
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(1);
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    [Fact]
    public async Task What_was_sent_on_a_connection_that_stands_has_reached_the_bot()
    {
        await using var discord = await StartAsync();
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        var asked = discord.Inject.Slash("ping");

        Assert.Equal((true, Reach.Reached), (asked.WasSent, asked.ReachWithin(Ever, Ever)));
    }

    [Fact]
    public async Task What_was_sent_on_a_connection_that_was_cut_at_once_is_cut_off_until_the_session_is_resumed_before_it()
    {
        await using var discord = await StartAsync();
        var (client, ready) = await RawClient.LogInAsync(discord);
        await using var _ = client;
        await client.HearAsync("GUILD_CREATE");

        var asked = discord.Inject.Slash("ping");
        discord.Gateway.Abort();
        await UntilCutAsync(discord, client);
        var before = asked.ReachWithin(Ever, Ever);
        var patient = asked.ReachWithin(Ever, TimeSpan.Zero);
        await using var again = await ResumeAsync(discord, ready, 2);
        await again.HearAsync("RESUMED");

        Assert.Equal((Reach.CutOff, Reach.Reached), (before, patient));
        Assert.Equal(Reach.Reached, asked.ReachWithin(Ever, Ever));
    }

    [Fact]
    public async Task Who_resumes_after_an_event_or_names_it_in_a_heartbeat_has_had_it()
    {
        await using var discord = await StartAsync();
        var (client, ready) = await RawClient.LogInAsync(discord);
        await using var _ = client;
        var asked = discord.Inject.Slash("ping");
        await client.HearAsync("INTERACTION_CREATE");
        discord.Gateway.Abort();
        await UntilCutAsync(discord, client);
        var before = asked.ReachWithin(Ever, Ever);

        await using var again = await ResumeAsync(discord, ready, 3);
        await again.HearAsync("RESUMED");
        var resumed = asked.ReachWithin(Ever, Ever);
        var other = discord.Inject.Slash("ping");
        var sequence = (int)(await again.HearAsync("INTERACTION_CREATE"))["s"]!;
        await again.SayAsync(1, sequence);
        await again.HearAsync();
        discord.Gateway.Abort();

        Assert.Equal((Reach.CutOff, Reach.Reached), (before, resumed));
        Assert.Equal(Reach.Reached, other.ReachWithin(Ever, Ever));
    }

    [Fact]
    public async Task What_is_asked_in_silence_does_not_reach_the_bot_before_it_resumes()
    {
        await using var discord = await StartAsync();
        var (client, ready) = await RawClient.LogInAsync(discord);
        await using var _ = client;
        await client.HearAsync("GUILD_CREATE");

        discord.Gateway.GoSilent();
        var asked = discord.Inject.Slash("ping");
        var before = asked.ReachWithin(Ever, AtOnce);
        await using var again = await ResumeAsync(discord, ready, 2);
        var heard = await again.HearAsync("INTERACTION_CREATE");

        Assert.Equal((false, Reach.Silence), (asked.WasSent, before));
        Assert.Equal($"{asked.Id}", heard["d"]!["id"]!.ToString());
        Assert.Equal(Reach.Reached, asked.ReachWithin(Ever, AtOnce));
        Assert.Equal(Reach.Silence, asked.ReachWithin(AtOnce, AtOnce));
    }

    [Fact]
    public async Task What_is_asked_while_nobody_is_connected_reaches_nobody_whatever_session_comes_later()
    {
        await using var discord = await StartAsync();

        var asked = discord.Inject.Slash("ping");
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        Assert.Equal(Reach.Nobody, asked.ReachWithin(Ever, AtOnce));
    }

    [Fact]
    public async Task Remembering_answers_keeps_what_they_offer_to_press_and_no_request()
    {
        await using var discord = await StartAsync(Remember.Answers);
        using var http = RawClient.Rest(discord);
        var answer = JsonNode.Parse(
            """{"type":4,"data":{"content":"pong","components":[{"type":1,"components":[{"type":2,"style":1,"label":"more","custom_id":"more"}]}]}}"""
        )!;

        var asked = discord.Inject.Slash("ping");
        await RawClient.AnswerAsync(http, asked, answer);
        var pressed = discord.Inject.Button((await asked.WaitForMessageAsync())!, "more");
        var changed = await RawClient.AnswerAsync(
            http,
            pressed,
            JsonNode.Parse("""{"type":7,"data":{"content":"2"}}""")!
        );

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal("2", asked.Messages[0].Content);
        Assert.Empty(discord.Requests.All);
        Assert.Empty(discord.World.Guilds[0].General.Messages);
    }

    private static async Task<Simulator> StartAsync(Remember remember = Remember.Everything)
    {
        var discord = await Simulator.StartAsync(
            new SimulatorOptions
            {
                Remember = remember,
                Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.Zero },
            }
        );
        using var http = RawClient.Rest(discord);
        var commands = JsonNode.Parse("""[{"name":"ping","description":"Pings."}]""");
        await http.PutAsJsonAsync($"applications/{discord.Options.ApplicationId}/commands", commands);
        return discord;
    }

    private static async Task UntilCutAsync(Simulator discord, RawClient client)
    {
        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            while (true)
            {
                await client.HearAsync();
            }
        });
        await Until.HoldsAsync(() => !discord.Gateway.IsReady, TimeSpan.FromSeconds(20), "the session is detached");
    }

    private static async Task<RawClient> ResumeAsync(Simulator discord, JsonNode ready, int sequence)
    {
        var client = await RawClient.ConnectAsync(discord, path: "/resume");
        await client.HearAsync();
        await client.SayAsync(
            6,
            new JsonObject
            {
                ["token"] = discord.Options.Token,
                ["session_id"] = ready["session_id"]!.ToString(),
                ["seq"] = sequence,
            }
        );
        return client;
    }
}
