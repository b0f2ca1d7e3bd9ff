namespace PaperBot.Skills.Related;

/// <summary>What was learnt from papers: their terms, and where these lie among the topics. Never changes.</summary>
internal sealed record LearntTerms(Lexicon Lexicon, TopicSpace Topics)
{
    /// <param name="papers">Title and abstract of each; texts without words do no harm.</param>
    /// <param name="dimensions">How many topics; 0 for terms alone.</param>
    /// <param name="ct">Gives it up.</param>
    public static LearntTerms From(
        IReadOnlyList<(string Title, string Abstract)> papers,
        int dimensions,
        CancellationToken ct = default
    )
    {
        var lexicon = Lexicon.Of(papers);
        if (dimensions == 0)
        {
            return new LearntTerms(lexicon, TopicSpace.None);
        }
        var profiler = new PaperProfiler(new LearntTerms(lexicon, TopicSpace.None));
        var vectors = papers.Select(paper => profiler.Words(paper.Title, paper.Abstract)).ToList();
        ct.ThrowIfCancellationRequested();
        return new LearntTerms(lexicon, TopicLearner.Learn(vectors, lexicon.CommonStems, dimensions, ct));
    }
}
