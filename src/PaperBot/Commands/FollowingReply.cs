using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

/// <summary>Pure: what somebody follows as an answer.</summary>
internal static class FollowingReply
{
    private const string HowToBegin =
        "Begin with /follow topic graph networks, /follow author and a name, or /follow paper and a title.";
    private const string Lost =
        "The last private note may not have reached you. Allow direct messages from members of this server, in its privacy settings.";

    /// <param name="isNoteLost">The last private note did not arrive, or that is not known.</param>
    public static Reply For(IReadOnlyList<Follow> follows, Asker asker, bool isNoteLost) =>
        new()
        {
            Private = true,
            Title = "What you follow",
            Text = follows.Count == 0 ? $"You follow nothing. {HowToBegin}" : "",
            Items =
            [
                .. follows.Select(follow => new ReplyItem(
                    Number(follow),
                    follow.Label,
                    null,
                    "",
                    $"{follow.Kind.ToString().ToLowerInvariant()} · {How(follow)}{Where(follow, asker)}",
                    follow.Kind == FollowKind.Paper ? follow.Value : null
                )),
            ],
            ChoicePrompt = "Stop following…",
            Choices = [.. follows.Select(follow => new ReplyChoice(follow.Reason, $"/unfollow what:{follow.Id}"))],
            Buttons =
                follows.Count > 1 ? [new ReplyButton("Stop all", "/unfollow what:all")] : Array.Empty<ReplyButton>(),
            Notes =
            [
                .. isNoteLost && follows.Any(follow => follow.Note) ? [Lost] : Array.Empty<string>(),
                .. follows.Count > 0
                    ? [$"Stop one with /unfollow and its number, such as /unfollow {follows[0].Id}."]
                    : Array.Empty<string>(),
            ],
        };

    private static string Number(Follow follow) => string.Create(CultureInfo.InvariantCulture, $"{follow.Id}.");

    private static string How(Follow follow) =>
        (follow.Server.Length > 0, follow.Mention, follow.Note) switch
        {
            (true, true, true) => "called on digests, and a private note",
            (true, true, false) => "called on digests",
            (true, false, true) => "named on digests, and a private note",
            (true, false, false) => "named on digests",
            (false, _, true) => "a private note",
            _ => "kept here alone",
        };

    private static string Where(Follow follow, Asker asker) =>
        follow.Server.Length == 0 ? ""
        : follow.Server == asker.Server ? " of this server"
        : " of another server";
}
