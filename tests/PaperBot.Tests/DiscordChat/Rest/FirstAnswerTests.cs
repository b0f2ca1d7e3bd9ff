using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>The first word to an interaction, for which Discord waits three seconds from when it told of it.</summary>
public sealed class FirstAnswerTests : IDisposable
{
    private readonly SenderRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_silent_Discord_gets_a_first_answer_twice_and_half_of_the_time_each()
    {
        run.Clock.SilentTries = int.MaxValue;
        run.Discord.IsSilent = true;

        await run.RefusedAsync(SenderRun.FirstAnswer);

        Assert.Equal(2, run.Discord.Seen.Count);
        Assert.Equal(DiscordSender.FirstAnswerLimit / 2, run.Clock.Limits[0]);
        Assert.Equal(DiscordSender.FirstAnswerLimit, run.Clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task A_promise_that_is_made_late_is_tried_twice_within_what_is_left_of_the_three_seconds()
    {
        run.Clock.SilentTries = int.MaxValue;
        run.Discord.IsSilent = true;
        run.Clock.Pass(TimeSpan.FromHours(1));
        var asked = run.Clock.GetTimestamp();
        run.Clock.Pass(TimeSpan.FromSeconds(1.5));

        await Assert.ThrowsAsync<DiscordProblem>(() => AnswerAsync(asked));

        Assert.Equal(2, run.Discord.Seen.Count);
        Assert.Equal(TimeSpan.FromSeconds(0.6), run.Clock.Limits[0]);
        Assert.Equal(DiscordSender.FirstAnswerLimit, run.Clock.GetElapsedTime(asked));
    }

    [Theory]
    [InlineData(2.3)]
    [InlineData(2.65)]
    [InlineData(60)]
    public async Task However_late_it_is_one_try_is_made_that_can_arrive(double late)
    {
        run.Clock.SilentTries = int.MaxValue;
        run.Discord.IsSilent = true;
        var asked = run.Clock.GetTimestamp();
        run.Clock.Pass(TimeSpan.FromSeconds(late));

        await Assert.ThrowsAsync<DiscordProblem>(() => AnswerAsync(asked));

        Assert.Equal(TimeSpan.FromSeconds(0.3), run.Clock.Limits[0]);
    }

    [Fact]
    public async Task A_fault_at_the_end_of_the_three_seconds_is_not_followed_by_another_try()
    {
        run.Discord.Says(502);
        var asked = run.Clock.GetTimestamp();
        run.Clock.Pass(DiscordSender.FirstAnswerLimit);

        await Assert.ThrowsAsync<DiscordProblem>(() => AnswerAsync(asked));

        Assert.Single(run.Discord.Seen);
    }

    [Fact]
    public async Task No_try_of_a_first_answer_is_begun_when_its_three_seconds_are_over()
    {
        run.Discord.Says(429, """{"message":"Slow.","retry_after":2.9}""");

        await run.RefusedAsync(SenderRun.FirstAnswer);

        Assert.Single(run.Discord.Seen);
        Assert.Empty(run.Clock.Waits);
    }

    [Fact]
    public async Task A_first_answer_survives_a_short_fault()
    {
        run.Discord.Says(502).Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."));

        await run.SendAsync(SenderRun.FirstAnswer);

        Assert.Equal(3, run.Discord.Seen.Count);
    }

    private Task AnswerAsync(long asked) =>
        run.Rest.AnswerAsync(1, SenderRun.Interaction, "{}"u8.ToArray(), CancellationToken.None, asked);
}
