using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Compare;

/// <summary>Two to four papers side by side, each in the words of its own abstract.</summary>
public sealed record Comparison
{
    /// <summary>What a cell says where the abstract says nothing.</summary>
    public const string NotStated = "not stated in the abstract";

    public const int FewestPapers = 2;
    public const int MostPapers = 4;

    public required IReadOnlyList<Paper> Papers { get; init; }

    public required IReadOnlyList<ComparisonRow> Rows { get; init; }

    /// <summary>Data sets, methods and other names that all of the abstracts mention, as the first one writes them.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>One line on whether the results can be held against each other.</summary>
    public required string Comparability { get; init; }

    /// <summary>A sentence for each paper whose abstract is missing or cannot be read, and that is why nothing is stated.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who wrote it.</summary>
    public required string Engine { get; init; }
}

/// <param name="Label">"Problem", "Method", "Data", "Results" or "Code".</param>
/// <param name="Cells">One a paper, in the order of the papers.</param>
public sealed record ComparisonRow(string Label, IReadOnlyList<ComparisonCell> Cells);

/// <param name="Text">Words of the abstract, some left out; or <see cref="Comparison.NotStated"/>.</param>
/// <param name="Sentences">The numbers of the sentences of the abstract that support it, from 1; empty where nothing is stated.</param>
public sealed record ComparisonCell(string Text, IReadOnlyList<int> Sentences)
{
    public static ComparisonCell Empty { get; } = new(Comparison.NotStated, []);

    public bool IsStated => Sentences.Count > 0;
}
