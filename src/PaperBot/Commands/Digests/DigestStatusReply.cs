using PaperBot.Chat;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: how a digest fares.</summary>
internal static class DigestStatusReply
{
    public static Reply For(DigestStatus status, DateTimeOffset now)
    {
        var (digest, zone) = (status.Digest, status.Digest.Settings.Zone);
        return new()
        {
            Private = true,
            Title = $"The digest of {status.Name}",
            Text = DigestShowReply.State(digest, now) ?? Verdict(status),
            Fields =
            [
                new("Last post", Last(status, now), []),
                .. status.Link is { } link
                    ? [new ReplyField("Where it is", link.AbsoluteUri, []) { Links = [link] }]
                    : Array.Empty<ReplyField>(),
                .. Field("Still to be sent", Open(status, now)),
                new(
                    "Next post",
                    status.Next.Count > 0
                        ? DigestTimes.Line(status.Next[0], digest.Settings, now)
                        : "None, as long as this is so.",
                    []
                ),
                .. Field("Sources", status.Sources.Select(source => Source(source, zone, now))),
                new("Last error", Error(status) ?? "None in the last posts.", []),
            ],
            Buttons =
            [
                new ReplyButton("Preview", $"/digest preview channel:{digest.Channel}"),
                new ReplyButton("Settings", $"/digest show channel:{digest.Channel}"),
            ],
            Again = $"/digest status channel:{digest.Channel}",
        };
    }

    private static string Verdict(DigestStatus status) =>
        status.Missing.Count > 0
            ? $"PaperBot lacks {string.Join(", ", status.Missing)} in {status.Name} now. Allow it in the channel's settings under Permissions, or the next post cannot come."
        : status.Sources.Any(source => source.ProblemSince is not null)
            ? "It goes on; a source is in trouble, so a post may be shorter than usual."
        : "It goes on.";

    private static string Last(DigestStatus status, DateTimeOffset now)
    {
        if (status.Last is not var (post, parts))
        {
            return "None yet.";
        }
        var main = parts.Where(DigestStatus.IsPost).ToList();
        var papers = post.Content.Picks.Count switch
        {
            0 => "no papers",
            1 => "1 paper",
            var count => $"{count} papers",
        };
        var late = post.Content.Late.Count > 0 ? $", {post.Content.Late.Count} more came late" : "";
        var notice = post.Content.Notice is { } said ? $"\n{said}" : "";
        return $"Of {DigestTimes.Day(post.Day)}: {papers}{late}, {Arrival(main, status.Digest.Settings.Zone, now)}{notice}";
    }

    private static string Arrival(List<DigestPart> parts, string zone, DateTimeOffset now)
    {
        var confirmed = parts.Where(part => part.State == DigestPartState.Confirmed).ToList();
        return confirmed.Count == 0
            ? parts.Exists(part => part.State == DigestPartState.GivenUp)
                ? "given up"
                : "not posted yet"
            : $"posted {DigestTimes.Wall(confirmed.Max(part => part.At), zone)}, {DigestTimes.Span(confirmed.Max(part => part.At) - now)}"
                + (confirmed.Count < parts.Count ? $" ({confirmed.Count} of {parts.Count} posts)" : "");
    }

    private static IEnumerable<string> Open(DigestStatus status, DateTimeOffset now) =>
        from one in status.Posts
        from part in one.Parts
        where part.State is DigestPartState.Planned or DigestPartState.Sent
        select $"{Capital(Kind(part.Kind))} of {DigestTimes.Day(one.Post.Day)}: "
            + (
                part.Tries == 0 ? $"planned {DigestTimes.Span(part.At - now)}"
                : part.State == DigestPartState.Sent
                    ? $"tried {Times(part.Tries)}, the last time {DigestTimes.Span(part.At - now)}; whether it arrived is looked up before the next try"
                : $"tried {Times(part.Tries)}, comes again by itself"
            )
            + (part.Error is { } error ? $". {error}" : "");

    private static string Source(SourceState source, string zone, DateTimeOffset now)
    {
        var good = source.HealthyAt is { } at
            ? $"answered {DigestTimes.Wall(at, zone)}, {DigestTimes.Span(at - now)}"
            : "has not answered yet";
        return source.ProblemSince is { } since
            ? $"{source.Source}: in trouble since {DigestTimes.Wall(since, zone)}. {source.Said} Before, it {good}."
            : $"{source.Source}: {good}";
    }

    private static string? Error(DigestStatus status) =>
        (
            from one in status.Posts
            from part in one.Parts
            where part.Error is not null
            orderby part.At descending
            select $"{Capital(Kind(part.Kind))} of {DigestTimes.Day(one.Post.Day)}: {part.Error}"
                + (part.State == DigestPartState.GivenUp ? " It was given up." : "")
        ).FirstOrDefault();

    private static IEnumerable<ReplyField> Field(string name, IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some ? [new ReplyField(name, string.Join('\n', some), [])] : [];

    private static string Kind(DigestPartKind kind) =>
        kind switch
        {
            DigestPartKind.Message => "the message",
            DigestPartKind.ForumPost => "a post in the forum",
            DigestPartKind.Thread => "the thread",
            DigestPartKind.Crosspost => "the publishing to other servers",
            DigestPartKind.Late => "the late papers",
            _ => "the notice of a new version",
        };

    private static string Times(int tries) => tries == 1 ? "once" : $"{tries} times";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
