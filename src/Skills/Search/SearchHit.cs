using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>A paper that a search found.</summary>
/// <param name="Snippet">The part of the abstract that has most of the words, as it stands there; empty where there is no abstract.</param>
/// <param name="Score">How well it fits, 0 to 1; comparable within one search.</param>
/// <param name="IsPartial">It lacks some of the words, or a quoted phrase.</param>
public sealed record SearchHit(Paper Paper, string Snippet, double Score, bool IsPartial);
