namespace PaperBot.Skills.Language;

/// <summary>
/// What an abstract says, in its own words: one of its sentences, from which words may have been left out but to which
/// none was added.
/// </summary>
/// <param name="Text">The words, in the order of the abstract; only the first letter may have become a capital.</param>
/// <param name="Sentence">The number of the sentence of the abstract that says so, from 1.</param>
public sealed record Excerpt(string Text, int Sentence);
