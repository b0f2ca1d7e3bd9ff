namespace PaperBot.Skills.Answers;

/// <summary>An answer that holds and is not kept yet.</summary>
/// <param name="Parts">At least one.</param>
public sealed record Draft(IReadOnlyList<WrittenPart> Parts)
{
    /// <summary>The number of the answer that it is a translation of; null for an original.</summary>
    public long? TranslationOf { get; init; }
}
