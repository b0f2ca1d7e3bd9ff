using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>The first word to an interaction, for which Discord waits three seconds from when it told of it.</summary>
public sealed class FirstAnswerTests : IDisposable
{
    private readonly SenderRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_silent_Discord_gets_a_first_answer_twice_within_three_seconds_and_no_more()
    {
        run.Clock.SilentTries = int.MaxValue;
        run.Discord.IsSilent = true;

        await run.RefusedAsync(SenderRun.FirstAnswer);

        Assert.Equal(2, run.Discord.Seen.Count);
        Assert.Equal(DiscordSender.FirstAnswerTryLimit, run.Clock.Limits[0]);
        Assert.True(run.Clock.GetElapsedTime(0) < TimeSpan.FromSeconds(3));
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
}
