using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>Who may send when, on a clock that the test moves.</summary>
public sealed class RateLimitsTests : IDisposable
{
    private readonly JumpingClock clock = new();
    private readonly RateLimits limits;

    public RateLimitsTests() => limits = new RateLimits(clock);

    public void Dispose() => limits.Dispose();

    [Fact]
    public async Task Before_a_route_is_known_one_request_at_a_time_goes_in_the_order_they_came()
    {
        var first = await EnterAsync(To("1"));
        var second = Enter(To("1"));
        var third = Enter(To("1"));

        Assert.False(second.IsCompleted);
        first.Dispose();
        var granted = await second;
        Assert.False(third.IsCompleted);
        granted.Dispose();
        await third;
    }

    [Fact]
    public async Task What_the_headers_left_over_is_taken_and_no_more_until_the_window_is_over()
    {
        await KnowAsync(To("1"), remaining: 2, resetAfter: 5);

        var now = Many(4, To("1"));

        Assert.Equal([true, true, false, false], now.Select(turn => turn.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(now[2].IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        await now[3];
    }

    [Fact]
    public async Task Channels_do_not_hold_each_other_up()
    {
        await KnowAsync(To("1"), remaining: 0, resetAfter: 60);

        await EnterAsync(To("2"));

        Assert.False(Enter(To("1")).IsCompleted);
    }

    [Fact]
    public async Task Routes_with_one_bucket_share_what_is_left()
    {
        await KnowAsync(To("1", "channels/*/messages"), remaining: 3, resetAfter: 60, bucket: "shared");
        await KnowAsync(To("1", "channels/*/messages/*"), remaining: 0, resetAfter: 60, bucket: "shared");

        Assert.False(Enter(To("1", "channels/*/messages")).IsCompleted);
    }

    [Theory]
    [InlineData("GET", "POST")]
    [InlineData("POST", "GET")]
    public async Task Reading_a_channel_and_writing_to_it_do_not_hold_each_other_up(string empty, string other)
    {
        await KnowAsync(To("1", method: empty), remaining: 0, resetAfter: 60, bucket: empty);

        await EnterAsync(To("1", method: other));

        Assert.False(Enter(To("1", method: empty)).IsCompleted);
    }

    [Fact]
    public async Task A_post_that_is_under_way_counts_as_one_whatever_a_look_at_the_channel_teaches()
    {
        await KnowAsync(To("1"), remaining: 2, resetAfter: 60, bucket: "posts");
        var underWay = await EnterAsync(To("1"));

        await KnowAsync(To("1", method: "GET"), remaining: 5, resetAfter: 60, bucket: "looks");

        var posts = Many(2, To("1"));
        Assert.Equal([true, false], posts.Select(turn => turn.IsCompleted));
        underWay.Dispose();
        await posts[1];
    }

    [Fact]
    public async Task Requests_that_are_under_way_when_the_bucket_gets_its_name_count_in_it()
    {
        var asked = await EnterAsync(To("1"));
        var elsewhere = await EnterAsync(To("2"));
        limits.Learn(elsewhere, Words(remaining: 1, resetAfter: 60));
        await KnowAsync(To("3"), remaining: 5, resetAfter: 60);

        var second = Enter(To("1"));

        Assert.False(second.IsCompleted);
        asked.Dispose();
        await second;
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_queue()
    {
        var first = await EnterAsync(To("1"));
        using var enough = new CancellationTokenSource();
        var second = limits.EnterAsync(To("1"), enough.Token);
        var third = Enter(To("1"));

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        await third;
    }

    [Fact]
    public async Task A_request_that_came_to_nothing_gives_its_turn_back_once()
    {
        await KnowAsync(To("1"), remaining: 2, resetAfter: 60);
        var first = await EnterAsync(To("1"));

        first.Dispose();
        first.Dispose();

        var now = Many(3, To("1"));
        Assert.Equal([true, true, false], now.Select(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task Answers_that_overtook_each_other_leave_the_lower_count()
    {
        await KnowAsync(To("1"), remaining: 4, resetAfter: 5, window: 100);
        var early = await EnterAsync(To("1"));
        var late = await EnterAsync(To("1"));

        limits.Learn(late, Words(remaining: 1, resetAfter: 5, window: 100));
        limits.Learn(early, Words(remaining: 3, resetAfter: 5, window: 100));

        Assert.Equal([true, false], Many(2, To("1")).Select(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task An_answer_of_a_window_that_is_over_changes_nothing()
    {
        await KnowAsync(To("1"), remaining: 4, resetAfter: 5, window: 100);
        var old = await EnterAsync(To("1"));
        var young = await EnterAsync(To("1"));

        limits.Learn(young, Words(remaining: 0, resetAfter: 5, window: 105));
        limits.Learn(old, Words(remaining: 4, resetAfter: 0.01, window: 100));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Enter(To("1")).IsCompleted);
    }

    [Fact]
    public async Task A_jump_of_the_clock_on_the_wall_changes_nothing()
    {
        await KnowAsync(To("1"), remaining: 0, resetAfter: 5);
        var waiting = Enter(To("1"));

        clock.Jump = TimeSpan.FromHours(10);
        Assert.False(waiting.IsCompleted);
        clock.Jump = TimeSpan.FromHours(-10);
        clock.Advance(TimeSpan.FromSeconds(5.1));

        await waiting;
    }

    [Fact]
    public async Task No_more_than_45_requests_are_within_a_second_however_late_they_arrive_but_first_answers_are()
    {
        var channels = Enumerable.Range(0, 60).Select(channel => Enter(To($"{channel}"))).ToList();

        Assert.Equal(45, channels.Count(turn => turn.IsCompleted));
        await EnterAsync(FirstAnswer);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(45, channels.Count(turn => turn.IsCompleted));
        (await channels[0]).Dispose();
        clock.Advance(TimeSpan.FromSeconds(1.01));
        await channels[45];
        Assert.False(channels[46].IsCompleted);
    }

    [Fact]
    public async Task A_429_for_the_bot_holds_everything_but_answers_to_interactions()
    {
        var turn = await EnterAsync(To("1"));
        limits.Learn(turn, Refused(2, ("X-RateLimit-Scope", "global"), ("X-RateLimit-Global", "true")));

        var other = Enter(To("2"));

        Assert.False(other.IsCompleted);
        await EnterAsync(FirstAnswer);
        clock.Advance(TimeSpan.FromSeconds(2.1));
        await other;
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task A_429_of_a_route_holds_that_route_alone(string scope)
    {
        var turn = await EnterAsync(To("1"));
        limits.Learn(turn, Refused(2, ("X-RateLimit-Scope", scope)));

        var same = Enter(To("1"));

        Assert.False(same.IsCompleted);
        await EnterAsync(To("2"));
        clock.Advance(TimeSpan.FromSeconds(2.1));
        await same;
    }

    [Fact]
    public async Task A_429_longer_than_the_window_is_not_shortened_by_a_later_answer()
    {
        await KnowAsync(To("1"), remaining: 4, resetAfter: 2, window: 100);
        var refused = await EnterAsync(To("1"));
        var other = await EnterAsync(To("1"));

        limits.Learn(refused, Refused(30, ("X-RateLimit-Scope", "user")));
        limits.Learn(other, Words(remaining: 3, resetAfter: 2, window: 100));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.False(Enter(To("1")).IsCompleted);
    }

    [Fact]
    public async Task While_Cloudflare_shuts_the_address_out_nothing_is_sent_and_first_answers_are_told_so()
    {
        var turn = await EnterAsync(To("1"));
        limits.Learn(turn, Read(429, "<html>1015</html>", ("Retry-After", "90")));

        Assert.False(Enter(To("2")).IsCompleted);
        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => EnterAsync(FirstAnswer));
        Assert.Equal("Discord asks PaperBot to be silent for 2 min. Try again then.", problem.Message);
    }

    [Fact]
    public async Task Nobody_waits_an_hour_it_is_said_instead()
    {
        var turn = await EnterAsync(To("1"));
        limits.Learn(turn, Refused(3_600, ("X-RateLimit-Scope", "user")));

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => EnterAsync(To("1")));

        Assert.Equal("Discord asks PaperBot to be silent for 61 min. Try again then.", problem.Message);
        await EnterAsync(To("2"));
    }

    [Fact]
    public async Task After_2000_refusals_in_ten_minutes_nothing_is_asked_any_more_for_a_while()
    {
        for (var i = 0; i < RateLimits.MostRefused; i++)
        {
            var turn = await EnterAsync(FirstAnswer);
            limits.Learn(turn, Read(i % 2 == 0 ? 401 : 403, "{}"));
        }

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => EnterAsync(FirstAnswer));
        Assert.StartsWith("Discord has refused 2,000 requests within ten minutes", problem.Message);
        clock.Advance(TimeSpan.FromMinutes(10.1));
        await EnterAsync(FirstAnswer);
    }

    [Fact]
    public async Task A_429_that_others_caused_is_not_counted_as_refused()
    {
        for (var i = 0; i < RateLimits.MostRefused; i++)
        {
            var turn = await EnterAsync(FirstAnswer);
            limits.Learn(turn, Refused(0.1, ("X-RateLimit-Scope", "shared")));
        }

        await EnterAsync(FirstAnswer);
    }

    [Fact]
    public async Task A_route_without_limits_takes_several_at_once_and_one_that_failed_does_not()
    {
        limits.Learn(await EnterAsync(To("1")), Read(200, "{}"));
        limits.Learn(await EnterAsync(To("2", "guilds/*")), Read(500, "{}"));

        Assert.All(Many(10, To("1")), turn => Assert.True(turn.IsCompleted));
        Assert.Equal([true, false], Many(2, To("2", "guilds/*")).Select(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task Ten_thousand_channels_do_not_make_it_forget_who_must_wait()
    {
        await KnowAsync(To("0"), remaining: 0, resetAfter: 110);
        for (var channel = 1; channel <= 10_000; channel++)
        {
            (await EnterAsync(To($"{channel}") with { IsInteraction = true })).Dispose();
        }

        Assert.False(Enter(To("0")).IsCompleted);
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

    private static DiscordRequest FirstAnswer { get; } =
        new(HttpMethod.Post, "interactions/1/t/callback", "interactions/*/*/callback", "", default)
        {
            IsInteraction = true,
        };

    private static DiscordRequest To(string channel, string route = "channels/*/messages", string method = "POST") =>
        new(HttpMethod.Parse(method), $"channels/{channel}/messages", route, channel, default);

    private static RateLimitWords Words(int remaining, double resetAfter, double window = 0, string bucket = "b") =>
        new(200, bucket, 5, remaining, window, TimeSpan.FromSeconds(resetAfter), null);

    private static RateLimitWords Refused(double retryAfter, params (string, string)[] headers) =>
        Read(429, FormattableString.Invariant($$"""{"message":"Slow.","retry_after":{{retryAfter}}}"""), headers);

    private static RateLimitWords Read(int status, string body, params (string Name, string Value)[] headers)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }
        return RateLimitWords.Read(status, answer.Headers, Encoding.UTF8.GetBytes(body));
    }

    private async Task KnowAsync(
        DiscordRequest request,
        int remaining,
        double resetAfter,
        double window = 0,
        string bucket = "b"
    ) => limits.Learn(await EnterAsync(request), Words(remaining, resetAfter, window, bucket));

    private Task<RateLimits.Turn> Enter(DiscordRequest request) => limits.EnterAsync(request, CancellationToken.None);

    private Task<RateLimits.Turn> EnterAsync(DiscordRequest request) =>
        Enter(request).WaitAsync(TimeSpan.FromSeconds(20));

    // Whether a turn was granted is known at once; the task that says so may end a moment later.
    private List<Task<RateLimits.Turn>> Many(int count, DiscordRequest request) =>
        [.. Enumerable.Range(0, count).Select(_ => Enter(request))];

    // A clock on the wall that somebody sets; time itself goes on as it was.
    private sealed class JumpingClock : FakeTimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

        public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
    }
}
