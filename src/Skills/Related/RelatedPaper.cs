using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>A paper that is near another one.</summary>
/// <param name="Score">How near, 0 to 1, by words and topics; the order weighs more than that.</param>
/// <param name="Reason">The words or phrases that bring them together, in one or two sentences.</param>
public sealed record RelatedPaper(Paper Paper, double Score, string Reason);
