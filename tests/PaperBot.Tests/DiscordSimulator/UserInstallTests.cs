using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordSimulator;

/// <summary>A bot that somebody has installed for themselves, where it is no member: in a group, in a server of others.</summary>
public sealed class UserInstallTests
{
    private const long DirectMessages = 1 << 12;

    [Fact]
    public async Task In_a_group_an_interaction_names_the_user_and_nothing_of_a_server()
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        discord.Inject.Slash("ping", from: InGroup(discord));
        var heard = (await client.HearAsync("INTERACTION_CREATE"))["d"]!.AsObject();

        Assert.Equal($"{discord.World.Tester.Id}", heard["user"]!["id"]!.ToString());
        Assert.Equal((2, 3), ((int)heard["context"]!, (int)heard["channel"]!["type"]!));
        Assert.Equal(
            $$"""{"1":"{{discord.World.Tester.Id}}"}""",
            heard["authorizing_integration_owners"]!.ToJsonString()
        );
        Assert.Equal($"{(1 << 14) | (1 << 15) | (1 << 17)}", heard["app_permissions"]!.ToString());
        Assert.All(
            (string[])["guild_id", "guild", "guild_locale", "member"],
            name => Assert.False(heard.ContainsKey(name))
        );
        Assert.False(heard["channel"]!.AsObject().ContainsKey("guild_id"));
    }

    [Fact]
    public async Task A_bot_answers_in_a_group_but_cannot_open_it_or_hear_what_is_said_there()
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);
        await using var client = await RawClient.ConnectAsync(discord);
        await client.IdentifyAsync(discord.Options.Token, DirectMessages);
        await client.HearAsync("READY");
        var group = discord.World.Group;

        discord.TypeMessage("what is new?", group);
        var asked = discord.Inject.Slash("ping", from: InGroup(discord));
        await RawClient.AnswerAsync(http, asked, Message("pong"));
        discord.TypeMessage("and here?", discord.World.DirectMessages);
        var heard = new[] { await client.HearAsync(), await client.HearAsync() };
        var posted = await http.PostAsJsonAsync($"channels/{group.Id}/messages", Content("the daily post"));

        Assert.Equal(["what is new?", "pong"], group.Messages.Select(message => message.Content));
        Assert.False(group.Messages[1].IsPrivate);
        Assert.Equal(["INTERACTION_CREATE", "MESSAGE_CREATE"], heard.Select(frame => frame["t"]!.ToString()));
        Assert.Equal("and here?", heard[1]["d"]!["content"]!.ToString());
        Assert.Equal((HttpStatusCode.Forbidden, 50001), (posted.StatusCode, await CodeAsync(posted)));
    }

    [Fact]
    public async Task Who_presses_a_button_of_somebody_elses_answer_is_told_with_the_one_who_installed_the_bot()
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);
        var other = discord.World.NewUser("other");
        var asked = discord.Inject.Slash("ping", from: InGroup(discord));
        await RawClient.AnswerAsync(http, asked, WithButton);
        var answer = await asked.WaitForMessageAsync();
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        discord.Inject.Button(answer!, "more", InGroup(discord) with { User = other });
        var heard = (await client.HearAsync("INTERACTION_CREATE"))["d"]!;

        Assert.Equal($"{other.Id}", heard["user"]!["id"]!.ToString());
        Assert.Equal($"{discord.World.Tester.Id}", heard["authorizing_integration_owners"]!["1"]!.ToString());
    }

    [Theory]
    [InlineData(Permissions.UseExternalApps, false)]
    [InlineData(Permissions.ViewChannel, true)]
    public async Task What_a_user_installed_bot_answers_in_a_server_is_private_where_external_apps_are_not_allowed(
        Permissions allowed,
        bool isPrivate
    )
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);
        var from = new AskedFrom { UserInstalled = true, MemberPermissions = allowed };
        var general = discord.World.Guilds[0].General;

        var atOnce = discord.Inject.Slash("ping", from: from);
        await RawClient.AnswerAsync(http, atOnce, Message("pong"));
        var later = discord.Inject.Slash("ping", from: from);
        await RawClient.AnswerAsync(http, later, new JsonObject { ["type"] = 5 });
        await FollowUpAsync(discord, http, later);
        await FollowUpAsync(discord, http, later);

        var answers = atOnce.Messages.Concat(later.Messages).ToList();
        Assert.Equal(3, answers.Count);
        Assert.All(answers, message => Assert.Equal(isPrivate, message.IsPrivate));
        Assert.Equal(isPrivate ? 0 : 3, general.Messages.Count);
    }

    [Fact]
    public async Task Permissions_of_servers_hide_nothing_in_a_group()
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);

        var asked = discord.Inject.Slash("ping", from: InGroup(discord) with { MemberPermissions = Permissions.None });
        await RawClient.AnswerAsync(http, asked, Message("pong"));

        Assert.False((await asked.WaitForMessageAsync())!.IsPrivate);
    }

    [Fact]
    public async Task Only_five_messages_follow_an_answer_where_the_bot_is_no_member()
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);
        var group = discord.Inject.Slash("ping", from: InGroup(discord));
        var guild = discord.Inject.Slash("ping");
        await RawClient.AnswerAsync(http, group, Message("pong"));
        await RawClient.AnswerAsync(http, guild, Message("pong"));

        var followed = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
        {
            followed.Add(await FollowUpAsync(discord, http, group));
            (await FollowUpAsync(discord, http, guild)).EnsureSuccessStatusCode();
        }

        Assert.All(followed[..5], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((HttpStatusCode.BadRequest, 40094), (followed[5].StatusCode, await CodeAsync(followed[5])));
        Assert.Equal((6, 7), (group.Messages.Count, guild.Messages.Count));
    }

    [Theory]
    [InlineData("""[{"name":"ping","description":"Pings.","integration_types":[0],"contexts":[0,1,2]}]""")]
    [InlineData("""[{"name":"ping","description":"Pings.","integration_types":[0,1],"contexts":[0,1]}]""")]
    public async Task A_command_that_is_not_offered_in_groups_cannot_be_asked_there(string commands)
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord, commands);

        var refused = Assert.Throws<ArgumentException>(() => discord.Inject.Slash("ping", from: InGroup(discord)));
        discord.Inject.Slash("ping");

        Assert.StartsWith("The command 'ping' is not offered there.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_group_has_a_name_in_the_control_endpoints()
    {
        await using var discord = await StartAsync();
        using var http = await RegisterAsync(discord);
        using var control = new HttpClient { BaseAddress = new Uri(discord.Address, "/_sim/") };
        var (client, _) = await RawClient.LogInAsync(discord);
        await using var __ = client;

        await control.PostAsJsonAsync("channels/group/messages", Content("see arXiv 2401.01234"));
        var injecting = control.PostAsJsonAsync(
            "interactions",
            new JsonObject
            {
                ["type"] = "slash",
                ["command"] = "ping",
                ["channel"] = "group",
            }
        );
        var heard = (await client.HearAsync("INTERACTION_CREATE"))["d"]!;
        var answer = await http.PostAsJsonAsync(
            $"interactions/{heard["id"]}/{heard["token"]}/callback",
            Message("pong")
        );
        var told = await (await injecting).Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal((2, HttpStatusCode.NoContent), ((int)heard["context"]!, answer.StatusCode));
        Assert.Equal("pong", told!["messages"]![0]!["content"]!.ToString());
        Assert.Equal(["see arXiv 2401.01234", "pong"], discord.World.Group.Messages.Select(one => one.Content));
    }

    private static Task<Simulator> StartAsync() =>
        Simulator.StartAsync(
            new SimulatorOptions
            {
                Gateway = new GatewayOptions { IdentifyEvery = TimeSpan.Zero },
                RateLimits = new RateLimitOptions { Enabled = false },
            }
        );

    private static async Task<HttpClient> RegisterAsync(
        Simulator discord,
        string commands = """[{"name":"ping","description":"Pings.","integration_types":[0,1],"contexts":[0,1,2]}]"""
    )
    {
        var http = RawClient.Rest(discord);
        var path = $"applications/{discord.Options.ApplicationId}/commands";
        (await http.PutAsJsonAsync(path, JsonNode.Parse(commands))).EnsureSuccessStatusCode();
        return http;
    }

    private static AskedFrom InGroup(Simulator discord) => new() { Channel = discord.World.Group };

    private static Task<HttpResponseMessage> FollowUpAsync(
        Simulator discord,
        HttpClient http,
        InjectedInteraction asked
    ) => http.PostAsJsonAsync($"webhooks/{discord.Options.ApplicationId}/{asked.Token}", Content("more"));

    private static JsonObject Content(string text) => new() { ["content"] = text };

    private static JsonObject Message(string text) => new() { ["type"] = 4, ["data"] = Content(text) };

    private static JsonNode WithButton =>
        JsonNode.Parse(
            """{"type":4,"data":{"content":"pong","components":[{"type":1,"components":[{"type":2,"style":1,"label":"more","custom_id":"more"}]}]}}"""
        )!;

    private static async Task<int> CodeAsync(HttpResponseMessage answer) =>
        (int)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!;
}
