using PaperBot.Skills.Answers;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Language;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

/// <summary>Pure: answers of PaperBot's own engine in the pieces in which a model's are kept.</summary>
internal static class OwnParts
{
    public static IReadOnlyList<WrittenPart> Of(Summary summary)
    {
        var paper = summary.Paper.Id.Value;
        return summary.Whole is { } whole
            ? [.. Sentences.Of(whole).Select(one => Part("", one.Text, one.Number))]
            :
            [
                .. summary.Tldr is { } tldr ? [Part("", tldr.Text, tldr.Sentence)] : Array.Empty<WrittenPart>(),
                .. summary.Points.Select(point => Part(point.Label, point.Text, point.Sentence)),
            ];

        WrittenPart Part(string label, string text, int sentence) => new(label, text, [new Support(paper, sentence)]);
    }

    public static IReadOnlyList<WrittenPart> Of(Comparison comparison) =>
        [
            .. comparison.Rows.SelectMany(row =>
                row.Cells.Select((cell, i) => (cell, i))
                    .Where(one => one.cell.IsStated)
                    .Select(one => new WrittenPart(
                        row.Label,
                        one.cell.Text,
                        [.. one.cell.Sentences.Select(number => new Support(comparison.Papers[one.i].Id.Value, number))]
                    )
                    {
                        Column = one.i,
                    })
            ),
        ];
}
