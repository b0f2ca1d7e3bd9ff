using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>What is tried again, how often and how long, with Discord's answers made up.</summary>
public sealed class DiscordSenderTests : IDisposable
{
    private readonly SenderRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task The_bot_shows_its_token_to_the_API_and_never_with_an_interaction()
    {
        await run.SendAsync(SenderRun.Post);
        await run.SendAsync(SenderRun.FirstAnswer);

        Assert.Equal("https://discord.test/api/v10/channels/1/messages", run.Discord.Seen[0].RequestUri!.AbsoluteUri);
        Assert.Equal($"Bot {SenderRun.Token}", run.Discord.Seen[0].Headers.Authorization!.ToString());
        Assert.Equal("application/json", run.Discord.Seen[0].Content!.Headers.ContentType!.ToString());
        Assert.Null(run.Discord.Seen[1].Headers.Authorization);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_message_with_a_nonce_survives_a_fault_of_Discord(int status)
    {
        run.Discord.Says(status).Says(status);

        await run.SendAsync(SenderRun.Post);

        Assert.Equal(3, run.Discord.Seen.Count);
        Assert.Equal(2, run.Log.Lines.Count);
    }

    [Fact]
    public async Task A_fault_that_stays_ends_with_a_sentence_within_two_minutes()
    {
        run.Discord.SaysFromNowOn(502);

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal(
            "Discord has trouble of its own (POST channels/*/messages: 502). Try again in a few minutes.",
            problem.Message
        );
        Assert.Equal(DiscordSender.MostTries, run.Discord.Seen.Count);
        Assert.InRange(
            run.Clock.Waits.Aggregate((a, b) => a + b),
            TimeSpan.FromSeconds(20),
            DiscordSender.RequestLimit
        );
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_further_answer_is_not_sent_twice_when_nobody_knows_whether_it_arrived(int status)
    {
        run.Discord.Says(status);

        await run.RefusedAsync(SenderRun.FollowUp);

        Assert.Single(run.Discord.Seen);
    }

    [Fact]
    public async Task A_further_answer_is_not_sent_twice_when_the_connection_broke()
    {
        run.Discord.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."));

        var problem = await run.RefusedAsync(SenderRun.FollowUp);

        Assert.Equal("Discord cannot be reached: the connection broke.", problem.Message);
        Assert.Single(run.Discord.Seen);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task What_never_left_this_machine_is_sent_again_whatever_it_is(HttpRequestError error)
    {
        run.Discord.Throws(new HttpRequestException(error, "Not now."));

        await run.SendAsync(SenderRun.FollowUp);

        Assert.Equal(2, run.Discord.Seen.Count);
    }

    [Fact]
    public async Task A_name_that_is_not_known_ends_with_a_sentence()
    {
        run.Discord.ThrowsFromNowOn(new HttpRequestException(HttpRequestError.NameResolutionError, "No such host."));

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal(
            "Discord cannot be reached: the name discord.test is not known. Check the network and its DNS.",
            problem.Message
        );
        Assert.Equal(0, problem.Status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(301)]
    public async Task A_no_is_not_asked_twice(int status)
    {
        run.Discord.Says(status);

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal(status, problem.Status);
        Assert.Single(run.Discord.Seen);
    }

    [Fact]
    public async Task After_a_429_the_same_is_sent_when_Discord_says_whatever_it_is()
    {
        run.Discord.Says(429, """{"message":"Slow.","retry_after":3.5,"global":false}""");

        await run.SendAsync(SenderRun.FollowUp);

        Assert.Equal(2, run.Discord.Seen.Count);
        Assert.Equal(TimeSpan.FromSeconds(3.5), run.Clock.Waits[0]);
    }

    [Fact]
    public async Task A_storm_of_429s_is_met_with_ever_longer_waits_and_then_a_sentence()
    {
        run.Discord.SaysFromNowOn(429, """{"message":"Slow.","retry_after":0.05,"global":true}""");

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal(
            "Discord asks PaperBot to slow down (POST channels/*/messages: 429). Try again in a few minutes.",
            problem.Message
        );
        Assert.Equal(DiscordSender.MostTries, run.Discord.Seen.Count);
        Assert.True(run.Clock.Waits.Max() > TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_429_without_a_time_is_met_with_patience()
    {
        run.Discord.Says(429, "").Says(429, "<html>");

        await run.SendAsync(SenderRun.Post);

        Assert.Equal(3, run.Discord.Seen.Count);
    }

    [Fact]
    public async Task An_hour_that_Discord_asks_for_is_not_waited()
    {
        run.Discord.Says(429, """{"message":"Slow.","retry_after":3600}""");

        await run.RefusedAsync(SenderRun.Post);
        await run.RefusedAsync(SenderRun.Post);

        Assert.Single(run.Discord.Seen);
        Assert.Empty(run.Clock.Waits);
    }

    [Fact]
    public async Task A_silent_Discord_is_given_up_in_time()
    {
        run.Clock.SilentTries = int.MaxValue;
        run.Discord.IsSilent = true;

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.Equal("Discord cannot be reached: it did not answer in time.", problem.Message);
        Assert.All(run.Clock.Limits, limit => Assert.Equal(DiscordSender.TryLimit, limit));
        Assert.InRange(run.Discord.Seen.Count, 4, DiscordSender.MostTries);
        Assert.InRange(run.Clock.GetElapsedTime(0), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2.3));
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_not_read_to_its_end()
    {
        run.Discord.Says(() => new StreamContent(new Endless()));

        var problem = await run.RefusedAsync(SenderRun.Post);

        Assert.StartsWith("Discord cannot be reached: its answer is far too long.", problem.Message);
        Assert.Single(run.Discord.Seen);
    }

    [Fact]
    public async Task Stopping_the_program_ends_a_wait_and_a_request_at_once_and_holds_no_turn()
    {
        run.Discord.IsSilent = true;
        using var stop = new CancellationTokenSource();
        var sending = run.SendAsync(SenderRun.Post, stop.Token);
        var waiting = run.SendAsync(SenderRun.Post, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        run.Discord.IsSilent = false;

        await run.SendAsync(SenderRun.Post);
    }

    [Fact]
    public async Task An_error_nobody_thought_of_holds_no_turn()
    {
        run.Discord.Throws(new NotSupportedException("Nobody thought of it."));
        await Assert.ThrowsAsync<NotSupportedException>(() => run.SendAsync(SenderRun.Post));

        await run.SendAsync(SenderRun.Post);
    }

    [Fact]
    public async Task No_log_and_no_message_tells_a_token()
    {
        run.Discord.Says(
                400,
                $$"""{"code":1,"message":"No {{SenderRun.Interaction}} by {{SenderRun.Token}}.","errors":{"_errors":[{"message":"{{SenderRun.Token}}"}] } }"""
            )
            .Says(404, $$"""{"code":2,"message":"{{SenderRun.Interaction}}"}""")
            .Says(500, SenderRun.Token)
            .Says(429, """{"retry_after":1}""")
            .Throws(new HttpRequestException(HttpRequestError.ConnectionError, "Not now."))
            .Throws(new IOException("Gone."));

        var problems = new List<Exception>();
        for (var i = 0; i < 4; i++)
        {
            problems.Add(await run.RefusedAsync(SenderRun.FollowUp));
        }

        Assert.NotEmpty(run.Log.Lines);
        Assert.All(
            [
                .. problems.Select(problem => problem.ToString()),
                .. run.Log.Lines,
                $"{SenderRun.FollowUp}",
                $"{SenderRun.FirstAnswer}",
            ],
            text =>
            {
                Assert.DoesNotContain(SenderRun.Token, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(SenderRun.Interaction, text, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(buffer.Length);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            destination.WriteAsync(new byte[DiscordSender.LongestAnswer + 1], cancellationToken).AsTask();
    }
}
