using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Compare;

/// <summary>What one paper says, row for row.</summary>
internal sealed record Column(Paper Paper, Reading Reading)
{
    // A cell is read beside another: a little longer than the one sentence of a summary, and no longer.
    private const int CellGoal = 34;
    private const int NoGoal = int.MaxValue;

    /// <summary>Why nothing is stated, where the abstract cannot be read; else null.</summary>
    public string? Note { get; init; }

    /// <summary>The numbers, data sets and methods of the abstract, in its order.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public ComparisonCell Problem { get; init; } = ComparisonCell.Empty;

    public ComparisonCell Method { get; init; } = ComparisonCell.Empty;

    public ComparisonCell Data { get; init; } = ComparisonCell.Empty;

    public ComparisonCell Results { get; init; } = ComparisonCell.Empty;

    public ComparisonCell Figures { get; init; } = ComparisonCell.Empty;

    public ComparisonCell Code { get; init; } = ComparisonCell.Empty;

    public IEnumerable<Fact> DataSets => Facts.Where(fact => fact.Kind == FactKind.DataSet);

    /// <summary>The numbers that say something of the paper's own results.</summary>
    public IEnumerable<Fact> Claims =>
        Facts.Where(fact =>
            fact is { Kind: FactKind.Number, Measured.Role: not NumberRole.Other }
            && !Reading.Sentences[fact.Sentence - 1].IsBackground
        );

    public static Column Of(Paper paper)
    {
        var reading = Reading.Of(paper.Title, paper.Abstract);
        var readable = Readability.Of(reading);
        if (readable != Readable.Yes)
        {
            return new Column(paper, reading) { Note = NoteOn(paper, readable) };
        }
        var key = KeySentences.Of(reading);
        var method = MethodOf(reading, key);
        var problem = Other(key.Problems, method);
        var column = new Column(paper, reading) { Facts = Language.Facts.Of(reading) };
        return column with
        {
            Problem = Cell(reading, problem, CellGoal),
            Method = Cell(reading, method, CellGoal),
            Data = DataCell.Of(reading, [.. column.DataSets]),
            Results = ResultsCell.Of(column, Cell(reading, Other(key.Findings, method, problem), NoGoal), method),
            Figures = FiguresCell.Of(column),
            Code = CodeCell.Of(reading),
        };
    }

    private static string? NoteOn(Paper paper, Readable readable) =>
        string.IsNullOrWhiteSpace(paper.Abstract) ? $"The library holds no abstract of \"{paper.Title}\"."
        : readable == Readable.OtherLanguage
            ? $"The abstract of \"{paper.Title}\" is not in English, which is all that PaperBot can read."
        : $"The abstract of \"{paper.Title}\" is no readable text.";

    // The sentence of the summary where it says what was done, else the best that does.
    private static ReadSentence? MethodOf(Reading reading, KeySentences key) =>
        Tldr.Best(reading) is { } best && (Tldr.SaysWhatWasDone(best) || key.Approaches.Count == 0 && IsOwn(best))
            ? best
            : Other(key.Approaches);

    private static bool IsOwn(ReadSentence sentence) => sentence.Facet is Facet.Objective or Facet.Method;

    // No sentence is quoted twice in a column.
    private static ReadSentence? Other(IReadOnlyList<ReadSentence> sentences, params ReadSentence?[] taken) =>
        sentences.FirstOrDefault(sentence => !taken.Contains(sentence));

    private static ComparisonCell Cell(Reading reading, ReadSentence? sentence, int goal) =>
        sentence is null
            ? ComparisonCell.Empty
            : new ComparisonCell(Compression.Of(sentence.Text, reading.Title, goal), [sentence.Number]);
}
