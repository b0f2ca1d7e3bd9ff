using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;
using static PaperBot.Tests.DiscordChat.Rest.RateLimitRun;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>Who must wait, and how long, after Discord has refused something.</summary>
public sealed class RefusalsTests : IDisposable
{
    private readonly RateLimitRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_429_for_the_bot_holds_everything_but_answers_to_interactions()
    {
        var turn = await run.EnterAsync(To("1"));
        run.Limits.Learn(turn, Refused(2, ("X-RateLimit-Scope", "global"), ("X-RateLimit-Global", "true")));

        var other = run.Enter(To("2"));

        Assert.False(other.IsCompleted);
        await run.EnterAsync(FirstAnswer);
        run.Clock.Advance(TimeSpan.FromSeconds(2.1));
        await other;
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task A_429_of_a_route_holds_that_route_alone(string scope)
    {
        var turn = await run.EnterAsync(To("1"));
        run.Limits.Learn(turn, Refused(2, ("X-RateLimit-Scope", scope)));

        var same = run.Enter(To("1"));

        Assert.False(same.IsCompleted);
        await run.EnterAsync(To("2"));
        run.Clock.Advance(TimeSpan.FromSeconds(2.1));
        await same;
    }

    [Fact]
    public async Task A_429_longer_than_the_window_is_not_shortened_by_a_later_answer()
    {
        await run.KnowAsync(To("1"), remaining: 4, resetAfter: 2, window: 100);
        var refused = await run.EnterAsync(To("1"));
        var other = await run.EnterAsync(To("1"));

        run.Limits.Learn(refused, Refused(30, ("X-RateLimit-Scope", "user")));
        run.Limits.Learn(other, Words(remaining: 3, resetAfter: 2, window: 100));
        run.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.False(run.Enter(To("1")).IsCompleted);
    }

    [Fact]
    public async Task While_Cloudflare_shuts_the_address_out_nothing_is_sent_and_first_answers_are_told_so()
    {
        var turn = await run.EnterAsync(To("1"));
        run.Limits.Learn(turn, Read(429, "<html>1015</html>", ("Retry-After", "90")));

        Assert.False(run.Enter(To("2")).IsCompleted);
        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => run.EnterAsync(FirstAnswer));
        Assert.Equal("Discord asks PaperBot to be silent for 2 min. Try again then.", problem.Message);
    }

    [Fact]
    public async Task Nobody_waits_an_hour_it_is_said_instead()
    {
        var turn = await run.EnterAsync(To("1"));
        run.Limits.Learn(turn, Refused(3_600, ("X-RateLimit-Scope", "user")));

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => run.EnterAsync(To("1")));

        Assert.Equal("Discord asks PaperBot to be silent for 61 min. Try again then.", problem.Message);
        await run.EnterAsync(To("2"));
    }

    [Fact]
    public async Task After_2000_refusals_in_ten_minutes_nothing_is_asked_any_more_for_a_while()
    {
        for (var i = 0; i < RateLimits.MostRefused; i++)
        {
            var turn = await run.EnterAsync(FirstAnswer);
            run.Limits.Learn(turn, Read(i % 2 == 0 ? 401 : 403, "{}"));
        }

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => run.EnterAsync(FirstAnswer));
        Assert.StartsWith("Discord has refused 2,000 requests within ten minutes", problem.Message);
        run.Clock.Advance(TimeSpan.FromMinutes(10.1));
        await run.EnterAsync(FirstAnswer);
    }

    [Fact]
    public async Task A_429_that_others_caused_is_not_counted_as_refused()
    {
        for (var i = 0; i < RateLimits.MostRefused; i++)
        {
            var turn = await run.EnterAsync(FirstAnswer);
            run.Limits.Learn(turn, Refused(0.1, ("X-RateLimit-Scope", "shared")));
        }

        await run.EnterAsync(FirstAnswer);
    }

    [Theory]
    [InlineData("""{"retry_after":1.5,"global":false}""", null, 1.5)]
    [InlineData("""{"retry_after":"1.5"}""", null, 1.5)]
    [InlineData("""{"message":"slow"}""", "3", 3.0)]
    [InlineData("<html>", "3", 3.0)]
    [InlineData("", null, null)]
    [InlineData("""{"retry_after":-5}""", null, 0.05)]
    [InlineData("""{"retry_after":1e300}""", null, 86400.0)]
    [InlineData("""{"retry_after":{}}""", "soon", null)]
    [InlineData("[]", "Wed, 21 Oct 2026 07:28:00 GMT", null)]
    public void How_long_to_wait_is_read_from_body_or_header(string body, string? header, double? seconds)
    {
        var words = header is null ? Read(429, body) : Read(429, body, ("Retry-After", header));

        Assert.Equal(seconds, words.Refusal!.RetryAfter?.TotalSeconds);
    }
}
