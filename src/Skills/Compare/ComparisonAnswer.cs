using PaperBot.Skills.Answers;

namespace PaperBot.Skills.Compare;

/// <summary>What is answered when a comparison is asked for.</summary>
/// <param name="Table">The comparison: the model's cells where there are any that hold, else the engine's.</param>
/// <param name="Written">Who wrote those cells; null where the engine did.</param>
/// <param name="Instead">Why the engine answers although a model is configured, as a sentence without its full stop; else null.</param>
public sealed record ComparisonAnswer(Comparison Table, KeptAnswer? Written, string? Instead)
{
    /// <summary>Puts the model's cells into the table; what they do not state, nothing states.</summary>
    internal static ComparisonAnswer Of(Comparison own, KeptAnswer written) =>
        new(
            own with
            {
                Rows = [.. own.Rows.Select(row => ComparisonPrompt.Rows.Contains(row.Label) ? Row(row, written) : row)],
            },
            written,
            null
        );

    private static ComparisonRow Row(ComparisonRow own, KeptAnswer written) =>
        own with
        {
            Cells =
            [
                .. own.Cells.Select(
                    (_, i) =>
                        written.Parts.FirstOrDefault(part => part.Label == own.Label && part.Column == i) is { } part
                            ? new ComparisonCell(part.Text, [.. part.Support.Select(one => one.Sentence).Distinct()])
                            {
                                IsQuoted = part.IsOwn,
                            }
                            : ComparisonCell.Empty
                ),
            ],
        };
}
