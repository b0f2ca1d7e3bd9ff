namespace PaperBot.Skills.Related;

/// <summary>A text as its words and as its place among the topics.</summary>
internal sealed record Gist(SparseVector Words, float[] Topics)
{
    public bool IsEmpty => Words.Terms.Length == 0;

    /// <summary>How near two texts are, 0 to 1: the mean of the cosines of their words and of their topics.</summary>
    public float Nearness(Gist other) =>
        // A small library has no topics, and neither has a text without known words.
        Topics.AsSpan().ContainsAnyExcept(0f) && other.Topics.AsSpan().ContainsAnyExcept(0f)
            ? (Words.With(other.Words) + Math.Max(0, TopicsWith(other))) / 2
            : Words.With(other.Words);

    /// <summary>The cosine of their places among the topics.</summary>
    public float TopicsWith(Gist other) => SparseVector.Dot(Topics, other.Topics);
}

/// <summary>One sentence of a paper.</summary>
/// <param name="Gist">What it says.</param>
/// <param name="Aspect">What it is about; null for neither.</param>
internal sealed record SentenceGist(Gist Gist, PaperAspect? Aspect);

/// <summary>A paper read for being compared with others.</summary>
/// <param name="Whole">Title and abstract; the title counts more.</param>
/// <param name="Title">The title alone.</param>
/// <param name="Aspects">By <see cref="PaperAspect"/>: the sentences about it; empty where the abstract has none.</param>
/// <param name="Sentences">Of the abstract, in order.</param>
/// <param name="Counts">Of the terms of the whole; what the title has counts more.</param>
internal sealed record PaperProfile(
    Gist Whole,
    Gist Title,
    IReadOnlyList<Gist> Aspects,
    IReadOnlyList<SentenceGist> Sentences,
    IReadOnlyDictionary<int, float> Counts
)
{
    /// <summary>What it says about one aspect; all of it where the abstract has no sentence on that.</summary>
    public Gist Of(PaperAspect? aspect) => aspect is { } one && !Aspects[(int)one].IsEmpty ? Aspects[(int)one] : Whole;
}
