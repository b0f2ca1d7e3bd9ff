namespace PaperBot.Skills.Language;

/// <summary>What a sentence of an abstract is about; the five labels of CSAbstruct (Cohan et al., EMNLP 2019).</summary>
public enum Facet
{
    /// <summary>What is known or wrong so far.</summary>
    Background,

    /// <summary>What the paper is out to do.</summary>
    Objective,

    /// <summary>How it does it.</summary>
    Method,

    /// <summary>What came out.</summary>
    Result,

    /// <summary>Where the code is, who holds the rights.</summary>
    Other,
}
