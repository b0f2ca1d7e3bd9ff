using Microsoft.Extensions.Options;
using PaperBot.Skills.Papers;

namespace PaperBot.Sources;

/// <summary>arXiv: today's announcements from its feed, another day's submissions from its API.</summary>
internal sealed class ArxivSource(
    SourceClient client,
    IOptions<SourcesOptions> options,
    FetchMarks marks,
    TimeProvider clock
) : IPaperSource
{
    private const int PageSize = 500; // of the API, which allows 2,000
    private const int MostPages = 12;
    private const int Tries = 3; // of a page that comes empty although there is more, which the API does now and then

    // The feed is made around midnight in New York and may be late.
    private static readonly TimeOnly FeedIsMade = new(2, 0);

    private readonly ArxivOptions arxiv = options.Value.Arxiv;

    public string Name => "arxiv";

    public string Title => "arXiv";

    public Task<FetchResult> NewestAsync(DateOnly? day, CancellationToken ct) =>
        day is { } asked && asked != Today ? SubmittedAsync(asked, ct) : AnnouncedAsync(ct);

    private DateOnly Today => EasternTime.DayOf(clock.GetUtcNow());

    private async Task<FetchResult> AnnouncedAsync(CancellationToken ct)
    {
        var address = new Uri($"{arxiv.FeedUrl.TrimEnd('/')}/atom/{string.Join('+', arxiv.Categories)}");
        var answer = await client.GetAsync(address, marks.Recall(address.AbsoluteUri), ct);
        if (answer.IsNotModified)
        {
            return new FetchResult(FetchOutcome.NotModified, "arXiv's feed has not changed since it was fetched last.");
        }
        using var feed = new ArxivFeed(new MemoryStream(answer.Body));
        var items = feed.Items().Select(WithoutListingIfReplaced).ToList();
        if (answer.Problem is not null || feed.Problem is not null)
        {
            return Failure(answer, feed.Problem);
        }
        var result = Judge(feed, items);
        // An ETag is remembered only of what was read as a whole: of anything else, the rest would never be asked for again.
        return result.Outcome == FetchOutcome.Fresh && answer.ETag is { } etag
            ? result with
            {
                Marks = new Dictionary<string, string> { [address.AbsoluteUri] = etag },
            }
            : result;
    }

    private FetchResult Judge(ArxivFeed feed, List<ReadItem> items)
    {
        var papers = items.OfType<ReadPaper>().ToList();
        var made = feed.Updated is { } updated ? EasternTime.DayOf(updated) : Today;
        if (papers.Count == 0)
        {
            return (items, ArxivDay.IsQuiet(Today)) switch
            {
                ([ReadRefusal refusal, ..], _) => new FetchResult(
                    FetchOutcome.Failed,
                    $"arXiv's feed could not be read: {refusal.Reason}."
                ),
                (_, true) => new FetchResult(
                    FetchOutcome.EmptyExpected,
                    $"arXiv announces nothing on {SourceDays.Long(Today)}: a weekend or a holiday."
                ),
                _ => new FetchResult(
                    FetchOutcome.EmptySuspicious,
                    $"arXiv's feed of {SourceDays.Long(Today)} is empty, although it is a working day."
                ),
            };
        }
        if (feed.IsBroken)
        {
            return BrokenAnswer.Of("arXiv's feed", items);
        }
        if (made < Today && !ArxivDay.IsQuiet(Today) && IsPast(FeedIsMade))
        {
            return new FetchResult(FetchOutcome.Stale, $"arXiv's feed is still that of {SourceDays.Long(made)}.")
            {
                Items = items,
            };
        }
        var fresh = papers.Count(paper => paper.Record.Announced is AnnounceType.New or AnnounceType.Cross);
        return new FetchResult(
            FetchOutcome.Fresh,
            $"arXiv announced {fresh} new papers in {string.Join(", ", arxiv.Categories)} on {SourceDays.Long(made)}, and {papers.Count - fresh} new versions."
        )
        {
            Items = items,
        };
    }

    private async Task<FetchResult> SubmittedAsync(DateOnly day, CancellationToken ct)
    {
        if (day > Today)
        {
            return new FetchResult(
                FetchOutcome.Failed,
                $"{SourceDays.Long(day)} is yet to come; arXiv has nothing of it. Name an earlier day."
            );
        }
        var items = new List<ReadItem>();
        for (var page = 0; page < MostPages; page++)
        {
            var (answer, found, total, problem, isBroken) = await PageAsync(day, items.Count, ct);
            if (answer.Problem is not null || problem is not null)
            {
                return Failure(answer, problem) with { Items = items };
            }
            items.AddRange(found);
            if (isBroken)
            {
                return BrokenAnswer.Of($"arXiv's answer of {SourceDays.Long(day)}", items);
            }
            if (items.Count >= total)
            {
                break;
            }
            if (found.Count == 0)
            {
                return new FetchResult(
                    FetchOutcome.EmptySuspicious,
                    $"arXiv speaks of {total} papers submitted on {SourceDays.Long(day)} but gave {items.Count}. Fetch again later."
                )
                {
                    Items = items,
                };
            }
        }
        return Submitted(day, items);
    }

    private async Task<(SourceAnswer, List<ReadItem>, int Total, string? Problem, bool IsBroken)> PageAsync(
        DateOnly day,
        int start,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await client.GetAsync(Query(day, start), etag: null, ct);
            using var feed = new ArxivFeed(new MemoryStream(answer.Body));
            var found = feed.Items().ToList();
            var total = feed.Total ?? found.Count;
            if (
                answer.Problem is not null
                || feed.Problem is not null
                || found.Count > 0
                || start >= total
                || attempt == Tries
            )
            {
                return (answer, found, total, feed.Problem, feed.IsBroken);
            }
        }
    }

    private Uri Query(DateOnly day, int start)
    {
        var categories = string.Join("+OR+", arxiv.Categories.Select(category => $"cat:{category}"));
        return new Uri(
            $"{arxiv.ApiUrl.TrimEnd('/')}/api/query?search_query=%28{categories}%29+AND+submittedDate:[{day:yyyyMMdd}0000+TO+{day:yyyyMMdd}2359]"
                + $"&start={start}&max_results={PageSize}&sortBy=submittedDate&sortOrder=ascending"
        );
    }

    // The API knows when a paper was submitted, not when it was announced, and that is said: the days differ.
    private static FetchResult Submitted(DateOnly day, List<ReadItem> items) =>
        items.Count > 0
            ? new FetchResult(
                FetchOutcome.Fresh,
                $"arXiv has {items.Count} papers submitted (not announced) on {SourceDays.Long(day)}."
            )
            {
                Items = items,
            }
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? new FetchResult(FetchOutcome.EmptyExpected, $"Nothing was submitted to arXiv on {SourceDays.Long(day)}.")
        : new FetchResult(
            FetchOutcome.EmptySuspicious,
            $"arXiv has no paper submitted on {SourceDays.Long(day)}, although it was a working day."
        );

    // A new version updates what is known; it does not make an old paper one of today's.
    private static ReadItem WithoutListingIfReplaced(ReadItem item) =>
        item is ReadPaper { Record: { Announced: AnnounceType.Replace or AnnounceType.ReplaceCross } record } paper
            ? paper with
            {
                Record = record with { ListingDay = null, Rank = null },
            }
            : item;

    private bool IsPast(TimeOnly time) => EasternTime.At(Today, time) <= clock.GetUtcNow();

    private static FetchResult Failure(SourceAnswer answer, string? words) =>
        answer.LimitedUntil is { } until
            ? new FetchResult(
                FetchOutcome.Limited,
                $"arXiv wants no more requests until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC."
            )
            {
                LimitedUntil = until,
            }
        : words is not null ? new FetchResult(FetchOutcome.Failed, $"arXiv refused the request: {words}")
        : new FetchResult(FetchOutcome.Failed, $"arXiv could not be reached ({answer.Problem?.Clause}).")
        {
            Advice = answer.Problem?.Advice ?? "",
        };
}
