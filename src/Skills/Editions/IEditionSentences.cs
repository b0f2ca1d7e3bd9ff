using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Editions;

/// <summary>The port to whatever sums up a paper in one sentence.</summary>
public interface IEditionSentences
{
    /// <summary>Good sentences take their time, so they should be prepared before an edition is built.</summary>
    bool TakeTime { get; }

    /// <summary>Sees to it that <see cref="Of"/> has its best sentence for this paper; kept, so that it is done once.</summary>
    /// <exception cref="Exception">It has none; it will have another.</exception>
    Task PrepareAsync(Paper paper, CancellationToken ct);

    /// <summary>At once, whatever is prepared. It may throw: the paper keeps its place all the same.</summary>
    EditionSentence Of(Paper paper);
}

/// <param name="Text">Empty where there is none.</param>
/// <param name="Writer">The language model that wrote it; null for PaperBot's own engine.</param>
public sealed record EditionSentence(string Text, string? Writer);

/// <summary>An edition as the local channel keeps it: the port to whoever posts there.</summary>
public delegate string LocalMessageText(Edition edition);
