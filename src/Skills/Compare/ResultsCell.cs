using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>What came out: the sentence that says so best; else what the abstract measures; else its last result.</summary>
internal static class ResultsCell
{
    /// <param name="best">The sentence that says it best, or nothing.</param>
    /// <param name="method">The sentence that the column already quotes.</param>
    public static ComparisonCell Of(Column column, ComparisonCell best, ReadSentence? method)
    {
        if (best.IsStated)
        {
            return best;
        }
        var claims = column
            .Claims.Where(claim => claim.Measured is { Metric: not null } or { DataSet: not null })
            .ToList();
        if (claims.Find(claim => claim.Sentence != method?.Number) is { } claim)
        {
            return Whole(column, column.Reading.Sentences[claim.Sentence - 1]);
        }
        // One sentence says what was done and what came out: its figures are the result.
        if (claims.Count > 0)
        {
            return FiguresCell.Joined(claims);
        }
        var last = column.Reading.Sentences.LastOrDefault(sentence =>
            sentence.Facet == Facet.Result && sentence.IsProse && sentence.Number != method?.Number
        );
        return last is null ? ComparisonCell.Empty : Whole(column, last);
    }

    // Results are not cut: the figures come last.
    private static ComparisonCell Whole(Column column, ReadSentence sentence) =>
        new(Compression.Of(sentence.Text, column.Reading.Title, int.MaxValue), [sentence.Number]);
}
