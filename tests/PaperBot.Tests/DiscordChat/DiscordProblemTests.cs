using System.Text;
using System.Text.Json;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What the person at the desk reads when Discord says no.</summary>
public sealed class DiscordProblemTests
{
    [Fact]
    public void A_form_that_Discord_does_not_take_is_told_by_its_fields() =>
        Assert.Equal(
            "Discord refused POST channels/*/messages with 400: Invalid Form Body; embeds.0.title: Must be 256 or fewer in length.; content: This field is required",
            Said(
                400,
                """
                {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}},"content":{"_errors":[{"code":"X","message":"This field is required"}]}}}
                """
            )
        );

    [Theory]
    [InlineData(401, """{"message":"401: Unauthorized","code":0}""", "Discord does not accept the token.")]
    [InlineData(401, """{"message":"Invalid Webhook Token","code":50027}""", "That interaction is too old")]
    [InlineData(404, """{"message":"Unknown interaction","code":10062}""", "That interaction is too old")]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", "That channel does not exist any more.")]
    [InlineData(403, """{"message":"Missing Access","code":50001}""", "PaperBot may not see that channel.")]
    [InlineData(403, """{"message":"Missing Permissions","code":50013}""", "PaperBot may not do that in this channel.")]
    [InlineData(
        404,
        """{"message":"404: Not Found","code":0}""",
        "Discord has nothing at POST channels/*/messages (404). Check Discord:RestUrl."
    )]
    [InlineData(302, "<html>", "What answered POST channels/*/messages is not Discord: it points elsewhere (302).")]
    [InlineData(407, "", "The proxy on the way to Discord asks for a name and a password.")]
    [InlineData(500, "<html>", "Discord has trouble of its own")]
    [InlineData(
        400,
        """{"code":"x","message":["y"],"errors":"z"}""",
        "Discord refused POST channels/*/messages with 400: "
    )]
    [InlineData(
        400,
        """{"message":"\ud800","errors":{"_errors":[1,{}]}}""",
        "Discord refused POST channels/*/messages with 400"
    )]
    [InlineData(400, "[[[", "Discord refused POST channels/*/messages with 400")]
    [InlineData(418, "", "Discord refused POST channels/*/messages with 418")]
    public void Each_refusal_is_one_sentence(int status, string body, string sentence) =>
        Assert.StartsWith(sentence, Said(status, body), StringComparison.Ordinal);

    [Fact]
    public void No_access_to_a_server_is_not_told_of_a_channel() =>
        Assert.Contains(
            "Invite it to that server",
            DiscordProblem
                .From(
                    new DiscordRequest(HttpMethod.Put, "", "applications/*/guilds/*/commands", "1", default),
                    new DiscordAnswer(403, """{"code":50001}"""u8.ToArray())
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_long_refusal_is_cut() =>
        Assert.InRange(Said(400, JsonSerializer.Serialize(new { message = new string('x', 10_000) })).Length, 400, 600);

    [Theory]
    [InlineData(
        """{"url":"wss://gateway.discord.gg","shards":2,"session_start_limit":{"total":1000,"remaining":-3,"reset_after":5000,"max_concurrency":16}}""",
        2,
        0,
        16
    )]
    [InlineData("""{"url":"ws://127.0.0.1:9"}""", 1, 1000, 1)]
    [InlineData("""{"url":"wss://g","shards":"many","session_start_limit":[]}""", 1, 1000, 1)]
    [InlineData("""{"url":"wss://g","shards":-1,"session_start_limit":{"max_concurrency":0}}""", 1, 1000, 1)]
    public void What_Discord_recommends_is_read(string json, int shards, int remaining, int atOnce)
    {
        using var answer = JsonDocument.Parse(json);

        var info = GatewayInfo.Read(answer.RootElement);

        Assert.Equal((shards, remaining, atOnce), (info!.Shards, info.RemainingStarts, info.MaxConcurrency));
    }

    [Theory]
    [InlineData("""{"url":"ws://elsewhere.org"}""")]
    [InlineData("""{"url":"https://discord.com"}""")]
    [InlineData("""{"url":7}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"wss://g\"")]
    public void What_names_no_safe_gateway_is_not_Discord(string json)
    {
        using var answer = JsonDocument.Parse(json);

        Assert.Null(GatewayInfo.Read(answer.RootElement));
    }

    private static string Said(int status, string body) =>
        DiscordProblem
            .From(
                new DiscordRequest(HttpMethod.Post, "channels/1/messages", "channels/*/messages", "1", default),
                new DiscordAnswer(status, Encoding.UTF8.GetBytes(body))
            )
            .Message;
}
