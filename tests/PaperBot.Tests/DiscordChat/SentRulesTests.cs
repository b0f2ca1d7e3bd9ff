using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>That the rules which are checked after every test of the bot can be broken.</summary>
public sealed class SentRulesTests
{
    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private const string Post = "POST /channels/{channel}/messages";
    private const string FollowUp = "POST /webhooks/{application}/{token}";
    private const string Edit = "PATCH /webhooks/{application}/{token}/messages/{message}";

    [Theory]
    [InlineData(Post, """{"content":"x"}""", "Mentions are not off")]
    [InlineData(Post, """{"content":"x","allowed_mentions":{"parse":["users"]}}""", "Mentions are not off")]
    [InlineData(Post, """{"content":null,"allowed_mentions":{"parse":[]}}""", "Something is null")]
    [InlineData(Post, """{"embeds":[{"title":null}],"allowed_mentions":{"parse":[]}}""", "Something is null")]
    [InlineData(Post, """{"content":"x","allowed_mentions":{"parse":[],"users":["7"]}}""", "Mentions are not off")]
    [InlineData(
        "POST /channels/{channel}/threads",
        """{"name":"x","message":{"content":"x"}}""",
        "Mentions are not off"
    )]
    [InlineData(FollowUp, """{"content":"x","allowed_mentions":{}}""", "Mentions are not off")]
    [InlineData(Edit, """{"content":"x"}""", "Mentions are not off")]
    [InlineData(Callback, """{"type":4,"data":{"content":"x"}}""", "Mentions are not off")]
    [InlineData(Callback, """{"type":7,"data":{"content":"x"}}""", "Mentions are not off")]
    [InlineData("PUT /applications/{application}/commands", """[{"name":"x","nsfw":null}]""", "Something is null")]
    public void A_rule_that_is_broken_is_named(string template, string body, string rule) =>
        Assert.StartsWith(rule, Assert.Single(SentRules.Broken(Sent(template, body))), StringComparison.Ordinal);

    [Theory]
    [InlineData(Post, """{"content":"x","allowed_mentions":{"parse":[]}}""")]
    [InlineData(Post, """{"content":"<@7>","allowed_mentions":{"parse":[],"users":["7"]}}""")]
    [InlineData(Callback, """{"type":5}""")]
    [InlineData(Callback, """{"type":8,"data":{"choices":[]}}""")]
    [InlineData("GET /gateway/bot", "")]
    public void What_keeps_them_is_passed_over(string template, string body) =>
        Assert.Empty(SentRules.Broken(Sent(template, body)));

    [Fact]
    public void What_the_official_description_forbids_is_named_unless_that_is_tested()
    {
        var wrong = Sent("POST /users/@me/channels", "{}") with { Problems = ["recipient_id is missing"] };

        Assert.StartsWith("recipient_id is missing", Assert.Single(SentRules.Broken(wrong)), StringComparison.Ordinal);
        Assert.Empty(SentRules.Broken(wrong, mayBeInvalid: true));
    }

    private static SeenRequest Sent(string template, string body) =>
        new(DateTimeOffset.UnixEpoch, "", "", "", template, new Dictionary<string, string>(), body, 200, []);
}
