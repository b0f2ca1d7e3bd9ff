using PaperBot.Chat;
using PaperBot.Skills.Compare;

namespace PaperBot.Commands;

/// <summary>Pure: papers side by side as an answer.</summary>
internal static class ComparisonReply
{
    private const int MostNames = 8;

    private const string QuotedMark = "“quoted” ";

    public static Reply For(ComparisonAnswer answer)
    {
        var reply = For(answer.Table);
        return answer.Written is not { } written
            ? reply with
            {
                Notes = [.. PaperNotes.Instead(answer.Instead), .. reply.Notes],
            }
            : reply with
            {
                Notes =
                [
                    PaperNotes.WrittenBy(written),
                    "The rows Problem, Method, Data and Results are the model's; all others are measured by PaperBot's own engine.",
                    .. answer.Table.Rows.Any(row => row.Cells.Any(cell => cell.IsQuoted))
                        ?
                        [
                            "Of a cell marked “quoted” the model wrote nothing that holds; PaperBot's own engine quotes the abstract there.",
                        ]
                        : Array.Empty<string>(),
                    .. answer.Table.Notes,
                    .. PaperNotes.SampleIfAny(answer.Table.Papers),
                ],
                Buttons = [.. Onward(answer.Table), .. AnswerButtons.For(written)],
            };
    }

    /// <summary>Of PaperBot's own engine.</summary>
    public static Reply For(Comparison comparison) =>
        new()
        {
            Again = Line(comparison),
            Title = $"{comparison.Papers.Count} papers side by side",
            Table = new ReplyTable(
                [.. comparison.Papers.Select(paper => new ReplyColumn(paper.Title, paper.Link))],
                [
                    .. comparison.Rows.Select(row => new ReplyRow(
                        row.Label,
                        [
                            .. row.Cells.Select(cell => new ReplyCell(
                                cell.IsQuoted ? QuotedMark + cell.Text : cell.Text,
                                cell.Sentences
                            )),
                        ]
                    )),
                ]
            ),
            Fields = [.. Fields(comparison)],
            Notes =
            [
                $"Made by {comparison.Engine} from the abstracts; [2] is the second sentence of that paper's abstract.",
                .. comparison.Notes,
                .. PaperNotes.SampleIfAny(comparison.Papers),
            ],
            Buttons = [.. Onward(comparison), .. AnswerButtons.For(comparison.Papers)],
        };

    private static IEnumerable<ReplyButton> Onward(Comparison comparison) =>
        [
            .. comparison.Papers.Select(
                (paper, i) => new ReplyButton($"Summarize {Letter(i)}", $"/summarize paper:{paper.Id}")
            ),
            .. Another(comparison),
        ];

    private static string Line(Comparison comparison) =>
        $"/compare {string.Join(' ', comparison.Papers.Select((paper, i) => $"{Option(i)}:{paper.Id}"))}";

    private static IEnumerable<ReplyButton> Another(Comparison comparison) =>
        comparison.Papers.Count < Comparison.MostPapers
            ? [new ReplyButton("Add a paper…", $"{Line(comparison)} {Option(comparison.Papers.Count)}:")]
            : [];

    private static IEnumerable<ReplyField> Fields(Comparison comparison)
    {
        if (comparison.Shared.Count > 0)
        {
            yield return Names(comparison.Papers.Count == 2 ? "Both mention" : "All mention", comparison.Shared);
        }
        if (comparison.PartlyShared.Count > 0)
        {
            yield return Names(
                "Some mention",
                [
                    .. comparison.PartlyShared.Select(name =>
                        $"{name.Name} ({string.Join(", ", name.Papers.Select(Letter))})"
                    ),
                ]
            );
        }
        if (comparison.Own.Any(names => names.Count > 0))
        {
            var lines = comparison
                .Own.Select((names, i) => (Letter: Letter(i), Names: names))
                .Where(own => own.Names.Count > 0)
                .Select(own => $"{own.Letter}: {Some(own.Names)}");
            yield return new ReplyField("Named in one only", string.Join('\n', lines), []);
        }
        var line = comparison.Comparability;
        yield return new ReplyField("Comparable?", char.ToUpperInvariant(line[0]) + line[1..].TrimEnd('.') + ".", []);
    }

    private static ReplyField Names(string heading, IReadOnlyList<string> names) => new(heading, Some(names), []);

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames))
        + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static char Letter(int paper) => (char)('A' + paper);

    private static char Option(int paper) => (char)('a' + paper);
}
