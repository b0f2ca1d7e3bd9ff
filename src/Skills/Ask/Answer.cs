using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Ask;

/// <summary>What the library says to a question: sentences of abstracts, whole and as they stand.</summary>
public sealed record Answer
{
    /// <summary>What was asked, cleaned.</summary>
    public required string Question { get; init; }

    /// <summary>The best first, at most five and at most two of one paper; empty where the library does not know.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>The words of the question that say what it is about, as they were typed; empty where none does.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Those of <see cref="Words"/> that no paper of the library has.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>A word that the library has, for one that was mistyped.</summary>
    public IReadOnlyDictionary<string, string> Read { get; init; } = new Dictionary<string, string>();

    /// <summary>It asks who or when, which abstracts hardly ever say.</summary>
    public bool AsksForPeopleOrDays { get; init; }

    /// <summary>It seems not to be asked in English, the language of the abstracts.</summary>
    public bool IsForeign { get; init; }
}

/// <param name="Paper">Whose abstract it is of.</param>
/// <param name="Sentence">Its number in the abstract, from 1.</param>
/// <param name="Text">Letter for letter.</param>
public sealed record AnswerSentence(Paper Paper, int Sentence, string Text);
