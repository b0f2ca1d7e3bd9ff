using PaperBot.Chat;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands;

/// <summary>Pure: what every answer can be asked about itself.</summary>
internal static class AnswerButtons
{
    public static IReadOnlyList<ReplyButton> For(KeptAnswer answer) => Of(AnswerName.Of(answer));

    /// <summary>Of an answer of PaperBot's own engine.</summary>
    /// <param name="papers">One for its summary, several for their comparison.</param>
    public static IReadOnlyList<ReplyButton> For(IReadOnlyList<Paper> papers) => Of(AnswerName.Of(papers));

    private static IReadOnlyList<ReplyButton> Of(string name) =>
        [
            new ReplyButton("Show evidence", $"/evidence answer:{name}"),
            new ReplyButton("Report a mistake", $"/mistake answer:{name}") { Replaces = true },
        ];
}
