namespace PaperBot.Skills.Answers;

/// <summary>An answer that holds and is not kept yet.</summary>
/// <param name="Parts">At least one.</param>
public sealed record Draft(IReadOnlyList<WrittenPart> Parts)
{
    /// <summary>The number of the answer that it is a translation of; null for an original.</summary>
    public long? TranslationOf { get; init; }

    /// <summary>Of an answer to a question: the papers that it rests on; null: those of the key.</summary>
    public IReadOnlyList<Papers.Paper>? RestsOn { get; init; }
}
