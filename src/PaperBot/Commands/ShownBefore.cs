using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands;

/// <summary>Says under an answer that a digest of the server had the paper, with the way to what was said about it there.</summary>
internal sealed class ShownBefore(MentionLog mentions, TimeProvider clock)
{
    private const string Heading = "Shown here before";

    // Under a digest of today, in its own channel or thread, everybody has it before their eyes.
    private static readonly TimeSpan InSight = TimeSpan.FromDays(1);

    /// <param name="reply">About these papers.</param>
    public Reply On(Reply reply, Asker asker, params IReadOnlyList<Paper> papers)
    {
        if (asker.Server.Length == 0 || !reply.Ok)
        {
            return reply;
        }
        var now = clock.GetUtcNow();
        var fields = papers
            .Index()
            .Select(one => (one.Index, Mention: NewestOf(one.Item, asker, now)))
            .Where(one => one.Mention is not null)
            .Select(one => new ReplyField(
                papers.Count == 1 ? Heading : $"{(char)('A' + one.Index)}: {Heading.ToLowerInvariant()}",
                When(one.Mention!, now), // those without were left out
                []
            )
            {
                Link = one.Mention!.Link,
            })
            .ToList();
        return fields.Count == 0 ? reply : reply with { Fields = [.. reply.Fields, .. fields] };
    }

    /// <summary>"24 November, in the digest"; with the year where it is another one.</summary>
    public static string When(Mention mention, DateTimeOffset now)
    {
        var day = mention.Day.ToString(
            mention.Day.Year == now.UtcDateTime.Year ? "d MMMM" : "d MMMM yyyy",
            CultureInfo.InvariantCulture
        );
        return mention.How switch
        {
            MentionKinds.Digest => $"{day}, in the digest",
            MentionKinds.Summarize => $"{day}, summed up",
            MentionKinds.Compare => $"{day}, in a comparison",
            _ => day,
        };
    }

    private Mention? NewestOf(Paper paper, Asker asker, DateTimeOffset now) =>
        mentions
            .In(asker.Platform, asker.Server, paper.Id)
            .FirstOrDefault(mention => mention.How == MentionKinds.Digest && !IsInSight(mention, asker.Channel, now));

    // A thread under a message has the message's id.
    private static bool IsInSight(Mention mention, string channel, DateTimeOffset now) =>
        channel == mention.Message
        || channel == mention.Thread
        || (channel == mention.Channel && now - mention.At < InSight);
}
