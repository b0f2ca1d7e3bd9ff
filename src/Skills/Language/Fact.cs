namespace PaperBot.Skills.Language;

public enum FactKind
{
    /// <summary>A number with its unit or metric, and what the sentence says right around it.</summary>
    Number,

    /// <summary>The name of a data set or benchmark.</summary>
    DataSet,

    /// <summary>The name of a method, model or architecture.</summary>
    Method,

    /// <summary>The address of code, models or a project page.</summary>
    Link,
}

/// <summary>Something checkable that an abstract says, quoted from it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words of the sentence: "97.70 % test accuracy on CIFAR-10".</param>
/// <param name="Value">The bare number with its unit ("97.70 %"), name or address.</param>
/// <param name="Sentence">The number of the sentence, from 1.</param>
public sealed record Fact(FactKind Kind, string Text, string Value, int Sentence)
{
    /// <summary>What a number says of what it measures; null for everything that is no number.</summary>
    public Measured? Measured { get; init; }
}

/// <summary>A number taken apart. Every text in it stands in the sentence; what is null is not said, or not surely.</summary>
/// <param name="Role">The value itself, by how much it differs, or what it is held against.</param>
/// <param name="Amount">The number with its unit and what qualifies it: "up to 1.5x", "about 87-95 %".</param>
/// <param name="Unit">"%", "points", "x" for so many times, "ms", "parameters" and the like; null where it has none.</param>
public sealed record Measured(NumberRole Role, string Amount, string? Unit)
{
    /// <summary>"test accuracy", "BLEU score"</summary>
    public string? Metric { get; init; }

    /// <summary>"CIFAR-10"</summary>
    public string? DataSet { get; init; }

    /// <summary>The same for all spellings of a metric; it does not stand in the sentence.</summary>
    internal string? MetricKey { get; init; }

    /// <summary>The same for all spellings of a data set; it does not stand in the sentence.</summary>
    internal string? DataSetKey => DataSet is null ? null : KnownDataSets.Canonical(KnownDataSets.KeyOf(DataSet));
}
