using Microsoft.Extensions.Logging;
using PaperBot.Daily;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;
using PaperBot.Sources;

namespace PaperBot.Digests;

/// <summary>
/// Decides what every channel that is due gets, and puts it into the outbox. The lists are read once for all, each paper's
/// sentence is made once for all; only the choice is each channel's own.
/// </summary>
internal sealed partial class DigestPlanner(
    Database database,
    DueDigests due,
    DigestOutbox outbox,
    DigestCandidates candidates,
    Gathering gathering,
    EditionPreparation preparation,
    IEditionSentences sentences,
    DigestExtras extras,
    TimeProvider clock,
    ILogger<DigestPlanner> log
) : IDigestPreview
{
    /// <summary>A list is settled so long after it closes: what was sent in at the last moment has to arrive.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    private const int PlannedAtOnce = 100; // in one transaction, for which others who write must wait

    /// <returns>How many channels were due.</returns>
    public async Task<int> PlanAsync(CancellationToken ct)
    {
        var schedules = due.Now();
        if (schedules.Count == 0)
        {
            return 0;
        }
        var lists = await ReadListsAsync(schedules, ct);
        var begun = clock.GetTimestamp();
        var count = 0;
        foreach (var schedule in schedules)
        {
            foreach (var some in schedule.Digests.Chunk(PlannedAtOnce))
            {
                ct.ThrowIfCancellationRequested();
                foreach (var digest in some)
                {
                    outbox.TakeBack(digest.Id);
                }
                var choices = Choose(some, schedule.Day, lists);
                await preparation.PrepareAsync(
                    Papers(choices),
                    DailyRun.SentencesLimit - clock.GetElapsedTime(begun),
                    ct
                );
                var plans = extras.Added([.. choices.Select(choice => PlanOf(choice, schedule.Schedule, lists))]);
                outbox.Plan(plans.Select(plan => plan with { Parts = Parts(plan.Digest.Settings, plan.Content) }));
                count += some.Length;
            }
        }
        LogPlanned(count);
        return count;
    }

    /// <summary>Has the sentences written that a model takes its time for, ahead of the hour.</summary>
    public async Task PrepareAsync(TimeSpan ahead, CancellationToken ct)
    {
        if (!preparation.IsNeeded || due.Within(ahead) is not { Count: > 0 } schedules)
        {
            return;
        }
        var lists = await ReadListsAsync(schedules, ct);
        var papers = schedules.SelectMany(schedule => Papers(Choose(schedule.Digests, schedule.Day, lists)));
        await preparation.PrepareAsync([.. papers.DistinctBy(paper => paper.Id)], ahead, ct);
    }

    public Task<DigestContent> PreviewAsync(Digest digest, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var schedule = DigestSchedule.Of(digest.Settings);
        var lists = new Lists(candidates, [], HuggingFaceDay.Settled(now - Settling), now);
        var choice = Choose([digest], schedule.DayOf(now), lists)[0];
        return Task.FromResult(extras.Added([PlanOf(choice, schedule, lists)])[0].Content);
    }

    private async Task<Lists> ReadListsAsync(IReadOnlyList<DueSchedule> schedules, CancellationToken ct)
    {
        var closed = HuggingFaceDay.Settled(clock.GetUtcNow() - Settling);
        var news = (await gathering.AskLatelyAsync(schedules[0].Day, ct)).ToList();
        foreach (var settled in await gathering.SettleAsync(closed, ct))
        {
            // Of its closed list rather than of the one that is open; but a failure of either is to be told.
            news.RemoveAll(one => one.Source == settled.Source && (one.Healthy || !settled.Healthy));
            if (!news.Exists(one => one.Source == settled.Source))
            {
                news.Add(settled);
            }
        }
        return new Lists(candidates, news, closed, clock.GetUtcNow());
    }

    private List<DigestChoice> Choose(IReadOnlyList<Digest> digests, DateOnly day, Lists lists)
    {
        using var had = new HadPapers(database);
        return
        [
            .. digests.Select(digest =>
                DigestChoice.Of(
                    digest,
                    day,
                    lists.For(digest.Settings),
                    papers => had.Of(digest.Platform, digest.Channel, papers)
                )
            ),
        ];
    }

    private DigestPlan PlanOf(DigestChoice choice, DigestSchedule schedule, Lists lists)
    {
        var digest = choice.Digest;
        var last = outbox.Last(digest.Id) is [var newest, ..] ? newest : null;
        var missed = schedule
            .Before(choice.Day, digest.CreatedAt)
            .Where(day => last is null || day > last.Day)
            .ToList();
        var content = choice.ToContent(Sentence, lists.News, missed);
        return new DigestPlan(digest, content, missed.Count > 0 ? missed[0] : null, lists.LateAt(digest.Settings), []);
    }

    private static IReadOnlyList<DigestPlannedPart> Parts(DigestSettings settings, DigestContent content)
    {
        if (settings.Place == DigestPlace.Forum)
        {
            var posts = content.Picks.Select(DigestPlannedPart.ForumPost);
            return content.Picks.Count == 0 || content.Recap is not null
                ? [.. posts, new DigestPlannedPart(DigestPartKind.ForumPost, "0")]
                : [.. posts];
        }
        var parts = new List<DigestPlannedPart> { new(DigestPartKind.Message) };
        if (content.Picks.Count > 0 && settings.Place == DigestPlace.Announcement)
        {
            parts.Add(new DigestPlannedPart(DigestPartKind.Crosspost));
        }
        if (content.Picks.Count > 0 && settings.HasThread)
        {
            parts.Add(new DigestPlannedPart(DigestPartKind.Thread));
        }
        return parts;
    }

    private EditionSentence Sentence(Paper paper) => EditionBuilder.SentenceOf(paper, sentences, log);

    private static IReadOnlyList<Paper> Papers(IEnumerable<DigestChoice> choices) =>
        [
            .. choices
                .SelectMany(choice => choice.Chosen)
                .Select(one => one.Candidate.Paper)
                .DistinctBy(paper => paper.Id),
        ];

    /// <summary>What can be chosen from at one moment; each kind of channel's read when it is first asked for.</summary>
    private sealed class Lists(
        DigestCandidates candidates,
        IReadOnlyList<SourceNews> news,
        DateOnly closed,
        DateTimeOffset now
    )
    {
        private readonly Dictionary<(DigestMode, bool), IReadOnlyList<DigestCandidate>> read = [];

        public IReadOnlyList<SourceNews> News => news;

        public IReadOnlyList<DigestCandidate> For(DigestSettings settings)
        {
            var kind = (settings.Mode, settings.IsWeekly);
            if (!read.TryGetValue(kind, out var list))
            {
                list = candidates.Of(settings.Mode == DigestMode.Settled ? closed : null, settings.IsWeekly);
                read[kind] = list;
            }
            return list;
        }

        /// <summary>When the list that is open now will be closed, for a channel that did not wait for it.</summary>
        public DateTimeOffset? LateAt(DigestSettings settings)
        {
            var open = closed.AddDays(1);
            var isWanted =
                settings is { Mode: DigestMode.Early, IsWeekly: false }
                && (settings.Sources.Count == 0 || settings.Sources.Contains("huggingface"))
                && !HuggingFaceDay.IsQuiet(open);
            var at = HuggingFaceDay.ClosesAt(open) + Settling;
            return isWanted && at > now ? at : null;
        }
    }

    [LoggerMessage(LogLevel.Information, "The digests of {Count} channels are planned.")]
    private partial void LogPlanned(int count);
}
