using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Summarize;

/// <summary>What one abstract says, in its own words and with the number of the sentence that says so.</summary>
public sealed record Summary
{
    /// <summary>The name of the engine that is part of PaperBot.</summary>
    public const string OwnEngine = "PaperBot's own engine";

    public required Paper Paper { get; init; }

    /// <summary>One sentence; null where the library holds no abstract that could be summarised.</summary>
    public Excerpt? Tldr { get; init; }

    /// <summary>What the one sentence leaves out: at most one point a label, in the order problem, approach, result.</summary>
    public IReadOnlyList<SummaryPoint> Points { get; init; } = [];

    /// <summary>Numbers, data sets and links of the abstract, in its order.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>The abstract itself, where it is too short to be shortened; then there are no points.</summary>
    public string? Whole { get; init; }

    /// <summary>A sentence for the reader where this is not an ordinary summary, else null.</summary>
    public string? Note { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Engine { get; init; }

    /// <summary>Which version of the abstract it was made from; null where there are no versions.</summary>
    public int? AbstractVersion { get; init; }
}

/// <param name="Label">"Problem" ("Background" or "Aim" where none is stated), "Approach" or "Result".</param>
/// <param name="Text">The words of the abstract, some left out.</param>
/// <param name="Sentence">The number of the sentence of the abstract that supports it, from 1.</param>
public sealed record SummaryPoint(string Label, string Text, int Sentence);
