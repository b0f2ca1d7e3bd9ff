using PaperBot.Skills.Grounding;

namespace PaperBot.Skills.Answers;

/// <summary>A piece of an answer that stands on its own: a sentence, a bullet, a cell of a table.</summary>
/// <param name="Label">What it is, such as "Result", or "Method" of a table; may be empty.</param>
/// <param name="Text">Plain text that may be shown.</param>
/// <param name="Support">The sentences of abstracts that say it; papers by their id.</param>
public sealed record WrittenPart(string Label, string Text, IReadOnlyList<Support> Support)
{
    /// <summary>Of a table: for which paper, from 0; null where it is no cell.</summary>
    public int? Column { get; init; }

    /// <summary>It is PaperBot's own engine's, because what the model wrote in its place was not supported.</summary>
    public bool IsOwn { get; init; }
}
