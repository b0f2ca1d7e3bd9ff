using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>A paper that is near another one.</summary>
/// <param name="Score">How near, 0 to 1: the cosine of their words' weights.</param>
/// <param name="Reason">The words that bring them together, in one line.</param>
public sealed record RelatedPaper(Paper Paper, double Score, string Reason);
