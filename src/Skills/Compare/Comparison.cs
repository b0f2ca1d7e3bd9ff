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

    /// <summary>Data sets, methods, other names and phrases that all of the abstracts mention, as the first one writes them.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Of three or four papers: names that some of the abstracts mention, and which.</summary>
    public IReadOnlyList<PartlyShared> PartlyShared { get; init; } = [];

    /// <summary>For each paper, in their order: the data sets and methods that no other of the abstracts mentions.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Own { get; init; } = [];

    /// <summary>
    /// Which results can be held against each other, and which not: one line. Papers are called A, B, C and D in it.
    /// </summary>
    public required string Comparability { get; init; }

    /// <summary>A sentence for each paper whose abstract is missing or cannot be read, and that is why nothing is stated.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who wrote it.</summary>
    public required string Engine { get; init; }
}

/// <param name="Name">As the first of the papers writes it.</param>
/// <param name="Papers">Whose abstracts mention it: places in <see cref="Comparison.Papers"/>, from 0.</param>
public sealed record PartlyShared(string Name, IReadOnlyList<int> Papers);

/// <param name="Label">
/// "Problem", "Method", "Data", "Results", "Figures" or "Code"; or a data set and a metric of which at least two abstracts
/// state a value, such as "ImageNet top-1 accuracy".
/// </param>
/// <param name="Cells">One a paper, in the order of the papers.</param>
public sealed record ComparisonRow(string Label, IReadOnlyList<ComparisonCell> Cells);

/// <param name="Text">Words of the abstract, some left out; or <see cref="Comparison.NotStated"/>.</param>
/// <param name="Sentences">The numbers of the sentences of the abstract that support it, from 1; empty where nothing is stated.</param>
public sealed record ComparisonCell(string Text, IReadOnlyList<int> Sentences)
{
    public static ComparisonCell Empty { get; } = new(Comparison.NotStated, []);

    public bool IsStated => Sentences.Count > 0;

    /// <summary>In a table that a model wrote: taken from PaperBot's own engine, because what the model wrote did not hold.</summary>
    public bool IsQuoted { get; init; }
}
