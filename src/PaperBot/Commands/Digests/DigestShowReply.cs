using PaperBot.Chat;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: how digests are set up, as an answer.</summary>
internal static class DigestShowReply
{
    private const int MostChoices = 25;

    /// <param name="name">Of its channel.</param>
    /// <param name="runs">The next one; empty while none comes.</param>
    public static Reply One(Digest digest, string name, IReadOnlyList<RunTime> runs, DateTimeOffset now) =>
        new()
        {
            Private = true,
            Title = $"The digest of {name}",
            Text = State(digest, now) ?? "",
            Fields =
            [
                .. DigestWords.Fields(digest.Settings),
                .. runs.Count > 0
                    ? [DigestSetupReply.Times("Next post", runs, digest.Settings, now)]
                    : Array.Empty<ReplyField>(),
            ],
            Notes =
            [
                .. DigestWords.Warnings(digest.Settings),
                "Change it with /digest setup: only what you name is changed.",
            ],
            Buttons =
            [
                new ReplyButton("Preview", $"/digest preview channel:{digest.Channel}"),
                new ReplyButton("Status", $"/digest status channel:{digest.Channel}"),
                digest.PausedAt is not null && digest.EndedAt is null
                    ? new ReplyButton("Resume", $"/digest resume channel:{digest.Channel}")
                    : new ReplyButton("Pause", $"/digest pause channel:{digest.Channel}"),
            ],
            Again = $"/digest show channel:{digest.Channel}",
        };

    public static Reply All(IReadOnlyList<(Digest Digest, string Name)> digests) =>
        new()
        {
            Private = true,
            Title = $"The {digests.Count} digests here",
            Fields =
            [
                .. digests.Select(one => new ReplyField(
                    one.Name,
                    $"{DigestWords.Line(one.Digest.Settings)}{Suffix(one.Digest)}",
                    []
                )),
            ],
            ChoicePrompt = "Show one in full",
            Choices =
            [
                .. digests
                    .Take(MostChoices)
                    .Select(one => new ReplyChoice(one.Name, $"/digest show channel:{one.Digest.Channel}")),
            ],
            Notes = ["Change one with /digest setup channel: and what shall be otherwise."],
        };

    /// <summary>Why no post comes, and what to do; null where one does.</summary>
    public static string? State(Digest digest, DateTimeOffset now) =>
        digest.EndedAt is { } ended
            ? $"It has ended {DigestTimes.Span(ended - now)}. {Sentence(digest.EndedWhy)} Mend that and run /digest setup channel:{digest.Channel}; it goes on with the same settings."
        : digest.PausedAt is { } paused
            ? $"It is paused, since {DigestTimes.Wall(paused, digest.Settings.Zone)}. /digest resume channel:{digest.Channel} lets it go on."
        : null;

    private static string Suffix(Digest digest) =>
        digest.EndedAt is not null ? $" (ended: {Sentence(digest.EndedWhy)})"
        : digest.PausedAt is not null ? " (paused)"
        : "";

    private static string Sentence(string? why) => why ?? "PaperBot could not post there.";
}
