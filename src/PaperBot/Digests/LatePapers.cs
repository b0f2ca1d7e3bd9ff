using Microsoft.Extensions.Logging;
using PaperBot.Daily;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Storage;
using PaperBot.Sources;

namespace PaperBot.Digests;

/// <summary>
/// When a list is closed: what came on it after a channel had its digest is added to that digest, in place, so that nobody
/// is called twice.
/// </summary>
internal sealed partial class LatePapers(
    Database database,
    DigestStore digests,
    DigestOutbox outbox,
    DigestCandidates candidates,
    Gathering gathering,
    IEditionSentences sentences,
    TimeProvider clock,
    ILogger<LatePapers> log
)
{
    private const int Most = 10;

    // A source that cannot be read is given a day; then nothing is added.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <returns>How many posts were settled.</returns>
    public async Task<int> SettleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = outbox.WaitingForLate(now);
        var settled = 0;
        foreach (var some in waiting.GroupBy(post => ListOf(post)))
        {
            var news = await gathering.SettleAsync(some.Key, ct);
            var isRead = news.All(one => one.Healthy);
            var list = candidates.Of(some.Key, isWeekly: false).Where(one => one.ListedOn == some.Key).ToList();
            using var had = new HadPapers(database);
            foreach (var post in some.Where(post => isRead || now - post.LateAt > Patience))
            {
                if (digests.Get(post.Digest) is { } digest)
                {
                    outbox.Settle(digest, post, WithLate(digest, post, list, had));
                    settled++;
                }
            }
        }
        return settled;
    }

    private static DateOnly ListOf(DigestPost post) => HuggingFaceDay.Settled(post.LateAt!.Value); // WaitingForLate gives none without

    private DigestContent WithLate(Digest digest, DigestPost post, List<DigestCandidate> list, HadPapers had)
    {
        var filter = new DigestFilter(digest.Settings);
        var news = list.Where(one => one.SeenAt > post.PlannedAt && filter.Why(one) is not null).ToList();
        var known = had.Of(digest.Platform, digest.Channel, news);
        var late = news.Where(one => !known.Contains(one)).Take(Most).ToList();
        return post.Content with
        {
            IsSettled = true,
            Late =
            [
                .. late.Select(
                    (one, index) =>
                        DigestChoice.PickOf(
                            post.Content.Picks.Count + index + 1,
                            one,
                            filter.Why(one) ?? "",
                            EditionBuilder.SentenceOf(one.Paper, sentences, log)
                        )
                ),
            ],
        };
    }
}
