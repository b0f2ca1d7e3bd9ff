using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.People;
using PaperBot.Skills.Summarize;

namespace PaperBot.Digests;

/// <summary>Pure: new papers and versions as a private note to somebody who follows them.</summary>
internal static class NotesReply
{
    private const int MostShown = 10;

    /// <param name="notes">1 or more.</param>
    public static Reply For(IReadOnlyList<FollowNote> notes)
    {
        var shown = notes.Where(note => note.Paper is not null).Take(MostShown).ToList();
        return new Reply
        {
            Private = true,
            Title = Title(notes),
            Items = [.. shown.Select(ItemOf)],
            ChoicePrompt = "Summarize one of these",
            Choices =
            [
                .. shown.Select(note => new ReplyChoice(note.Paper!.Title, $"/summarize paper:{note.Key}")), // shown are known
            ],
            Notes =
            [
                .. notes.Count > shown.Count
                    ? [$"And {notes.Count - shown.Count} more that you follow; /search finds them by the same words."]
                    : Array.Empty<string>(),
                "You asked for these notes with /follow. /following lists what you follow and stops it.",
            ],
            Buttons = [new ReplyButton("What I follow", "/following")],
        };
    }

    private static string Title(IReadOnlyList<FollowNote> notes) =>
        notes.All(note => note.Version > 0)
            ? notes.Count == 1
                ? "A new version of a paper that you follow"
                : $"New versions of {notes.Count} papers that you follow"
            : notes.Count == 1
                ? "A new paper that you follow"
                : $"{notes.Count} new papers that you follow";

    private static ReplyItem ItemOf(FollowNote note, int index)
    {
        var paper = note.Paper!; // shown are known
        return new ReplyItem(
            string.Create(CultureInfo.InvariantCulture, $"{index + 1}."),
            paper.Title,
            paper.Link,
            AbstractSummarizer.Summarize(paper).Tldr?.Text ?? "",
            note.Why,
            paper.Id.Value
        );
    }
}
