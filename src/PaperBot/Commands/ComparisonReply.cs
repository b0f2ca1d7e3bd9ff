using PaperBot.Chat;
using PaperBot.Skills.Compare;

namespace PaperBot.Commands;

/// <summary>Pure: papers side by side as an answer.</summary>
internal static class ComparisonReply
{
    public static Reply For(Comparison comparison) =>
        new()
        {
            Again = comparison.Papers is [var a, var b] ? $"/compare a:{a.Id} b:{b.Id}" : null,
            Title = $"{comparison.Papers.Count} papers side by side",
            Table = new ReplyTable(
                [.. comparison.Papers.Select(paper => new ReplyColumn(paper.Title, paper.Link))],
                [
                    .. comparison.Rows.Select(row => new ReplyRow(
                        row.Label,
                        [.. row.Cells.Select(cell => new ReplyCell(cell.Text, cell.Sentences))]
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
            Buttons =
            [
                .. comparison.Papers.Select(
                    (paper, i) => new ReplyButton($"Summarize {(char)('A' + i)}", $"/summarize paper:{paper.Id}")
                ),
            ],
        };

    private static IEnumerable<ReplyField> Fields(Comparison comparison)
    {
        if (comparison.Shared.Count > 0)
        {
            yield return new ReplyField("Both mention", string.Join(", ", comparison.Shared), []);
        }
        var line = comparison.Comparability;
        yield return new ReplyField("Comparable?", char.ToUpperInvariant(line[0]) + line[1..].TrimEnd('.') + ".", []);
    }
}
