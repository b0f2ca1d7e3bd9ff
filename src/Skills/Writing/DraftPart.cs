using PaperBot.Skills.Answers;

namespace PaperBot.Skills.Writing;

/// <summary>A piece of what a model wrote, not held to anything yet.</summary>
/// <param name="Label">As of <see cref="WrittenPart"/>.</param>
/// <param name="Text">As the model wrote it.</param>
internal sealed record DraftPart(string Label, string Text)
{
    /// <summary>Of a table: for which paper, from 0.</summary>
    public int? Column { get; init; }

    /// <summary>Of an answer to a question: the ids that the model named as its sources.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];
}

/// <summary>A piece held to its abstracts.</summary>
/// <param name="Part">Cleaned, with its support; not to be shown where there are <paramref name="Reasons"/>.</param>
/// <param name="Reasons">Why it may not be shown, for the model: a sentence each; empty where it may.</param>
internal sealed record HeldPart(WrittenPart Part, IReadOnlyList<string> Reasons)
{
    public bool Holds => Reasons.Count == 0;
}

/// <summary>What a model wrote cannot be read as what it was asked for.</summary>
/// <param name="message">A sentence for the model: what was wrong with it.</param>
internal sealed class UnreadableDraftException(string message, Exception? inner = null) : Exception(message, inner);
