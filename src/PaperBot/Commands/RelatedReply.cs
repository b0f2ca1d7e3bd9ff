using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Commands;

/// <summary>Pure: a paper's neighbours as an answer.</summary>
internal static class RelatedReply
{
    public static Reply For(Paper to, RelatedBy by, IReadOnlyList<RelatedPaper> related) =>
        new()
        {
            Again =
                by == RelatedBy.Everything
                    ? $"/related paper:{to.Id}"
                    : $"/related paper:{to.Id} by:{by.ToString().ToLowerInvariant()}",
            Title = $"{Lead(by)} {to.Title}",
            Link = to.Link,
            Text =
                related.Count > 0 ? ""
                : by == RelatedBy.Everything ? "No paper in the library comes near it."
                : "No paper in the library comes near it in that. Try /related without by.",
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

    private static string Lead(RelatedBy by) =>
        by switch
        {
            RelatedBy.Problem => "The same problem as",
            RelatedBy.Method => "The same problem, another method than",
            RelatedBy.Result => "Results like those of",
            _ => "Related to",
        };
}
