using System.Net;
using Microsoft.Extensions.Options;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>What is tried again, how often and how long, with Discord's answers made up.</summary>
public sealed class DiscordSenderTests : IDisposable
{
    private const string Token = "bot-token-that-nobody-may-see";
    private const string Interaction = "interaction-token-that-nobody-may-see";

    private static readonly DiscordRequest Post = new(
        HttpMethod.Post,
        "channels/1/messages",
        "channels/*/messages",
        "1",
        "{}"u8.ToArray()
    )
    {
        IsRepeatable = true,
    };

    private static readonly DiscordRequest FollowUp = new(
        HttpMethod.Post,
        $"webhooks/1/{Interaction}",
        "webhooks/*/*",
        Interaction,
        "{}"u8.ToArray()
    )
    {
        IsInteraction = true,
    };

    private static readonly DiscordRequest FirstAnswer = new(
        HttpMethod.Post,
        $"interactions/1/{Interaction}/callback",
        "interactions/*/*/callback",
        "",
        "{}"u8.ToArray()
    )
    {
        IsInteraction = true,
        IsRepeatable = true,
    };

    private readonly RestClock clock = new();
    private readonly ListLog<DiscordSender> log = new();
    private readonly Discord discord = new();
    private readonly HttpClient http;
    private readonly RateLimits limits;
    private readonly DiscordSender sender;

    public DiscordSenderTests()
    {
        http = new HttpClient(discord) { Timeout = Timeout.InfiniteTimeSpan };
        limits = new RateLimits(clock);
        var options = new DiscordOptions { Token = Token, RestUrl = new Uri("https://discord.test/api") };
        sender = new DiscordSender(http, limits, Options.Create(options), clock, log);
    }

    public void Dispose()
    {
        limits.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task The_bot_shows_its_token_to_the_API_and_never_with_an_interaction()
    {
        await SendAsync(Post);
        await SendAsync(FirstAnswer);

        Assert.Equal("https://discord.test/api/v10/channels/1/messages", discord.Seen[0].RequestUri!.AbsoluteUri);
        Assert.Equal($"Bot {Token}", discord.Seen[0].Headers.Authorization!.ToString());
        Assert.Equal("application/json", discord.Seen[0].Content!.Headers.ContentType!.ToString());
        Assert.Null(discord.Seen[1].Headers.Authorization);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_message_with_a_nonce_survives_a_fault_of_Discord(int status)
    {
        discord.Says(status).Says(status);

        await SendAsync(Post);

        Assert.Equal(3, discord.Seen.Count);
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task A_fault_that_stays_ends_with_a_sentence_within_two_minutes()
    {
        discord.SaysFromNowOn(502);

        var problem = await RefusedAsync(Post);

        Assert.Equal(
            "Discord has trouble of its own (POST channels/*/messages: 502). Try again in a few minutes.",
            problem.Message
        );
        Assert.Equal(DiscordSender.MostTries, discord.Seen.Count);
        Assert.InRange(clock.Waits.Aggregate((a, b) => a + b), TimeSpan.FromSeconds(20), DiscordSender.RequestLimit);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_further_answer_is_not_sent_twice_when_nobody_knows_whether_it_arrived(int status)
    {
        discord.Says(status);

        await RefusedAsync(FollowUp);

        Assert.Single(discord.Seen);
    }

    [Fact]
    public async Task A_further_answer_is_not_sent_twice_when_the_connection_broke()
    {
        discord.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."));

        var problem = await RefusedAsync(FollowUp);

        Assert.Equal("Discord cannot be reached: the connection broke.", problem.Message);
        Assert.Single(discord.Seen);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task What_never_left_this_machine_is_sent_again_whatever_it_is(HttpRequestError error)
    {
        discord.Throws(new HttpRequestException(error, "Not now."));

        await SendAsync(FollowUp);

        Assert.Equal(2, discord.Seen.Count);
    }

    [Fact]
    public async Task A_name_that_is_not_known_ends_with_a_sentence()
    {
        discord.ThrowsFromNowOn(new HttpRequestException(HttpRequestError.NameResolutionError, "No such host."));

        var problem = await RefusedAsync(Post);

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
        discord.Says(status);

        var problem = await RefusedAsync(Post);

        Assert.Equal(status, problem.Status);
        Assert.Single(discord.Seen);
    }

    [Fact]
    public async Task After_a_429_the_same_is_sent_when_Discord_says_whatever_it_is()
    {
        discord.Says(429, """{"message":"Slow.","retry_after":3.5,"global":false}""");

        await SendAsync(FollowUp);

        Assert.Equal(2, discord.Seen.Count);
        Assert.Equal(TimeSpan.FromSeconds(3.5), clock.Waits[0]);
    }

    [Fact]
    public async Task A_storm_of_429s_is_met_with_ever_longer_waits_and_then_a_sentence()
    {
        discord.SaysFromNowOn(429, """{"message":"Slow.","retry_after":0.05,"global":true}""");

        var problem = await RefusedAsync(Post);

        Assert.Equal(
            "Discord asks PaperBot to slow down (POST channels/*/messages: 429). Try again in a few minutes.",
            problem.Message
        );
        Assert.Equal(DiscordSender.MostTries, discord.Seen.Count);
        Assert.True(clock.Waits.Max() > TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_429_without_a_time_is_met_with_patience()
    {
        discord.Says(429, "").Says(429, "<html>");

        await SendAsync(Post);

        Assert.Equal(3, discord.Seen.Count);
    }

    [Fact]
    public async Task An_hour_that_Discord_asks_for_is_not_waited()
    {
        discord.Says(429, """{"message":"Slow.","retry_after":3600}""");

        await RefusedAsync(Post);
        await RefusedAsync(Post);

        Assert.Single(discord.Seen);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_silent_Discord_is_given_up_in_time()
    {
        clock.SilentTries = int.MaxValue;
        discord.IsSilent = true;

        var problem = await RefusedAsync(Post);

        Assert.Equal("Discord cannot be reached: it did not answer in time.", problem.Message);
        Assert.All(clock.Limits, limit => Assert.Equal(DiscordSender.TryLimit, limit));
        Assert.InRange(discord.Seen.Count, 4, DiscordSender.MostTries);
        Assert.InRange(clock.GetElapsedTime(0), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2.3));
    }

    [Fact]
    public async Task A_silent_Discord_gets_a_first_answer_twice_within_three_seconds_and_no_more()
    {
        clock.SilentTries = int.MaxValue;
        discord.IsSilent = true;

        await RefusedAsync(FirstAnswer);

        Assert.Equal(2, discord.Seen.Count);
        Assert.Equal(DiscordSender.FirstAnswerTryLimit, clock.Limits[0]);
        Assert.True(clock.GetElapsedTime(0) < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task No_try_of_a_first_answer_is_begun_when_its_three_seconds_are_over()
    {
        discord.Says(429, """{"message":"Slow.","retry_after":2.9}""");

        await RefusedAsync(FirstAnswer);

        Assert.Single(discord.Seen);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_first_answer_survives_a_short_fault()
    {
        discord.Says(502).Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."));

        await SendAsync(FirstAnswer);

        Assert.Equal(3, discord.Seen.Count);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_not_read_to_its_end()
    {
        discord.Says(() => new StreamContent(new Endless()));

        var problem = await RefusedAsync(Post);

        Assert.StartsWith("Discord cannot be reached: its answer is far too long.", problem.Message);
        Assert.Single(discord.Seen);
    }

    [Fact]
    public async Task Stopping_the_program_ends_a_wait_and_a_request_at_once_and_holds_no_turn()
    {
        discord.IsSilent = true;
        using var stop = new CancellationTokenSource();
        var sending = sender.SendAsync(Post, stop.Token);
        var waiting = sender.SendAsync(Post, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        discord.IsSilent = false;

        await SendAsync(Post);
    }

    [Fact]
    public async Task An_error_nobody_thought_of_holds_no_turn()
    {
        discord.Throws(new NotSupportedException("Nobody thought of it."));
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(Post));

        await SendAsync(Post);
    }

    [Fact]
    public async Task No_log_and_no_message_tells_a_token()
    {
        discord
            .Says(
                400,
                $$"""{"code":1,"message":"No {{Interaction}} by {{Token}}.","errors":{"_errors":[{"message":"{{Token}}"}] } }"""
            )
            .Says(404, $$"""{"code":2,"message":"{{Interaction}}"}""")
            .Says(500, Token)
            .Says(429, """{"retry_after":1}""")
            .Throws(new HttpRequestException(HttpRequestError.ConnectionError, "Not now."))
            .Throws(new IOException("Gone."));

        var problems = new List<Exception>();
        for (var i = 0; i < 4; i++)
        {
            problems.Add(await RefusedAsync(FollowUp));
        }

        Assert.NotEmpty(log.Lines);
        Assert.All(
            [.. problems.Select(problem => problem.ToString()), .. log.Lines, $"{FollowUp}", $"{FirstAnswer}"],
            text =>
            {
                Assert.DoesNotContain(Token, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Interaction, text, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    private Task<DiscordAnswer> SendAsync(DiscordRequest request) =>
        sender.SendAsync(request, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

    private Task<DiscordProblem> RefusedAsync(DiscordRequest request) =>
        Assert.ThrowsAsync<DiscordProblem>(() => SendAsync(request));

    // Says what was prepared, in that order, then 200.
    private sealed class Discord : HttpMessageHandler
    {
        private readonly Queue<Func<HttpResponseMessage>> prepared = new();
        private Func<HttpResponseMessage> otherwise = () => Answer(200, new StringContent("{}"));

        public List<HttpRequestMessage> Seen { get; } = [];

        public bool IsSilent { get; set; }

        public Discord Says(int status, string body = "{}")
        {
            prepared.Enqueue(() => Answer(status, new StringContent(body)));
            return this;
        }

        public void Says(Func<HttpContent> content) => prepared.Enqueue(() => Answer(200, content()));

        public void SaysFromNowOn(int status, string body = "{}") =>
            otherwise = () => Answer(status, new StringContent(body));

        public Discord Throws(Exception e)
        {
            prepared.Enqueue(() => throw e);
            return this;
        }

        public void ThrowsFromNowOn(Exception e) => otherwise = () => throw e;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Seen.Add(request);
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            return prepared.TryDequeue(out var answer) ? answer() : otherwise();
        }

        private static HttpResponseMessage Answer(int status, HttpContent content) =>
            new((HttpStatusCode)status) { Content = content };
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
