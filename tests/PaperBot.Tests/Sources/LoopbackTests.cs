using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Tests.Import;

namespace PaperBot.Tests.Sources;

/// <summary>What a user sees of the sources over a real connection: asked politely, asked again, and left alone.</summary>
public sealed class LoopbackTests : IAsyncLifetime
{
    private const string NotToday = "503 Service Unavailable";
    private const string TooMany = "429 Too Many Requests";

    private readonly LoopbackSources sources = new();

    private LoopbackServer Server => sources.Server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => sources.DisposeAsync();

    [Theory]
    [InlineData("huggingface", "GET /api/daily_papers?limit=100&p=0 HTTP/1.1")]
    [InlineData("arxiv", "GET /atom/cs.LG HTTP/1.1")]
    public async Task A_source_is_told_who_asks_and_where_to_complain(string source, string line)
    {
        Server.Says("200 OK", LoopbackSources.Papers(source));

        var report = await sources.FetchAsync(source);

        Assert.Equal((FetchOutcome.Fresh, 1), (report.Result.Outcome, report.Kept?.New));
        var request = Assert.Single(Server.Requests);
        Assert.StartsWith(line, request, StringComparison.Ordinal);
        Assert.Matches(@"User-Agent: PaperBot/\d+\.\d+\.\d+ \(papers@example\.org\)\r\n", request);
    }

    [Theory]
    [InlineData("huggingface")]
    [InlineData("arxiv")]
    public async Task A_source_that_stumbles_is_asked_again(string source)
    {
        Server
            .HangsUp()
            .Says(NotToday)
            .Says("500 Internal Server Error")
            .Says("200 OK", LoopbackSources.Papers(source));

        var report = await sources.FetchAsync(source);

        Assert.Equal((FetchOutcome.Fresh, 4), (report.Result.Outcome, Server.Requests.Count));
    }

    [Fact]
    public async Task A_source_that_only_stumbles_is_given_up_and_may_be_tried_later()
    {
        Server.Says(NotToday).Says(NotToday).Says(NotToday).Says("502 Bad Gateway");

        var result = (await sources.FetchAsync("huggingface")).Result;

        Assert.Equal(
            (
                FetchOutcome.Failed,
                "Hugging Face could not be reached (it answered 502).",
                "Try again in a few minutes."
            ),
            (result.Outcome, result.Sentence, result.Advice)
        );
        Assert.Equal(4, Server.Requests.Count);
    }

    [Fact]
    public async Task ArXiv_is_not_asked_again_before_three_seconds_are_over_even_if_it_stumbles()
    {
        Server.Says(NotToday, "", "Retry-After: 1").Says(NotToday).Says("200 OK", LoopbackSources.Papers("arxiv"));
        Server.Says("304 Not Modified");

        await sources.FetchAsync("arxiv");
        await sources.FetchAsync("arxiv");

        Assert.Equal(3, sources.Clock.Waits.Count);
        Assert.All(sources.Clock.Waits, wait => Assert.InRange(wait.TotalSeconds, 3, 12));
    }

    [Theory]
    [InlineData(TooMany, "Retry-After: 45", 45)]
    [InlineData(TooMany, "Retry-After: Tue, 06 Jan 2026 12:00:30 GMT", 30)]
    [InlineData(TooMany, "RateLimit: \"api\";r=0;t=55", 56)]
    [InlineData(TooMany, "RateLimit: \"pages\";r=9;t=3, \"api\";t=55;r=0", 56)]
    [InlineData(NotToday, "Retry-After: 45", 45)]
    public async Task A_source_that_asks_for_a_moment_gets_it_and_is_asked_again(
        string status,
        string header,
        int seconds
    )
    {
        Server.Says(status, "", header).Says("200 OK", LoopbackSources.Papers("huggingface"));

        var report = await sources.FetchAsync("huggingface");

        Assert.Equal(FetchOutcome.Fresh, report.Result.Outcome);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], sources.Clock.Waits);
    }

    [Theory]
    [InlineData(TooMany, "Retry-After: 5400", "2026-01-06 13:30")]
    [InlineData(TooMany, "RateLimit: \"api\";r=0;t=299", "2026-01-06 12:05")]
    [InlineData(TooMany, "Retry-After: 999999999", "2026-01-07 12:00")] // a mistake of theirs: a day at most
    [InlineData(NotToday, "Retry-After: 5400", "2026-01-06 13:30")]
    public async Task A_source_that_asks_for_longer_is_left_alone_until_then(string status, string header, string until)
    {
        Server.Says(status, "", header);

        var first = await sources.FetchAsync("huggingface");
        var second = await sources.FetchAsync("huggingface");

        Assert.Equal((FetchOutcome.Limited, FetchOutcome.Limited), (first.Result.Outcome, second.Result.Outcome));
        Assert.Equal($"Hugging Face wants no more requests until {until} UTC.", first.Result.Sentence);
        Assert.Contains($"until {until} UTC; nothing was asked.", second.Result.Sentence, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_source_that_asks_for_a_moment_twice_is_left_alone()
    {
        Server.Says(TooMany, "", "Retry-After: 50").Says(TooMany, "", "Retry-After: 50");

        var report = await sources.FetchAsync("huggingface");

        Assert.Equal("Hugging Face wants no more requests until 2026-01-06 12:01 UTC.", report.Result.Sentence);
        Assert.Equal([TimeSpan.FromSeconds(50)], sources.Clock.Waits);
    }

    [Fact]
    public async Task ArXiv_is_left_alone_for_ten_minutes_once_it_has_had_enough()
    {
        Server.Says(TooMany, "Rate exceeded.");

        var report = await sources.FetchAsync("arxiv");

        Assert.Equal("arXiv wants no more requests until 2026-01-06 12:10 UTC.", report.Result.Sentence);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData("huggingface", "Hugging Face's list has not changed since it was fetched last.")]
    [InlineData("arxiv", "arXiv's feed has not changed since it was fetched last.")]
    public async Task What_has_not_changed_is_not_sent_twice(string source, string sentence)
    {
        Server.Says("200 OK", LoopbackSources.Papers(source), "ETag: W/\"v1\"").Says("304 Not Modified");

        await sources.FetchAsync(source);
        var second = await sources.FetchAsync(source);

        Assert.Equal((FetchOutcome.NotModified, sentence), (second.Result.Outcome, second.Result.Sentence));
        Assert.DoesNotContain("If-None-Match", Server.Requests[0], StringComparison.Ordinal);
        Assert.Contains("If-None-Match: W/\"v1\"\r\n", Server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_answer_is_asked_for_and_unpacked()
    {
        Server.Says("200 OK", Reads.Gzip(LoopbackSources.Papers("huggingface")), "Content-Encoding: gzip");

        var report = await sources.FetchAsync("huggingface");

        Assert.Equal((FetchOutcome.Fresh, 1), (report.Result.Outcome, report.Kept?.New));
        Assert.Matches("Accept-Encoding: [^\r]*gzip", Server.Requests[0]);
    }

    [Fact]
    public async Task A_source_that_has_moved_is_followed()
    {
        Server
            .Says("301 Moved Permanently", "", "Location: /elsewhere")
            .Says("200 OK", LoopbackSources.Papers("arxiv"));

        var report = await sources.FetchAsync("arxiv");

        Assert.Equal((FetchOutcome.Fresh, 1), (report.Result.Outcome, report.Kept?.New));
        Assert.StartsWith("GET /elsewhere ", Server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("User-Agent: PaperBot/", Server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_sends_from_door_to_door_is_not_followed_for_ever()
    {
        for (var i = 0; i < 4; i++)
        {
            Server.Says("302 Found", "", "Location: /elsewhere");
        }

        var report = await sources.FetchAsync("huggingface");

        Assert.Equal("Hugging Face could not be reached (it answered 302).", report.Result.Sentence);
        Assert.Equal(4, Server.Requests.Count);
    }
}
