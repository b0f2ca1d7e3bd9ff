using static PaperBot.Tests.DiscordChat.Rest.RateLimitRun;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>Who may send when, as the headers of Discord's answers say.</summary>
public sealed class RateLimitsTests : IDisposable
{
    private readonly RateLimitRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Before_a_route_is_known_one_request_at_a_time_goes_in_the_order_they_came()
    {
        var first = await run.EnterAsync(To("1"));
        var second = run.Enter(To("1"));
        var third = run.Enter(To("1"));

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
        await run.KnowAsync(To("1"), remaining: 2, resetAfter: 5);

        var now = run.Many(4, To("1"));

        Assert.Equal([true, true, false, false], now.Select(turn => turn.IsCompleted));
        run.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(now[2].IsCompleted);
        run.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await now[3];
    }

    [Fact]
    public async Task Channels_do_not_hold_each_other_up()
    {
        await run.KnowAsync(To("1"), remaining: 0, resetAfter: 60);

        await run.EnterAsync(To("2"));

        Assert.False(run.Enter(To("1")).IsCompleted);
    }

    [Fact]
    public async Task Routes_with_one_bucket_share_what_is_left()
    {
        await run.KnowAsync(To("1", "channels/*/messages"), remaining: 3, resetAfter: 60, bucket: "shared");
        await run.KnowAsync(To("1", "channels/*/messages/*"), remaining: 0, resetAfter: 60, bucket: "shared");

        Assert.False(run.Enter(To("1", "channels/*/messages")).IsCompleted);
    }

    [Theory]
    [InlineData("GET", "POST")]
    [InlineData("POST", "GET")]
    public async Task Reading_a_channel_and_writing_to_it_do_not_hold_each_other_up(string empty, string other)
    {
        await run.KnowAsync(To("1", method: empty), remaining: 0, resetAfter: 60, bucket: empty);

        await run.EnterAsync(To("1", method: other));

        Assert.False(run.Enter(To("1", method: empty)).IsCompleted);
    }

    [Fact]
    public async Task A_post_that_is_under_way_counts_as_one_whatever_a_look_at_the_channel_teaches()
    {
        await run.KnowAsync(To("1"), remaining: 2, resetAfter: 60, bucket: "posts");
        var underWay = await run.EnterAsync(To("1"));

        await run.KnowAsync(To("1", method: "GET"), remaining: 5, resetAfter: 60, bucket: "looks");

        var posts = run.Many(2, To("1"));
        Assert.Equal([true, false], posts.Select(turn => turn.IsCompleted));
        underWay.Dispose();
        await posts[1];
    }

    [Fact]
    public async Task Requests_that_are_under_way_when_the_bucket_gets_its_name_count_in_it()
    {
        var asked = await run.EnterAsync(To("1"));
        var elsewhere = await run.EnterAsync(To("2"));
        run.Limits.Learn(elsewhere, Words(remaining: 1, resetAfter: 60));
        await run.KnowAsync(To("3"), remaining: 5, resetAfter: 60);

        var second = run.Enter(To("1"));

        Assert.False(second.IsCompleted);
        asked.Dispose();
        await second;
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_queue()
    {
        var first = await run.EnterAsync(To("1"));
        using var enough = new CancellationTokenSource();
        var second = run.Limits.EnterAsync(To("1"), enough.Token);
        var third = run.Enter(To("1"));

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        await third;
    }

    [Fact]
    public async Task A_request_that_came_to_nothing_gives_its_turn_back_once()
    {
        await run.KnowAsync(To("1"), remaining: 2, resetAfter: 60);
        var first = await run.EnterAsync(To("1"));

        first.Dispose();
        first.Dispose();

        var now = run.Many(3, To("1"));
        Assert.Equal([true, true, false], now.Select(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task Answers_that_overtook_each_other_leave_the_lower_count()
    {
        await run.KnowAsync(To("1"), remaining: 4, resetAfter: 5, window: 100);
        var early = await run.EnterAsync(To("1"));
        var late = await run.EnterAsync(To("1"));

        run.Limits.Learn(late, Words(remaining: 1, resetAfter: 5, window: 100));
        run.Limits.Learn(early, Words(remaining: 3, resetAfter: 5, window: 100));

        Assert.Equal([true, false], run.Many(2, To("1")).Select(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task An_answer_of_a_window_that_is_over_changes_nothing()
    {
        await run.KnowAsync(To("1"), remaining: 4, resetAfter: 5, window: 100);
        var old = await run.EnterAsync(To("1"));
        var young = await run.EnterAsync(To("1"));

        run.Limits.Learn(young, Words(remaining: 0, resetAfter: 5, window: 105));
        run.Limits.Learn(old, Words(remaining: 4, resetAfter: 0.01, window: 100));

        run.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(run.Enter(To("1")).IsCompleted);
    }

    [Fact]
    public async Task A_jump_of_the_clock_on_the_wall_changes_nothing()
    {
        await run.KnowAsync(To("1"), remaining: 0, resetAfter: 5);
        var waiting = run.Enter(To("1"));

        run.Clock.Jump = TimeSpan.FromHours(10);
        Assert.False(waiting.IsCompleted);
        run.Clock.Jump = TimeSpan.FromHours(-10);
        run.Clock.Advance(TimeSpan.FromSeconds(5.1));

        await waiting;
    }

    [Fact]
    public async Task No_more_than_48_requests_are_within_a_second_however_late_they_arrive_but_first_answers_are()
    {
        var channels = Enumerable.Range(0, 60).Select(channel => run.Enter(To($"{channel}"))).ToList();

        Assert.Equal(48, channels.Count(turn => turn.IsCompleted));
        await run.EnterAsync(FirstAnswer);
        run.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(48, channels.Count(turn => turn.IsCompleted));
        (await channels[0]).Dispose();
        run.Clock.Advance(TimeSpan.FromSeconds(1.01));
        await channels[48];
        Assert.False(channels[49].IsCompleted);
    }

    [Fact]
    public async Task A_route_without_limits_takes_several_at_once_and_one_that_failed_does_not()
    {
        run.Limits.Learn(await run.EnterAsync(To("1")), Read(200, "{}"));
        run.Limits.Learn(await run.EnterAsync(To("2", "guilds/*")), Read(500, "{}"));

        Assert.All(run.Many(10, To("1")), turn => Assert.True(turn.IsCompleted));
        Assert.Equal([true, false], run.Many(2, To("2", "guilds/*")).Select(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task Ten_thousand_channels_do_not_make_it_forget_who_must_wait()
    {
        await run.KnowAsync(To("0"), remaining: 0, resetAfter: 110);
        for (var channel = 1; channel <= 10_000; channel++)
        {
            (await run.EnterAsync(To($"{channel}") with { IsInteraction = true })).Dispose();
        }

        Assert.False(run.Enter(To("0")).IsCompleted);
    }
}
