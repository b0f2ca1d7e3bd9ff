using PaperBot.Chat;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands;

/// <summary>Pure: what every answer about papers says in its small print, and where it leads on.</summary>
internal static class PaperNotes
{
    public const string Sample =
        "Sample papers that came with PaperBot, retold; import or fetch real ones and they leave.";

    public static IReadOnlyList<string> SampleIfAny(IEnumerable<Paper> papers) =>
        papers.Any(paper => paper.IsSample) ? [Sample] : [];

    /// <summary>How an answer was made; <c>[2]</c> in it is the second sentence of the abstract.</summary>
    public static string Made(string engine, int? version) =>
        $"Made by {engine} from the abstract{(version is null ? "" : $" of version {version}")}; [2] is its second sentence.";

    public static ReplyButton Summarize(Paper paper) => new("Summarize", $"/summarize paper:{paper.Id}");

    public static ReplyButton Related(Paper paper) => new("Related", $"/related paper:{paper.Id}");

    public static ReplyButton CompareWith(Paper paper) => new("Compare with…", $"/compare a:{paper.Id} b:");

    public static ReplyButton Details(Paper paper) => new("Abstract", $"/paper paper:{paper.Id}");
}
