using PaperBot.Skills.Mentions;

namespace PaperBot.Skills.Digests;

/// <summary>Tells a digest that is being planned which of its papers another channel of its server had before.</summary>
public sealed class ShownEarlier(MentionLog mentions)
{
    /// <returns>The same plans in their order, their picks with <see cref="DigestPick.Before"/>.</returns>
    public IReadOnlyList<DigestPlan> Added(IReadOnlyList<DigestPlan> plans)
    {
        var added = plans.ToArray();
        foreach (var platform in plans.Index().GroupBy(plan => plan.Item.Digest.Platform))
        {
            var asked = platform.ToList();
            var before = mentions.Before(platform.Key, [.. asked.Select(plan => QuestionOf(plan.Item))]);
            foreach (var ((index, plan), found) in asked.Zip(before).Where(one => one.Second.Count > 0))
            {
                added[index] = plan with
                {
                    Content = plan.Content with
                    {
                        Picks =
                        [
                            .. plan.Content.Picks.Select(pick =>
                                found.TryGetValue(pick.Paper, out var mention)
                                    ? pick with
                                    {
                                        Before = mention.Link,
                                    }
                                    : pick
                            ),
                        ],
                    },
                };
            }
        }
        return added;
    }

    private static MentionQuestion QuestionOf(DigestPlan plan) =>
        new(plan.Digest.Server, plan.Digest.Channel, [.. plan.Content.Picks.Select(pick => pick.Paper)]);
}
