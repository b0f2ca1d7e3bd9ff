using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;

namespace PaperBot.Skills.Compare;

/// <summary>
/// Papers to their comparison: for each row the sentence of the abstract that says it, shortened by deletion only, or
/// that it is not stated. No clock, no I/O.
/// </summary>
public static class AbstractComparer
{
    // A cell is read beside another: a little longer than the one sentence of a summary, and no longer.
    private const int CellGoal = 34;
    private const int NoGoal = int.MaxValue;

    /// <param name="papers">Two to four.</param>
    public static Comparison Compare(IReadOnlyList<Paper> papers)
    {
        if (papers.Count is < Comparison.FewestPapers or > Comparison.MostPapers)
        {
            throw new SkillException(
                $"PaperBot compares {Comparison.FewestPapers} to {Comparison.MostPapers} papers at once, not {papers.Count}."
            );
        }
        var columns = papers.Select(Column.Of).ToArray();
        return new Comparison
        {
            Papers = papers,
            Rows =
            [
                Row("Problem", columns, column => column.Problem),
                Row("Method", columns, column => column.Method),
                Row("Data", columns, column => column.Data),
                Row("Results", columns, column => column.Results),
                Row("Code", columns, column => column.Code),
            ],
            Shared = SharedNames.Of([.. columns.Select(column => column.Reading)]),
            Comparability = CommonGround.Of([.. columns.Select(column => (column.Paper.Title, column.DataSets))]),
            Notes = [.. columns.Select(column => column.Note).OfType<string>()],
            Engine = Summary.OwnEngine,
        };
    }

    private static ComparisonRow Row(string label, Column[] columns, Func<Column, ComparisonCell> cell) =>
        new(label, [.. columns.Select(cell)]);

    private static string? NoteOn(Paper paper, Readable readable) =>
        string.IsNullOrWhiteSpace(paper.Abstract) ? $"The library holds no abstract of \"{paper.Title}\"."
        : readable == Readable.OtherLanguage
            ? $"The abstract of \"{paper.Title}\" is not in English, which is all that PaperBot can read."
        : readable == Readable.No ? $"The abstract of \"{paper.Title}\" is no readable text."
        : null;

    private sealed record Column(Paper Paper, Reading Reading, IReadOnlyList<Fact> DataSets)
    {
        public string? Note { get; init; }

        public required ComparisonCell Problem { get; init; }

        public required ComparisonCell Method { get; init; }

        public required ComparisonCell Data { get; init; }

        public required ComparisonCell Results { get; init; }

        public required ComparisonCell Code { get; init; }

        public static Column Of(Paper paper)
        {
            var reading = Reading.Of(paper.Title, paper.Abstract);
            var readable = Readability.Of(reading);
            if (readable != Readable.Yes)
            {
                return Silent(paper, reading) with { Note = NoteOn(paper, readable) };
            }
            var key = KeySentences.Of(reading);
            var dataSets = Facts.Of(reading).Where(fact => fact.Kind == FactKind.DataSet).ToArray();
            var method = MethodOf(reading, key);
            return new Column(paper, reading, dataSets)
            {
                Problem = Cell(reading, Other(key.Problems, method), CellGoal),
                Method = Cell(reading, method, CellGoal),
                Data = DataCell.Of(reading, dataSets),
                Results = Cell(reading, Other(key.Findings, method), NoGoal),
                Code = CodeCell.Of(reading),
            };
        }

        private static Column Silent(Paper paper, Reading reading) =>
            new(paper, reading, [])
            {
                Problem = ComparisonCell.Empty,
                Method = ComparisonCell.Empty,
                Data = ComparisonCell.Empty,
                Results = ComparisonCell.Empty,
                Code = ComparisonCell.Empty,
            };

        // The sentence of the summary where it says what was done, else the best that does.
        private static ReadSentence? MethodOf(Reading reading, KeySentences key) =>
            Tldr.Best(reading) is { } best && Tldr.SaysWhatWasDone(best) ? best : Other(key.Approaches, null);

        // No sentence is quoted twice in a column.
        private static ReadSentence? Other(IReadOnlyList<ReadSentence> sentences, ReadSentence? taken) =>
            sentences.FirstOrDefault(sentence => sentence.Number != taken?.Number);

        private static ComparisonCell Cell(Reading reading, ReadSentence? sentence, int goal) =>
            sentence is null
                ? ComparisonCell.Empty
                : new ComparisonCell(Compression.Of(sentence.Text, reading.Title, goal), [sentence.Number]);
    }
}
