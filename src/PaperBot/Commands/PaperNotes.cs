using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Answers;
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

    /// <summary>The passport of an answer that a model wrote.</summary>
    public static string WrittenBy(KeptAnswer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin(answer)}; [2] is {Second(answer)}. Answer {answer.Id}.");

    /// <summary>Who wrote it, when and from what, without the full stop.</summary>
    public static string Origin(KeptAnswer answer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Written by {answer.Model} on {answer.WrittenAt:yyyy-MM-dd} from {Abstracts(answer)} and checked against {(answer.Papers.Count == 1 ? "it" : "them")} by PaperBot"
        );

    private static string Second(KeptAnswer answer) =>
        answer.Skill == "ask" ? "the second of the papers listed"
        : answer.Papers.Count == 1 ? "its second sentence"
        : "the second sentence of that paper's abstract";

    private static string Abstracts(KeptAnswer answer) =>
        answer.Papers.Count != 1 ? "the abstracts"
        : answer.Versions[0] is { } version ? $"the abstract of version {version}"
        : "the abstract";

    /// <param name="reason">Why not the model, without its full stop; null where nothing is to be said.</param>
    public static IReadOnlyList<string> Instead(string? reason) =>
        reason is null ? [] : [$"{reason}; this is by PaperBot's own engine."];

    public static ReplyButton Summarize(Paper paper) => new("Summarize", $"/summarize paper:{paper.Id}");

    public static ReplyButton Related(Paper paper) => new("Related", $"/related paper:{paper.Id}");

    public static ReplyButton CompareWith(Paper paper) => new("Compare with…", $"/compare a:{paper.Id} b:");

    public static ReplyButton Changes(Paper paper) => new("What changed", $"/changes paper:{paper.Id}");

    public static ReplyButton Details(Paper paper) => new("Abstract", $"/paper paper:{paper.Id}");

    public static ReplyButton Save(Paper paper) => new("Save", $"/save paper:{paper.Id}");

    public static ReplyButton Vote(Paper paper) => new("Vote", $"/vote paper:{paper.Id}");
}
