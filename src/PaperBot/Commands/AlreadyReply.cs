using PaperBot.Chat;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands;

/// <summary>Pure: where a paper was shown as an answer.</summary>
internal static class AlreadyReply
{
    private const int Most = 10;

    /// <param name="mentions">Newest first.</param>
    /// <param name="isInServer">It was asked in a server, and they are of that one.</param>
    public static Reply For(Paper paper, IReadOnlyList<Mention> mentions, bool isInServer, DateTimeOffset now) =>
        new()
        {
            Private = true,
            Again = $"/already paper:{paper.Id}",
            Title = paper.Title,
            Link = paper.Link,
            Text =
                mentions.Count == 0
                    ? isInServer
                        ? "Not in this server yet."
                        : "Not in any server yet."
                    : mentions.Count > Most
                        ? $"Shown {mentions.Count} times; these are the last {Most}."
                        : "",
            Items =
            [
                .. mentions
                    .Take(Most)
                    .Select(
                        (mention, i) =>
                            new ReplyItem(
                                $"{i + 1}.",
                                ShownBefore.When(mention, now),
                                mention.Link,
                                "",
                                isInServer ? "" : $"{mention.Platform}, server {mention.Server}",
                                null
                            )
                    ),
            ],
            Buttons = [PaperNotes.Summarize(paper), PaperNotes.Related(paper)],
        };
}
