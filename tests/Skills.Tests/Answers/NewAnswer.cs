using PaperBot.Fakes;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Answers;

/// <summary>Keys and drafts with only what the test cares about.</summary>
internal static class NewAnswer
{
    public static AnswerKey Key(Paper? paper = null, string language = "English", string style = "tldr") =>
        new("summarize", [paper ?? NewPaper.Like(id: "2601.00001")], style, language, "llama3.1", 1);

    public static Draft Draft(string text = "Sparse widgets cut memory by 37%.", long? translationOf = null) =>
        new([new WrittenPart("", text, [new Support("2601.00001", 2)])]) { TranslationOf = translationOf };
}
