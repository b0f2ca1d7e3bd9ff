using PaperBot.Skills.Answers;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Writing;

/// <summary>Pure: a piece of what a model wrote, held to the abstracts that it may rest on.</summary>
internal static class HeldText
{
    /// <summary>No piece of an answer is longer: a sentence or two.</summary>
    public const int Longest = 900;

    public static HeldPart Of(DraftPart draft, IReadOnlyList<GivenPaper> papers)
    {
        var text = CleanText.Of(draft.Text);
        var part = new WrittenPart(draft.Label, text, []) { Column = draft.Column };
        if (!text.Any(char.IsLetterOrDigit))
        {
            return new HeldPart(part, ["It says nothing."]);
        }
        if (text.Length > Longest)
        {
            return new HeldPart(part, [$"It is too long: {text.Length} characters, where {Longest} are the most."]);
        }
        if (Sentences.Of(text).Select(sentence => sentence.Text).FirstOrDefault(CleanText.IsAddress) is { } address)
        {
            return new HeldPart(part, [$"\"{address}\" speaks to the reader instead of saying what the paper says."]);
        }
        var verdict = GroundingCheck.Of(text, [.. papers.Select(paper => paper.Evidence)]);
        var support = verdict.Sentences.SelectMany(sentence => sentence.Support).Distinct().ToList();
        return new HeldPart(
            part with
            {
                Support = [.. support.Order(Comparer<Support>.Create(ByPlace))],
            },
            [
                .. verdict.Unsupported.Select(one => $"\"{one.Span}\": {one.Reason}"),
                .. support
                    .Where(one => papers.Any(paper => paper.IsInstruction(one)))
                    .Take(1)
                    .Select(_ => "It rests on a sentence that is an instruction and no statement of the paper."),
            ]
        );
    }

    private static int ByPlace(Support one, Support other) =>
        string.CompareOrdinal(one.Paper, other.Paper) is not 0 and var paper
            ? paper
            : one.Sentence.CompareTo(other.Sentence);
}
