using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordSimulator;

/// <summary>What the simulator finds wrong with a request by Discord's own description.</summary>
public sealed class SpecTests
{
    private const string Commands = "/applications/1/commands";
    private const string Callback = "/interactions/2/token/callback";
    private const string Messages = "/channels/3/messages";

    [Theory]
    [InlineData("POST", Messages, """{"content":"x","embed":{}}""", "/ must not have 'embed'")]
    [InlineData("POST", Messages, """{"content":5}""", "/content must be 'string, null'")]
    [InlineData(
        "POST",
        Messages,
        """{"embeds":[{"fields":[{"name":"a"}]}]}""",
        "/embeds/0/fields/0 must have ['value']"
    )]
    [InlineData(
        "POST",
        Messages,
        """{"message_reference":{"message_id":"18446744073709551616"}}""",
        "/message_reference/message_id must be a valid 'snowflake'"
    )]
    [InlineData("POST", Messages, """{"embeds":[{"color":4294967296}]}""", "/embeds/0/color must be at most 16777215")]
    [InlineData(
        "POST",
        Messages,
        """{"components":[{"type":1,"id":2147483648,"components":[{"type":2,"style":5,"url":"https://a.b"}]}]}""",
        "/components/0/id must be a valid 'int32'"
    )]
    [InlineData("POST", Messages, "", "a body is required")]
    [InlineData("POST", Messages, "{", "the body is not JSON")]
    [InlineData("GET", Messages, "{}", "the operation takes no body")]
    [InlineData("POST", Callback, """{"type":3}""", "/type must be one of [8,4,5,12,9,1,13,6,7]")]
    [InlineData(
        "POST",
        Callback,
        """{"type":8,"data":{"choices":[{"name":"a"}]}}""",
        "/data/choices/0 must have ['value']"
    )]
    [InlineData("PUT", Commands, """[{"name":"a","description":"b","type":9}]""", "/0/type must be one of [1,2,3,4]")]
    [InlineData(
        "PUT",
        Commands,
        """[{"name":"a","description":"b","options":[{"type":3,"name":"c"}]}]""",
        "/0/options/0 must have ['description']"
    )]
    [InlineData("GET", "/channels/3/papers", "", "GET /channels/3/papers is not in the description")]
    public void What_is_wrong_with_a_body_is_said_in_one_line(string method, string path, string body, string problem)
    {
        var told = Problems(method, path, "", body);

        Assert.Equal([problem], told);
    }

    [Theory]
    [InlineData(
        Messages,
        """{"content":"x","nonce":"2026-01-05","flags":4,"embeds":[{"title":"a","timestamp":null}]}"""
    )]
    [InlineData(Messages, """{"content":"x","nonce":20260105,"components":[]}""")]
    [InlineData(
        Callback,
        """{"type":4,"data":{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"}]}]}}"""
    )]
    [InlineData(Commands, """{"name":"a","description":"b","default_member_permissions":"32","nsfw":false}""")]
    [InlineData(Commands, """{"name":"a","description":"b","default_member_permissions":32}""")]
    public void What_Discord_takes_has_no_problem(string path, string body)
    {
        var told = Problems("POST", path, "", body);

        Assert.Empty(told);
    }

    [Fact]
    public void A_text_is_counted_in_code_points_not_in_what_is_seen_as_one_character()
    {
        var body = new JsonObject
        {
            ["embeds"] = new JsonArray(
                new JsonObject { ["title"] = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 52)) },
                new JsonObject { ["title"] = string.Concat(Enumerable.Repeat("😀", 256)) }
            ),
        };

        var told = Problems("POST", Messages, "", body.ToJsonString());

        Assert.Equal(["/embeds/0/title must have at most 256 characters"], told);
    }

    [Theory]
    [InlineData(Commands, "?with_localizations=true")]
    [InlineData(Messages, "?after=1100000000000000001&limit=100")]
    [InlineData("/webhooks/1/token/messages/@original", "")]
    [InlineData("/users/@me/guilds", "?limit=200&with_counts=false")]
    [InlineData("/guilds/1/messages/search", "?author_id=1&author_id=2")]
    public void Parameters_of_the_right_kind_have_no_problem(string path, string query)
    {
        var told = Problems("GET", path, query, "");

        Assert.Empty(told);
    }

    [Theory]
    [InlineData(Commands, "?with_localisations=true", "?with_localisations is not a parameter of this operation")]
    [InlineData(Commands, "?with_localizations=yes", "?with_localizations must be 'boolean'")]
    [InlineData(Messages, "?limit=101", "?limit must be at most 100")]
    [InlineData(Messages, "?limit=0", "?limit must be at least 1")]
    [InlineData(Messages, "?limit=many", "?limit must be 'integer'")]
    [InlineData(Messages, "?limit=1&limit=2", "?limit must be 'integer'")]
    [InlineData(Messages, "?after=01", "?after must match '^(0|[1-9][0-9]*)$'")]
    [InlineData(Messages, "?after=18446744073709551616", "?after must be a valid 'snowflake'")]
    [InlineData("/guilds/1/members/search", "", "?query must be there")]
    [InlineData("/guilds/1/messages/search", "?author_id=1&author_id=x", "?author_id/1 must match '^(0|[1-9][0-9]*)$'")]
    [InlineData("/channels/papers", "", "{channel_id} must match '^(0|[1-9][0-9]*)$'")]
    [InlineData("/webhooks/1/token/messages/original", "", "{message_id} must match '^(0|[1-9][0-9]*)$'")]
    public void A_parameter_that_is_unknown_missing_or_of_the_wrong_kind_is_a_problem(
        string path,
        string query,
        string problem
    )
    {
        var told = Problems("GET", path, query, "");

        Assert.Contains(problem, told);
    }

    [Fact]
    public async Task A_request_that_the_official_description_forbids_is_remembered_with_its_problem()
    {
        var options = new SimulatorOptions { SpecPath = SharedFiles.Path("discord/openapi.json") };
        await using var discord = await Simulator.StartAsync(options);
        using var http = RawClient.Rest(discord);
        var wrong = Content("x");
        wrong["embed"] = new JsonObject();

        await PostAsync(http, discord.World.Guilds[0].General, Content("right"));
        await PostAsync(http, discord.World.Guilds[0].General, wrong);
        await http.GetAsync("users/@me/guilds?limit=201");

        Assert.Equal(
            [
                ["/ must not have 'embed'"],
                ["?limit must be at most 200"],
            ],
            discord.InvalidRequests.Select(told => told.Problems)
        );
    }

    [Fact]
    public async Task What_the_simulator_answers_is_valid_itself()
    {
        var path = SharedFiles.Path("discord/openapi.json");
        await using var discord = await Simulator.StartAsync();
        using var http = RawClient.Rest(discord);
        await RegisterAsync(discord, http);
        var guild = discord.World.Guilds[0];
        var rich = Content("hello");
        rich["embeds"] = new JsonArray(new JsonObject { ["title"] = "a", ["description"] = "b" });
        rich["components"] = JsonNode.Parse(
            """[{"type":1,"components":[{"type":2,"style":1,"label":"more","custom_id":"more"}]}]"""
        );
        await PostAsync(http, guild.General, rich);
        var button = discord.Inject.Button(guild.General.Messages[0], "more");
        await RawClient.AnswerAsync(http, button, Message("answer"));
        var spec = SpecCheck.Load(path);

        var problems = new List<string>();
        foreach (
            var place in (string[])
                [
                    "gateway/bot",
                    "users/@me",
                    "users/@me/guilds",
                    "applications/@me",
                    $"applications/{discord.Options.ApplicationId}/commands",
                    $"guilds/{guild.Id}",
                    $"guilds/{guild.Id}/roles",
                    $"guilds/{guild.Id}/members/{discord.World.Bot.Id}",
                    $"channels/{guild.General.Id}",
                    $"channels/{guild.General.Id}/messages",
                    $"channels/{guild.General.Id}/messages/{guild.General.Messages[0].Id}",
                    $"webhooks/{discord.Options.ApplicationId}/{button.Token}/messages/@original",
                    "channels/1",
                ]
        )
        {
            var answer = await http.GetAsync(place);
            var body = await answer.Content.ReadAsByteArrayAsync();
            var told = spec.AnswerProblems("GET", "/" + place, (int)answer.StatusCode, body);
            problems.AddRange(told.Select(p => $"{place}: {p}"));
        }

        Assert.Empty(problems);
    }

    private static IReadOnlyList<string> Problems(string method, string path, string query, string body) =>
        SpecCheck
            .Load(SharedFiles.Path("discord/openapi.json"))
            .Problems(method, path, query, Encoding.UTF8.GetBytes(body));

    private static async Task RegisterAsync(Simulator discord, HttpClient http)
    {
        var commands = JsonNode.Parse("""[{"name":"search","description":"Searches."}]""");
        var answer = await http.PutAsJsonAsync($"applications/{discord.Options.ApplicationId}/commands", commands);
        answer.EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, Channel channel, JsonObject body) =>
        http.PostAsJsonAsync($"channels/{channel.Id}/messages", body);

    private static JsonObject Content(string text) => new() { ["content"] = text };

    private static JsonObject Message(string text) => new() { ["type"] = 4, ["data"] = Content(text) };
}
