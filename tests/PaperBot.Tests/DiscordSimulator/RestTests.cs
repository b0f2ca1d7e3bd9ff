using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordSimulator;

public sealed class RestTests
{
    private const string Messages = "POST /channels/{channel}/messages";

    [Fact]
    public async Task A_slash_command_is_answered_by_a_deferral_and_an_edit_that_stay_private()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        await RegisterAsync(discord, http);
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        var asked = discord.Inject.Slash(
            "search",
            new Dictionary<string, object?> { ["words"] = "diffusion", ["count"] = 3 }
        );
        var heard = (await client.HearAsync("INTERACTION_CREATE"))["d"]!;
        var deferred = new JsonObject
        {
            ["type"] = 5,
            ["data"] = new JsonObject { ["flags"] = 64 },
        };
        var answer = await RawClient.AnswerAsync(http, asked, deferred);
        var loading = asked.Messages[0].IsLoading;
        var token = heard["token"]!.ToString();
        await http.PatchAsJsonAsync(
            $"webhooks/{discord.Options.ApplicationId}/{token}/messages/@original",
            new JsonObject { ["content"] = "three papers" }
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(3, (int)heard["data"]!["options"]![1]!["value"]!);
        Assert.True(loading);
        var message = await asked.WaitForMessageAsync();
        Assert.Equal(("three papers", true), (message!.Content, message.IsPrivate));
        Assert.Empty(discord.World.Guilds[0].General.Messages);
        Assert.Equal(5, asked.Acknowledgement!.Type);
    }

    [Fact]
    public async Task A_first_answer_after_the_limit_meets_an_unknown_interaction_and_a_second_one_is_refused()
    {
        var options = new SimulatorOptions { AnswerWithin = TimeSpan.FromMilliseconds(1) };
        await using var strict = await Simulator.StartAsync(options);
        await using var patient = await Simulator.StartAsync(
            new SimulatorOptions { AnswerWithin = TimeSpan.FromHours(1) }
        );
        using var late = RawClient.Rest(strict);
        using var twice = RawClient.Rest(patient);
        await RegisterAsync(strict, late);
        await RegisterAsync(patient, twice);

        var missed = strict.Inject.Slash("search", new Dictionary<string, object?> { ["words"] = "x" });
        await Task.Delay(20);
        var refused = await RawClient.AnswerAsync(late, missed, Message("too late"));
        var asked = patient.Inject.Slash("search", new Dictionary<string, object?> { ["words"] = "x" });
        await RawClient.AnswerAsync(twice, asked, Message("first"));
        var second = await RawClient.AnswerAsync(twice, asked, Message("second"));

        Assert.Equal((HttpStatusCode.NotFound, 10062), (refused.StatusCode, await CodeAsync(refused)));
        Assert.Null(missed.Acknowledgement);
        Assert.InRange(missed.FirstCallback!.Value.TotalMilliseconds, 1, 60_000);
        Assert.Equal((HttpStatusCode.BadRequest, 40060), (second.StatusCode, await CodeAsync(second)));
        Assert.Equal(2, asked.Answers);
    }

    [Fact]
    public async Task The_token_of_an_interaction_dies()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        await RegisterAsync(discord, http);
        var asked = discord.Inject.Slash("search", new Dictionary<string, object?> { ["words"] = "x" });
        await RawClient.AnswerAsync(http, asked, Message("first"));

        discord.Inject.Expire(asked);
        var answer = await http.PostAsJsonAsync(
            $"webhooks/{discord.Options.ApplicationId}/{asked.Token}",
            Content("more")
        );

        Assert.Equal((HttpStatusCode.Unauthorized, 50027), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task The_sixth_message_in_five_seconds_is_rate_limited_in_its_channel_only()
    {
        await using var discord = await Simulator.StartAsync(Slow(Messages, 5));
        using var http = RawClient.Rest(discord);
        var guild = discord.World.Guilds[0];
        var other = discord.AddChannel(guild, "other");

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await PostAsync(http, guild.General, Content("x")));
        }
        var elsewhere = await PostAsync(http, other, Content("x"));

        Assert.Equal("4", Header(answers[0], "X-RateLimit-Remaining"));
        Assert.Equal(Header(answers[0], "X-RateLimit-Bucket"), Header(elsewhere, "X-RateLimit-Bucket"));
        Assert.Equal(HttpStatusCode.OK, answers[4].StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[5].StatusCode);
        Assert.Equal("user", Header(answers[5], "X-RateLimit-Scope"));
        var body = await answers[5].Content.ReadFromJsonAsync<JsonObject>();
        Assert.False((bool)body!["global"]!);
        Assert.InRange((double)body["retry_after"]!, 0.001, 3600);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Too_many_refused_requests_bring_Cloudflare_in_front()
    {
        var options = new SimulatorOptions { RateLimits = new RateLimitOptions { InvalidPerTenMinutes = 3 } };
        await using var discord = await Simulator.StartAsync(options);
        using var http = new HttpClient();

        for (var i = 0; i < 3; i++)
        {
            await http.GetAsync(discord.RestAddress + "/users/@me");
        }
        var banned = await http.GetAsync(discord.RestAddress + "/users/@me");

        Assert.Equal(HttpStatusCode.TooManyRequests, banned.StatusCode);
        Assert.Equal("text/html", banned.Content.Headers.ContentType!.MediaType);
        Assert.False(banned.Headers.Contains("X-RateLimit-Scope"));
    }

    [Fact]
    public async Task Broken_limits_are_told_where_they_stand()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        var body = new JsonObject
        {
            ["content"] = new string('x', 2001),
            ["embeds"] = new JsonArray(new JsonObject { ["title"] = new string('x', 257) }),
        };

        var answer = await PostAsync(http, discord.World.Guilds[0].General, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var told = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(50035, (int)told!["code"]!);
        Assert.Equal("BASE_TYPE_MAX_LENGTH", told["errors"]!["content"]!["_errors"]![0]!["code"]!.ToString());
        Assert.NotNull(told["errors"]!["embeds"]!["0"]!["title"]);
    }

    [Fact]
    public async Task A_nonce_that_is_enforced_posts_once()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        var channel = discord.World.Guilds[0].General;
        var body = Content("digest");
        body["nonce"] = "2026-01-05";
        body["enforce_nonce"] = true;
        discord.Faults.Reset(Messages, after: true);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(http, channel, body));
        var again = await PostAsync(http, channel, body);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public async Task Permissions_and_places_that_are_gone_answer_as_Discord_does()
    {
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        var guild = discord.World.Guilds[0];
        var mute = discord.AddChannel(guild, "mute");
        var hidden = discord.AddChannel(guild, "hidden");
        var gone = discord.AddChannel(guild, "gone");
        mute.BotPermissions = Permissions.ViewChannel;
        hidden.BotPermissions = Permissions.None;
        discord.RemoveChannel(gone);

        Assert.Equal(50013, await CodeAsync(await PostAsync(http, mute, Content("x"))));
        Assert.Equal(50001, await CodeAsync(await PostAsync(http, hidden, Content("x"))));
        Assert.Equal(10003, await CodeAsync(await PostAsync(http, gone, Content("x"))));
    }

    private static SimulatorOptions Slow(string route, int requests) =>
        new()
        {
            RateLimits = new RateLimitOptions
            {
                Routes = new Dictionary<string, RateLimit> { [route] = new(requests, TimeSpan.FromHours(1)) },
            },
        };

    private static async Task RegisterAsync(Simulator discord, HttpClient http)
    {
        var commands = JsonNode.Parse(
            """
            [{"name":"search","description":"Searches.","options":[
              {"type":3,"name":"words","description":"Words.","required":true},
              {"type":4,"name":"count","description":"How many."}]}]
            """
        );
        var answer = await http.PutAsJsonAsync($"applications/{discord.Options.ApplicationId}/commands", commands);
        answer.EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, Channel channel, JsonObject body) =>
        http.PostAsync(
            $"channels/{channel.Id}/messages",
            new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")
        );

    private static JsonObject Content(string text) => new() { ["content"] = text };

    private static JsonObject Message(string text) => new() { ["type"] = 4, ["data"] = Content(text) };

    private static async Task<int> CodeAsync(HttpResponseMessage answer) =>
        (int)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!;

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
