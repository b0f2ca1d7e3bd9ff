using PaperBot.Chat;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>Whether a message that failed may be there all the same: who is told that it is not sends it again.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly SenderRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_post_that_may_have_arrived_stays_in_doubt_when_a_further_try_must_wait_too_long()
    {
        run.Discord.Says(
            500,
            headers:
            [
                ("X-RateLimit-Bucket", "b"),
                ("X-RateLimit-Limit", "5"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset-After", "600"),
            ]
        );

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal("Discord asks PaperBot to be silent for 10 min. Try again then.", problem.Message);
        Assert.True(problem.MayHaveArrived);
        Assert.Single(run.Discord.Seen);
    }

    [Theory]
    [InlineData(429, """{"message":"Slow.","retry_after":600}""")]
    [InlineData(429, "<html>1015</html>")]
    [InlineData(403, "{}")]
    public async Task A_no_to_the_second_try_does_not_say_that_the_first_did_not_arrive(int status, string body)
    {
        run.Discord.Says(502);
        run.Discord.SaysFromNowOn(status, body);

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal((status, true), (problem.Status, problem.MayHaveArrived));
    }

    [Fact]
    public async Task A_post_that_was_refused_each_time_has_not_arrived()
    {
        run.Discord.Says(429, """{"message":"Slow.","retry_after":1}""").Says(403);

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal((403, false), (problem.Status, problem.MayHaveArrived));
    }

    [Fact]
    public async Task A_post_that_is_not_sent_because_too_much_was_refused_has_not_arrived()
    {
        run.Discord.SaysFromNowOn(403);
        for (var i = 0; i < RateLimits.MostRefused; i++)
        {
            await run.RefusedAsync(SenderRun.Post);
        }

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.StartsWith("Discord has refused 2,000 requests", problem.Message, StringComparison.Ordinal);
        Assert.False(problem.MayHaveArrived);
        Assert.Equal(RateLimits.MostRefused, run.Discord.Seen.Count);
    }

    [Theory]
    [InlineData(200, "<html>Please log in to the hotel's network.</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"id":"hotel"}""")]
    [InlineData(204, "")]
    public async Task A_yes_that_is_no_message_of_Discord_says_nothing_about_the_post(int status, string body)
    {
        run.Discord.Says(status, body);

        var problem = await Assert.ThrowsAsync<DiscordProblem>(PostAsync);

        Assert.EndsWith("Check Discord:RestUrl and the proxy.", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.MayHaveArrived);
    }

    [Fact]
    public async Task A_yes_with_the_message_is_one()
    {
        run.Discord.Says(200, """{"id":"1440000000000000000","channel_id":"1"}""");

        await PostAsync();

        Assert.Single(run.Discord.Seen);
    }

    private Task PostAsync() =>
        run.Rest.PostAsync(
            1,
            DiscordMessage.From(new Reply { Text = "papers" }, new MessageLook { Nonce = "n" }),
            CancellationToken.None
        );
}
