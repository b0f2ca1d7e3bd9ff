using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: the post as it would be, and when it comes.</summary>
internal static class DigestPreviewReply
{
    /// <param name="runs">The next ones.</param>
    public static Reply For(Digest digest, DigestContent content, IReadOnlyList<RunTime> runs, DateTimeOffset now)
    {
        var post = DigestReply.Pictured(DigestReply.From(content, digest.Settings), content);
        return post with
        {
            Private = true,
            Fields =
            [
                .. post.Fields,
                DigestSetupReply.Times(
                    digest.IsActive ? "The next posts come" : "The next posts would come",
                    runs,
                    digest.Settings,
                    now
                ),
            ],
            Notes = [.. post.Notes, .. Notes(digest, runs, now)],
            Again = $"/digest preview channel:{digest.Channel}",
        };
    }

    private static IEnumerable<string> Notes(Digest digest, IReadOnlyList<RunTime> runs, DateTimeOffset now)
    {
        if (DigestTimes.ClockChange(runs, digest.Settings, now) is { } change)
        {
            yield return change;
        }
        if (DigestShowReply.State(digest, now) is { } state)
        {
            yield return state;
        }
        if (digest.Settings.Place == DigestPlace.Forum)
        {
            yield return "In the forum each of these papers becomes a post of its own.";
        }
        yield return "This is a preview: you alone see it, nothing was posted, and by then the lists may have changed.";
    }
}
