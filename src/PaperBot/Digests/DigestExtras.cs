using PaperBot.Skills.Digests;
using PaperBot.Skills.Mentions;

namespace PaperBot.Digests;

/// <summary>What a channel's own people add to its digest: who follows what, and where a paper was talked about before.</summary>
internal sealed class DigestExtras(MentionLog mentions)
{
    /// <param name="plans">Many at a time: each thing is asked for once for all of them.</param>
    public IReadOnlyList<DigestPlan> Added(IReadOnlyList<DigestPlan> plans) =>
        [
            .. plans
                .GroupBy(plan => plan.Digest.Platform)
                .SelectMany(platform => WithMentions(platform.Key, [.. platform])),
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

    private static DigestPlan Changed(DigestPlan plan, Func<DigestPick, DigestPick> change) =>
        plan with
        {
            Content = plan.Content with { Picks = [.. plan.Content.Picks.Select(change)] },
        };
}
