using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Commands;

/// <summary>Pure: a paper's neighbours as an answer.</summary>
internal static class RelatedReply
{
    public static Reply For(Paper to, IReadOnlyList<RelatedPaper> related) =>
        new()
        {
            Again = $"/related paper:{to.Id}",
            Title = $"Related to {to.Title}",
            Link = to.Link,
            Text = related.Count > 0 ? "" : "No paper in the library comes near it.",
            Items =
            [
                .. related.Select(
                    (paper, i) =>
                        new ReplyItem(
                            $"{i + 1}.",
                            paper.Paper.Title,
                            paper.Paper.Link,
                            "",
                            paper.Reason,
                            paper.Paper.Id.Value
                        )
                ),
            ],
            ChoicePrompt = "Compare with one of these",
            Choices =
            [
                .. related.Select(paper => new ReplyChoice(
                    paper.Paper.Title,
                    $"/compare a:{to.Id} b:{paper.Paper.Id}"
                )),
            ],
            Notes = PaperNotes.SampleIfAny(related.Select(paper => paper.Paper)),
        };
}
