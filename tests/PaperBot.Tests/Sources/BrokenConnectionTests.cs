using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Sources;
using PaperBot.Tests.Import;

namespace PaperBot.Tests.Sources;

/// <summary>What a user is told, and what is kept, when an answer comes late, broken, in the wrong shape or not at all.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private const string Later = "Try again in a few minutes.";

    private readonly LoopbackSources sources = new();

    private LoopbackServer Server => sources.Server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => sources.DisposeAsync();

    [Theory]
    [InlineData("huggingface", "Hugging Face")]
    [InlineData("arxiv", "arXiv")]
    public async Task Where_nobody_listens_one_is_told_to_look_at_the_network(string source, string title)
    {
        await using var offline = new LoopbackSources(AddressOfNobody());

        var result = (await offline.FetchAsync(source)).Result;

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.StartsWith(
            $"{title} could not be reached (no connection to 127.0.0.1: ",
            result.Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal("Check that this machine is online; behind a proxy, set HTTPS_PROXY.", result.Advice);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_secured_is_told_as_such()
    {
        await using var insecure = new LoopbackSources(
            Server.Address.Replace("http:", "https:", StringComparison.Ordinal)
        );

        var result = (await insecure.FetchAsync("huggingface")).Result;

        Assert.Equal("Hugging Face could not be reached (no secure connection to 127.0.0.1).", result.Sentence);
        Assert.Contains("date and certificates", result.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n[{\"paper\":")]
    public async Task A_source_that_falls_silent_is_waited_for_no_longer_than_its_time(string first)
    {
        var ct = TestContext.Current.CancellationToken;
        var library = new TempDatabase();
        await using var silent = new LoopbackSources(library);
        silent.Server.FallsSilent(first);

        var fetching = silent.FetchAsync("huggingface");
        await silent.Server.Silent.WaitAsync(ct);
        Assert.False(fetching.IsCompleted);
        library.Clock.Advance(first.Length == 0 ? SourcesSetup.AnswerLimit : SourceClient.Patience);
        var result = (await fetching.WaitAsync(TimeSpan.FromSeconds(30), ct)).Result; // or for ever, were there no limit

        Assert.Equal(
            (FetchOutcome.Failed, "Hugging Face could not be reached (it did not answer in time).", Later),
            (result.Outcome, result.Sentence, result.Advice)
        );
    }

    [Fact]
    public async Task An_answer_that_breaks_off_has_failed_and_says_so()
    {
        Server.SaysHalf("200 OK", LoopbackSources.Papers("huggingface"), "ETag: \"v1\"");

        var result = (await sources.FetchAsync("huggingface")).Result;

        Assert.Equal(
            (FetchOutcome.Failed, "Hugging Face could not be reached (its answer broke off in the middle).", Later),
            (result.Outcome, result.Sentence, result.Advice)
        );
    }

    [Theory]
    [InlineData("huggingface", 1, "Hugging Face's list broke off in the middle; the papers before that were read.")]
    [InlineData("huggingface", 30, "Hugging Face's list broke off in the middle; the papers before that were read.")]
    [InlineData("arxiv", 1, "arXiv's feed broke off in the middle; the papers before that were read.")]
    [InlineData("arxiv", 30, "arXiv's feed broke off in the middle; the papers before that were read.")]
    public async Task Of_an_answer_that_is_cut_off_unnoticed_the_beginning_is_kept_and_the_rest_asked_for_again(
        string source,
        int missing,
        string sentence
    )
    {
        var whole = LoopbackSources.Papers(source, "2601.01234", "2601.01235");
        Server.SaysWithoutLength("200 OK", whole[..^missing], "ETag: \"v1\"");
        Server.Says("200 OK", whole, "ETag: \"v1\"");

        var cut = await sources.FetchAsync(source);
        var again = await sources.FetchAsync(source);

        Assert.Equal(
            (FetchOutcome.Failed, sentence, Later),
            (cut.Result.Outcome, cut.Result.Sentence, cut.Result.Advice)
        );
        Assert.InRange(cut.Kept?.New ?? 0, 1, 2);
        Assert.Equal((FetchOutcome.Fresh, 2), (again.Result.Outcome, cut.Kept?.New + again.Kept?.New));
        Assert.DoesNotContain("If-None-Match", Server.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("huggingface", "2026-01-03")] // a Saturday, on which nothing would be as expected
    [InlineData("arxiv", "2026-01-03")]
    [InlineData("huggingface", null)]
    [InlineData("arxiv", null)]
    public async Task An_answer_without_a_word_is_not_taken_for_a_quiet_day(string source, string? day)
    {
        Server.Says("200 OK");

        var result = (await sources.FetchAsync(source, Day(day))).Result;

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Matches("broke off|could not be read", result.Sentence);
    }

    [Fact]
    public async Task The_first_page_of_a_long_list_is_kept_when_the_second_fails()
    {
        var first = LoopbackSources.Papers("huggingface", "2601.01234");
        Server
            .Says("200 OK", first, "ETag: \"v1\"", "Link: </api/daily_papers?p=1>; rel=\"next\"")
            .Says("404 Not Found");

        var report = await sources.FetchAsync("huggingface");

        Assert.Equal("Hugging Face could not be reached (it answered 404).", report.Result.Sentence);
        Assert.Equal(1, report.Kept?.New);
        Assert.Empty(report.Result.Marks);
    }

    [Theory]
    [InlineData("huggingface", "Hugging Face", null)]
    [InlineData("arxiv", "arXiv", null)]
    [InlineData("arxiv", "arXiv", "2026-01-03")] // a Saturday, on which nothing would be as expected
    public async Task A_web_page_in_place_of_papers_is_not_taken_for_a_quiet_day(
        string source,
        string title,
        string? day
    )
    {
        Server.Says(
            "200 OK",
            "<html><body><p>Please log in.</p></body></html>",
            "Content-Type: text/html; charset=utf-8",
            "ETag: \"login\""
        );

        var result = (await sources.FetchAsync(source, Day(day))).Result;

        Assert.Equal(
            (FetchOutcome.Failed, $"{title} could not be reached (a web page came in place of papers)."),
            (result.Outcome, result.Sentence)
        );
        Assert.Equal($"Open {Server.Address} in a browser: a network's login may stand in between.", result.Advice);
        Assert.Empty(result.Marks);
    }

    [Fact]
    public async Task A_feed_that_could_not_be_read_is_asked_for_again()
    {
        Server.Says("200 OK", "no feed", "ETag: \"v1\"").Says("200 OK", LoopbackSources.Papers("arxiv"));

        var broken = await sources.FetchAsync("arxiv");
        var again = await sources.FetchAsync("arxiv");

        Assert.Contains("could not be read", broken.Result.Sentence, StringComparison.Ordinal);
        Assert.Equal((FetchOutcome.Fresh, 1), (again.Result.Outcome, again.Kept?.New));
        Assert.DoesNotContain("If-None-Match", Server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_packed_wrongly_has_failed_with_the_reason()
    {
        Server.Says("200 OK", LoopbackSources.Papers("huggingface"), "Content-Encoding: gzip");

        var result = (await sources.FetchAsync("huggingface")).Result;

        Assert.Equal(
            (FetchOutcome.Failed, "Hugging Face could not be reached (its answer cannot be unpacked)."),
            (result.Outcome, result.Sentence)
        );
    }

    [Fact]
    public async Task An_answer_that_was_packed_and_cut_off_is_kept_as_far_as_it_goes()
    {
        var packed = Reads.Gzip(LoopbackSources.Papers("huggingface", "2601.01234", "2601.01235"));
        Server.Says("200 OK", packed[..^12], "Content-Encoding: gzip", "ETag: \"v1\"");

        var result = (await sources.FetchAsync("huggingface")).Result;

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Matches("broke off in the middle|cannot be unpacked", result.Sentence);
        Assert.Empty(result.Marks);
    }

    [Fact]
    public async Task An_answer_of_a_gigabyte_is_not_taken()
    {
        Server.SaysWithoutLength("200 OK", "[", "Content-Length: 1000000000");

        var result = (await sources.FetchAsync("huggingface")).Result;

        Assert.Equal("Hugging Face could not be reached (its answer is too large).", result.Sentence);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string AddressOfNobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
