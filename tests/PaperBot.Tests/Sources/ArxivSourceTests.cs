using System.Net;
using Microsoft.Extensions.Options;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Sources;

namespace PaperBot.Tests.Sources;

public sealed class ArxivSourceTests : IDisposable
{
    private const string Feed = "/atom/cs.LG+cs.CL";

    private readonly TempDatabase library = new(); // its clock: Tuesday, 6 January 2026, 12:00 UTC
    private readonly StubHttp web = new();
    private readonly FetchMarks marks;

    public ArxivSourceTests() => marks = new FetchMarks(library.Database);

    public void Dispose()
    {
        web.Dispose();
        library.Dispose();
    }

    [Fact]
    public async Task Todays_announcements_are_fresh_and_a_new_version_is_not_one_of_todays_papers()
    {
        web.On(
            Feed,
            HttpStatusCode.OK,
            FeedOf("2026-01-06", Entry("2601.01234", "new"), Entry("2511.00001", "replace"))
        );

        var report = await FetchAsync();

        Assert.Equal(FetchOutcome.Fresh, report.Result.Outcome);
        Assert.Contains("1 new papers", report.Result.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, report.Kept?.New);
        Assert.Equal(
            [true, false],
            report.Result.Items.OfType<ReadPaper>().Select(paper => paper.Record.ListingDay is not null)
        );
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_read_again()
    {
        web.On(Feed, HttpStatusCode.OK, FeedOf("2026-01-06", Entry("2601.01234", "new")), ("ETag", "\"one\""));
        web.On(Feed, HttpStatusCode.NotModified);

        await FetchAsync();
        var second = await FetchAsync();

        Assert.Equal(FetchOutcome.NotModified, second.Result.Outcome);
        Assert.Equal("\"one\"", web.Requests[1].Headers.IfNoneMatch.ToString());
    }

    [Fact]
    public async Task An_empty_feed_is_as_expected_on_a_weekend_and_suspicious_on_a_working_day()
    {
        web.On(Feed, HttpStatusCode.OK, FeedOf("2026-01-06")).On(Feed, HttpStatusCode.OK, FeedOf("2026-01-10"));

        var tuesday = await FetchAsync();
        library.Clock.Advance(TimeSpan.FromDays(4));
        var saturday = await FetchAsync();

        Assert.Equal(FetchOutcome.EmptySuspicious, tuesday.Result.Outcome);
        Assert.Equal(FetchOutcome.EmptyExpected, saturday.Result.Outcome);
    }

    [Fact]
    public async Task A_feed_of_yesterday_is_stale()
    {
        web.On(Feed, HttpStatusCode.OK, FeedOf("2026-01-05", Entry("2601.01234", "new")));

        var report = await FetchAsync();

        Assert.Equal(FetchOutcome.Stale, report.Result.Outcome);
        Assert.Contains("Monday, 5 January 2026", report.Result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_refusal_without_a_time_nothing_is_asked_for_ten_minutes()
    {
        web.On(Feed, HttpStatusCode.TooManyRequests, "Rate exceeded.");
        web.On(Feed, HttpStatusCode.OK, FeedOf("2026-01-06", Entry("2601.01234", "new")));

        var refused = await FetchAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(9));
        var tooSoon = await FetchAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(2));
        var later = await FetchAsync();

        Assert.Equal(
            [FetchOutcome.Limited, FetchOutcome.Limited, FetchOutcome.Fresh],
            new[] { refused, tooSoon, later }.Select(report => report.Result.Outcome)
        );
        Assert.Equal(2, web.Requests.Count);
    }

    [Fact]
    public async Task A_category_that_does_not_exist_is_told_in_arXivs_words()
    {
        web.On(
            Feed,
            HttpStatusCode.BadRequest,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed error for query: cs.LG+cs.CL</title></feed>"
        );

        var report = await FetchAsync();

        Assert.Equal(FetchOutcome.Failed, report.Result.Outcome);
        Assert.Contains("Feed error for query", report.Result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_is_asked_of_the_api_page_by_page_and_said_to_be_of_submissions()
    {
        web.On(Query(0), HttpStatusCode.OK, Answer(3, "2512.00001", "2512.00002"));
        web.On(Query(2), HttpStatusCode.OK, Answer(3)); // empty although there is more: asked again
        web.On(Query(2), HttpStatusCode.OK, Answer(3, "2512.00003"));

        var report = await FetchAsync(new DateOnly(2025, 12, 30));

        Assert.Equal(FetchOutcome.Fresh, report.Result.Outcome);
        Assert.Equal(
            "arXiv has 3 papers submitted (not announced) on Tuesday, 30 December 2025.",
            report.Result.Sentence
        );
        Assert.Equal(3, report.Kept?.New);
    }

    [Theory]
    [InlineData(2026, 1, 1, true)]
    [InlineData(2026, 1, 19, true)]
    [InlineData(2026, 11, 26, true)]
    [InlineData(2026, 11, 23, false)]
    [InlineData(2026, 11, 22, true)]
    public void Weekends_and_arXivs_holidays_are_known(int year, int month, int day, bool quiet) =>
        Assert.Equal(quiet, ArxivDay.IsQuiet(new DateOnly(year, month, day)));

    [Fact]
    public async Task Requests_to_arXiv_are_three_seconds_apart_whoever_asks()
    {
        using var gate = new SourceGate(TimeSpan.FromSeconds(3), library.Clock);
        var asked = new List<DateTimeOffset>();

        var requests = Enumerable
            .Range(0, 3)
            .Select(_ => gate.PassAsync(() => Task.FromResult(Ask()), CancellationToken.None))
            .ToList();
        for (var i = 0; i < 20 && !requests.TrueForAll(request => request.IsCompleted); i++)
        {
            library.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
        await Task.WhenAll(requests);

        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(3)));

        int Ask()
        {
            asked.Add(library.Clock.GetUtcNow());
            return asked.Count;
        }
    }

    private Task<FetchReport> FetchAsync(DateOnly? day = null)
    {
        var http = new HttpClient(web, disposeHandler: false);
        var client = new SourceClient(http, new SourceGate(TimeSpan.Zero, library.Clock), library.Clock);
        var options = Options.Create(
            new SourcesOptions { Arxiv = new ArxivOptions { Categories = ["cs.LG", "cs.CL"] } }
        );
        var source = new ArxivSource(client, options, marks, library.Clock);
        return new PaperFetch([source], library.Intake, marks, library.Clock).FetchAsync(
            source,
            day,
            CancellationToken.None
        );
    }

    private static string Query(int start) =>
        $"/api/query?search_query=%28cat:cs.LG+OR+cat:cs.CL%29+AND+submittedDate:[202512300000+TO+202512302359]&start={start}&max_results=500&sortBy=submittedDate&sortOrder=ascending";

    private static string FeedOf(string day, params string[] entries) =>
        $"""
            <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom">
            <id>http://rss.arxiv.org/atom/cs.LG</id><title>cs.LG updates on arXiv.org</title><updated>{day}T05:00:19.000000+00:00</updated>
            {string.Concat(entries)}</feed>
            """;

    private static string Entry(string id, string type) =>
        $"""
            <entry><id>oai:arXiv.org:{id}v1</id><title>Paper {id}</title><summary>arXiv:{id}v1 Announce Type: {type}
            Abstract: We widget.</summary><category term="cs.LG"/><published>2026-01-06T00:00:00-05:00</published>
            <arxiv:announce_type>{type}</arxiv:announce_type><dc:creator>Ada Example</dc:creator></entry>
            """;

    private static string Answer(int total, params string[] ids) =>
        $"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>ArXiv Query</title>
            <opensearch:totalResults>{total}</opensearch:totalResults>
            {string.Concat(
                ids.Select(id =>
                    $"<entry><id>http://arxiv.org/abs/{id}v1</id><title>Paper {id}</title><summary>We widget.</summary><published>2025-12-30T10:00:00Z</published></entry>"
                )
            )}
            </feed>
            """;
}
