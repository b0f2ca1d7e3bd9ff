namespace PaperBot.Skills.Grounding;

/// <summary>An abstract that a text may rest on.</summary>
/// <param name="Paper">What names its paper to the caller, such as the id.</param>
/// <param name="Abstract">As the library has it; empty supports nothing.</param>
public sealed record GivenAbstract(string Paper, string Abstract)
{
    /// <summary>Its words and names may be used too, but a title supports no claim.</summary>
    public string Title { get; init; } = "";
}

/// <summary>What of a text stands in the abstracts it was held against.</summary>
/// <param name="Sentences">The sentences of the text, in order; none where it has no words.</param>
public sealed record Verdict(IReadOnlyList<CheckedSentence> Sentences)
{
    /// <summary>Nothing in it is unsupported; so also of a text that says nothing.</summary>
    public bool IsGrounded => Sentences.All(sentence => sentence.IsGrounded);

    public IEnumerable<Unsupported> Unsupported => Sentences.SelectMany(sentence => sentence.Unsupported);
}

/// <param name="Text">The sentence as it stands in the text.</param>
/// <param name="Support">The sentences that hold what it says, the one that holds most first; at most three.</param>
/// <param name="Unsupported">What no abstract says; empty where all is well.</param>
public sealed record CheckedSentence(
    string Text,
    IReadOnlyList<Support> Support,
    IReadOnlyList<Unsupported> Unsupported
)
{
    public bool IsGrounded => Unsupported.Count == 0;
}

/// <param name="Paper">As the caller named it.</param>
/// <param name="Sentence">The number of the sentence in its abstract, from 1.</param>
public readonly record struct Support(string Paper, int Sentence);

/// <param name="Kind">What is wrong.</param>
/// <param name="Span">The words of the text that it is about.</param>
/// <param name="Reason">One sentence for a person.</param>
public sealed record Unsupported(UnsupportedKind Kind, string Span, string Reason);

public enum UnsupportedKind
{
    /// <summary>A number that no abstract has.</summary>
    Number,

    /// <summary>The number is there, but of something else: 37x for 37 %, 12 tasks for 12 languages.</summary>
    Unit,

    /// <summary>A data set, method, institution or other name, or an address, that no abstract has.</summary>
    Name,

    /// <summary>Words in quotation marks that stand so in no abstract.</summary>
    Quotation,

    /// <summary>The abstract denies what the text says, or the other way round.</summary>
    Negation,

    /// <summary>More for less, better for worse, or the two sides of a comparison exchanged.</summary>
    Direction,

    /// <summary>Said as certain where the abstract only supposes it.</summary>
    Certainty,

    /// <summary>Words that carry the sentence stand in no abstract, or not together.</summary>
    Claim,
}
