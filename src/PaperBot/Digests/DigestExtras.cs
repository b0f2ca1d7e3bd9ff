using PaperBot.Skills.Digests;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;

namespace PaperBot.Digests;

/// <summary>
/// What a channel's own people add to its digest: who follows what, where a paper was talked about before, and once a week
/// what they voted for.
/// </summary>
internal sealed class DigestExtras(MentionLog mentions, FollowStore follows, TeamWeek week, PaperStore papers)
{
    /// <param name="plans">Many at a time: each thing is asked for once for all of them.</param>
    public IReadOnlyList<DigestPlan> Added(IReadOnlyList<DigestPlan> plans) =>
        [
            .. plans
                .GroupBy(plan => plan.Digest.Platform)
                .SelectMany(platform => WithMentions(platform.Key, [.. platform]))
                .GroupBy(plan => (plan.Digest.Platform, plan.Digest.Server))
                .SelectMany(server => WithReaders(server.Key.Platform, server.Key.Server, [.. server]))
                .Select(WithRecap),
        ];

    private IEnumerable<DigestPlan> WithMentions(string platform, IReadOnlyList<DigestPlan> plans)
    {
        var before = mentions.Before(
            platform,
            [
                .. plans.Select(plan => new MentionQuestion(
                    plan.Digest.Server,
                    plan.Digest.Channel,
                    [.. plan.Content.Picks.Select(pick => pick.Paper)]
                )),
            ]
        );
        return plans.Zip(
            before,
            (plan, known) =>
                Changed(
                    plan,
                    pick => pick with { Before = known.TryGetValue(pick.Paper, out var mention) ? mention.Link : null }
                )
        );
    }

    private IEnumerable<DigestPlan> WithReaders(string platform, string server, IReadOnlyList<DigestPlan> plans)
    {
        if (server.Length == 0 || !follows.HasAny(platform, server))
        {
            return plans;
        }
        var picked = plans
            .SelectMany(plan => plan.Content.Picks)
            .DistinctBy(pick => pick.Paper)
            .Select(pick => papers.Get(pick.Id))
            .OfType<Paper>()
            .ToList();
        var readers = follows.ReadersOf(platform, server, picked);
        return plans.Select(plan =>
            Changed(plan, pick => pick with { Readers = readers.TryGetValue(pick.Paper, out var known) ? known : [] })
        );
    }

    // On the last of the digest's days in a week; a weekly digest has one only.
    private DigestPlan WithRecap(DigestPlan plan)
    {
        var (digest, content) = (plan.Digest, plan.Content);
        if (!digest.Settings.HasRecap || !IsLastOfWeek(digest.Settings, content.Day))
        {
            return plan;
        }
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(digest.Settings.Zone, out var known) ? known : null;
        var recap = week.Of(digest.Platform, digest.Server, content.Day.AddDays(-6), content.Day, zone);
        return recap.Best.Count == 0 ? plan : plan with { Content = content with { Recap = recap } };
    }

    private static bool IsLastOfWeek(DigestSettings settings, DateOnly day) =>
        settings.IsWeekly
        || Enumerable
            .Range(1, DaysLeft(day))
            .All(later => !settings.Days.HasFlag(DigestSchedule.Of(day.AddDays(later).DayOfWeek)));

    // Until Sunday.
    private static int DaysLeft(DateOnly day) => (7 - (int)day.DayOfWeek) % 7;

    private static DigestPlan Changed(DigestPlan plan, Func<DigestPick, DigestPick> change) =>
        plan with
        {
            Content = plan.Content with { Picks = [.. plan.Content.Picks.Select(change)] },
        };
}
