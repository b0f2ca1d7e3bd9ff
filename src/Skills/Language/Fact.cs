namespace PaperBot.Skills.Language;

public enum FactKind
{
    /// <summary>A number with its unit or metric, and what the sentence says right around it.</summary>
    Number,

    /// <summary>The name of a data set or benchmark.</summary>
    DataSet,

    /// <summary>The address of code, models or a project page.</summary>
    Link,
}

/// <summary>Something checkable that an abstract says, quoted from it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words of the sentence: "97.70 % test accuracy on CIFAR-10".</param>
/// <param name="Value">The bare number with its unit ("97.70 %"), name or address.</param>
/// <param name="Sentence">The number of the sentence, from 1.</param>
public sealed record Fact(FactKind Kind, string Text, string Value, int Sentence);
