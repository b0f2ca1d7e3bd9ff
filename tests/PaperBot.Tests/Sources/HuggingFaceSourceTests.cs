using System.Net;
using Microsoft.Extensions.Options;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Sources;

namespace PaperBot.Tests.Sources;

public sealed class HuggingFaceSourceTests : IDisposable
{
    private const string Newest = "/api/daily_papers?limit=100&p=0";

    private readonly TempDatabase library = new(); // its clock: Tuesday, 6 January 2026, 12:00 UTC
    private readonly StubHttp web = new();
    private readonly FetchMarks marks;

    public HuggingFaceSourceTests() => marks = new FetchMarks(library.Database);

    public void Dispose()
    {
        web.Dispose();
        library.Dispose();
    }

    [Fact]
    public async Task A_list_with_papers_is_fresh_and_reaches_the_library_with_votes_and_rank()
    {
        web.On(Newest, HttpStatusCode.OK, $"[{Item("2601.01234", 42)},{Item("2601.01235", 7)}]");

        var report = await FetchAsync();

        Assert.Equal(FetchOutcome.Fresh, report.Result.Outcome);
        Assert.Equal(2, report.Kept?.New);
        Assert.Equal(42, library.Store.Votes(PaperId.Stored("2601.01234")));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        web.On(Newest, HttpStatusCode.OK, $"[{Item("2601.01234", 42)}]", ("ETag", "\"v1\""));
        web.On(
            Newest,
            request =>
            {
                Assert.Equal("\"v1\"", request.Headers.IfNoneMatch.ToString());
                return new HttpResponseMessage(HttpStatusCode.NotModified);
            }
        );

        await FetchAsync();
        var second = await FetchAsync();

        Assert.Equal(FetchOutcome.NotModified, second.Result.Outcome);
    }

    [Fact]
    public async Task A_weekend_without_papers_is_as_expected_and_a_working_day_is_not()
    {
        web.On($"{Newest}&date=2026-01-03", HttpStatusCode.OK, "[]");
        web.On($"{Newest}&date=2026-01-02", HttpStatusCode.OK, "[]");
        web.On($"{Newest}&date=2026-01-06", HttpStatusCode.OK, "[]");

        var saturday = await FetchAsync(new DateOnly(2026, 1, 3));
        var friday = await FetchAsync(new DateOnly(2026, 1, 2));
        var today = await FetchAsync(new DateOnly(2026, 1, 6));

        Assert.Equal(FetchOutcome.EmptyExpected, saturday.Result.Outcome);
        Assert.Equal("Hugging Face lists nothing on Saturdays.", saturday.Result.Sentence);
        Assert.Equal(FetchOutcome.EmptySuspicious, friday.Result.Outcome);
        Assert.Equal(FetchOutcome.EmptyExpected, today.Result.Outcome);
        Assert.Contains("still empty", today.Result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_last_week_is_stale_and_its_papers_are_kept_all_the_same()
    {
        web.On(Newest, HttpStatusCode.OK, $"[{Item("2512.00001", 3, "2025-12-30")}]");

        var report = await FetchAsync();

        Assert.Equal(FetchOutcome.Stale, report.Result.Outcome);
        Assert.Contains("Monday, 5 January 2026", report.Result.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, report.Kept?.New);
    }

    [Fact]
    public async Task A_source_that_is_overrun_is_left_alone_until_it_says_also_by_the_next_process()
    {
        web.On(Newest, HttpStatusCode.TooManyRequests, "", ("RateLimit", "\"api\";r=0;t=120"));

        var first = await FetchAsync();
        var second = await FetchAsync(); // asks nothing: no second answer is prepared

        Assert.Equal(FetchOutcome.Limited, first.Result.Outcome);
        Assert.Equal(FetchOutcome.Limited, second.Result.Outcome);
        Assert.Contains("until 2026-01-06 12:02 UTC", second.Result.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "", "Hugging Face could not be reached (it answered 500).")]
    [InlineData(HttpStatusCode.OK, "{\"broken\": ", "could not be read")]
    [InlineData(HttpStatusCode.OK, "<html>Maintenance</html>", "could not be read")]
    public async Task What_cannot_be_used_has_failed_with_the_reason(HttpStatusCode status, string body, string reason)
    {
        web.On(Newest, status, body);

        var report = await FetchAsync();

        Assert.Equal(FetchOutcome.Failed, report.Result.Outcome);
        Assert.Contains(reason, report.Result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_is_refused_without_asking()
    {
        var report = await FetchAsync(new DateOnly(2026, 1, 8));

        Assert.Equal(FetchOutcome.Failed, report.Result.Outcome);
        Assert.Contains("yet to come", report.Result.Sentence, StringComparison.Ordinal);
        Assert.Empty(web.Requests);
    }

    [Fact]
    public async Task A_long_list_is_read_to_its_last_page_and_ranked_through()
    {
        web.On(
            Newest,
            HttpStatusCode.OK,
            $"[{string.Join(',', Enumerable.Range(0, 100).Select(i => Item($"2601.{i:00000}", i)))}]"
        );
        web.On("/api/daily_papers?limit=100&p=1", HttpStatusCode.OK, $"[{Item("2601.00100", 5)}]");

        var report = await FetchAsync();

        Assert.Equal(101, report.Kept?.New);
        Assert.Equal(101, report.Result.Items.OfType<ReadPaper>().Last().Record.Rank);
    }

    [Fact]
    public void A_list_closes_at_half_past_nine_in_New_York_in_summer_and_in_winter()
    {
        Assert.Equal(
            new DateTimeOffset(2026, 1, 7, 2, 30, 0, TimeSpan.Zero),
            HuggingFaceDay.ClosesAt(new DateOnly(2026, 1, 6))
        );
        Assert.Equal(
            new DateTimeOffset(2026, 7, 7, 1, 30, 0, TimeSpan.Zero),
            HuggingFaceDay.ClosesAt(new DateOnly(2026, 7, 6))
        );
        Assert.Equal(
            new DateOnly(2026, 1, 5),
            HuggingFaceDay.Settled(new DateTimeOffset(2026, 1, 7, 2, 29, 0, TimeSpan.Zero))
        );
        Assert.Equal(
            new DateOnly(2026, 1, 6),
            HuggingFaceDay.Settled(new DateTimeOffset(2026, 1, 7, 2, 30, 0, TimeSpan.Zero))
        );
    }

    private Task<FetchReport> FetchAsync(DateOnly? day = null)
    {
        var http = new HttpClient(web, disposeHandler: false);
        var client = new SourceClient(http, new SourceGate(TimeSpan.Zero, library.Clock), library.Clock);
        var source = new HuggingFaceSource(client, Options.Create(new SourcesOptions()), marks, library.Clock);
        return new PaperFetch([source], library.Intake, marks, library.Clock).FetchAsync(
            source,
            day,
            CancellationToken.None
        );
    }

    private static string Item(string id, int votes, string day = "2026-01-06") =>
        $$"""{"paper":{"id":"{{id}}","title":"Paper {{id}}","summary":"We widget.","upvotes":{{votes}},"submittedOnDailyAt":"{{day}}T00:00:00.000Z"},"publishedAt":"{{day}}T00:00:00.000Z","numComments":1}""";
}
