using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Sources;

/// <summary>Hugging Face's daily papers (https://huggingface.co/papers), page by page.</summary>
internal sealed class HuggingFaceSource(
    SourceClient client,
    IOptions<SourcesOptions> options,
    FetchMarks marks,
    TimeProvider clock
) : IPaperSource
{
    private const int PageSize = 100;
    private const int MostPages = 20;

    public string Name => "huggingface";

    public string Title => "Hugging Face";

    public async Task<FetchResult> NewestAsync(DateOnly? day, CancellationToken ct)
    {
        if (day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            return new FetchResult(
                FetchOutcome.Failed,
                $"{SourceDays.Long(day.Value)} is yet to come; Hugging Face has no list of it. Name an earlier day."
            );
        }
        var items = new List<ReadItem>();
        var seen = new Dictionary<string, string>();
        for (var page = 0; page < MostPages; page++)
        {
            var address = Address(day, page);
            var answer = await client.GetAsync(address, page == 0 ? marks.Recall(address.AbsoluteUri) : null, ct);
            if (answer.IsNotModified)
            {
                return new FetchResult(
                    FetchOutcome.NotModified,
                    $"Hugging Face's list{Of(day)} has not changed since it was fetched last."
                );
            }
            if (answer.Problem is not null)
            {
                return Failure(day, answer) with { Items = Ranked(items) };
            }
            var found = HuggingFaceJson.Read(new Input(new MemoryStream(answer.Body))).ToList();
            items.AddRange(found);
            if (!IsWhole(answer.Body) && (found.Count == 0 || items.Exists(item => item is ReadPaper)))
            {
                return BrokenAnswer.Of($"Hugging Face's list{Of(day)}", Ranked(items));
            }
            if (answer.ETag is not null && page == 0)
            {
                seen[address.AbsoluteUri] = answer.ETag;
            }
            if (found.Count < PageSize && !answer.HasNext)
            {
                break;
            }
        }
        return Judge(day, Ranked(items), seen);
    }

    private Uri Address(DateOnly? day, int page) =>
        new(
            $"{options.Value.HuggingFace.BaseUrl.TrimEnd('/')}/api/daily_papers?limit={PageSize}&p={page}{(day is { } known ? $"&date={SourceDays.Iso(known)}" : "")}"
        );

    // The reader takes what it can get of a broken list and does not tell an end from a cut between two papers.
    private static bool IsWhole(byte[] body)
    {
        try
        {
            using var _ = JsonDocument.Parse(new MemoryStream(body));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The reader counts anew on each page.
    private static List<ReadItem> Ranked(List<ReadItem> items)
    {
        var places = new Dictionary<DateOnly, int>();
        return
        [
            .. items
                .DistinctBy(item => item is ReadPaper { Record.ArxivId: { } id } ? id.Value : $"line {item.Line}")
                .Select(Place),
        ];

        ReadItem Place(ReadItem item) =>
            item is ReadPaper { Record: { ListingDay: { } day, Rank: not null } record } paper
                ? paper with
                {
                    Record = record with { Rank = places[day] = places.GetValueOrDefault(day) + 1 },
                }
                : item;
    }

    private FetchResult Judge(DateOnly? day, List<ReadItem> items, Dictionary<string, string> seen)
    {
        var papers = items.OfType<ReadPaper>().ToList();
        if (papers.Count == 0)
        {
            return items.Count > 0
                ? new FetchResult(
                    FetchOutcome.Failed,
                    $"Hugging Face's answer could not be read: {((ReadRefusal)items[0]).Reason}."
                )
                : Empty(day);
        }
        var newest = papers.Max(paper => paper.Record.ListingDay);
        var expected = HuggingFaceDay.NewestExpected(clock.GetUtcNow());
        if (day is null && newest < expected)
        {
            return new FetchResult(
                FetchOutcome.Stale,
                $"Hugging Face still shows the list of {SourceDays.Long(newest.Value)}; that of {SourceDays.Long(expected)} ought to be there."
            )
            {
                Items = items,
            };
        }
        return new FetchResult(
            FetchOutcome.Fresh,
            $"Hugging Face's list{Of(day ?? newest)} has {papers.Count} {(papers.Count == 1 ? "paper" : "papers")}."
        )
        {
            Items = items,
            Marks = seen,
        };
    }

    private FetchResult Empty(DateOnly? day)
    {
        if (day is not { } asked)
        {
            return new FetchResult(
                FetchOutcome.EmptySuspicious,
                "Hugging Face's newest list is empty, which it never ought to be."
            );
        }
        if (HuggingFaceDay.IsQuiet(asked))
        {
            return new FetchResult(FetchOutcome.EmptyExpected, $"Hugging Face lists nothing on {asked.DayOfWeek}s.");
        }
        return HuggingFaceDay.ClosesAt(asked) > clock.GetUtcNow()
            ? new FetchResult(
                FetchOutcome.EmptyExpected,
                $"Hugging Face's list of {SourceDays.Long(asked)} is still empty; it closes at 21:30 in New York."
            )
            : new FetchResult(
                FetchOutcome.EmptySuspicious,
                $"Hugging Face's list of {SourceDays.Long(asked)} is empty, although it was a working day."
            );
    }

    private static FetchResult Failure(DateOnly? day, SourceAnswer answer) =>
        answer switch
        {
            { LimitedUntil: { } until } => new FetchResult(
                FetchOutcome.Limited,
                $"Hugging Face wants no more requests until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC."
            )
            {
                LimitedUntil = until,
            },
            { Status: HttpStatusCode.BadRequest } when day is { } asked => new FetchResult(
                FetchOutcome.Failed,
                $"Hugging Face has no list of {SourceDays.Long(asked)}; its first is of 4 May 2023."
            ),
            _ => new FetchResult(FetchOutcome.Failed, $"Hugging Face could not be reached ({answer.Problem?.Clause}).")
            {
                Advice = answer.Problem?.Advice ?? "",
            },
        };

    private static string Of(DateOnly? day) => day is { } known ? $" of {SourceDays.Long(known)}" : "";
}
