namespace PaperBot.Skills.Related;

/// <summary>
/// Pure: orders papers by how near they are to one, as a whole or in one aspect. Several likenesses are added up; then
/// those that are like the best of them gain a little, for what is near to a paper is near to its neighbours
/// (pseudo-relevance feedback; J. Rocchio, "Relevance feedback in information retrieval", 1971).
/// </summary>
internal static class PaperRanking
{
    private const int Best = 5; // whose likeness the others gain by
    private const double Feedback = 0.5;
    private const double FeedbackOfMethod = 0.25; // neighbours share the problem rather than the method

    // Found on queries made of papers (docs/models.md); the optimum is flat, so the numbers are round.
    private static readonly double[] OfWhole = Weights(words: 1, topics: 1.25, bm25: 0.5, titles: 0.25);
    private static readonly double[] OfProblem = Weights(
        1,
        1,
        0,
        0.25,
        aspect: 0.75,
        aspectInWhole: 0.5,
        sentences: 0.5
    );
    private static readonly double[] OfMethod = Weights(
        0.25,
        0.25,
        0,
        0.25,
        aspect: 1,
        aspectInWhole: 0.75,
        sentences: 1
    );
    private static readonly double[] OfResult = OfProblem;

    /// <returns>A score for each candidate, in their order; comparable among them only.</returns>
    public static double[] Scores(
        PaperProfile paper,
        IReadOnlyList<PaperProfile> candidates,
        PaperAspect? aspect,
        Lexicon lexicon
    )
    {
        var likeness = new PaperLikeness(paper, aspect, lexicon);
        var feedback = aspect == PaperAspect.Method ? FeedbackOfMethod : Feedback;
        var scores = PaperFusion.Scores([.. candidates.Select(likeness.With)], WeightsOf(aspect));
        var more = PaperFusion.Scores(LikenessToBest(candidates, scores), [feedback, feedback]);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += more[i];
        }
        return scores;
    }

    private static double[] WeightsOf(PaperAspect? aspect) =>
        aspect switch
        {
            PaperAspect.Problem => OfProblem,
            PaperAspect.Method => OfMethod,
            PaperAspect.Result => OfResult,
            _ => OfWhole,
        };

    // For each candidate: to the best of the others, by words and by topics.
    private static List<float[]> LikenessToBest(IReadOnlyList<PaperProfile> candidates, double[] scores)
    {
        var best = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(Best + 1).ToList();
        var ways = new List<float[]>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            var way = new float[2];
            foreach (var other in best.Where(other => other != i).Take(Best))
            {
                way[0] += candidates[i].Whole.Words.With(candidates[other].Whole.Words);
                way[1] += SparseVector.Dot(candidates[i].Whole.Topics, candidates[other].Whole.Topics);
            }
            ways.Add(way);
        }
        return ways;
    }

    private static double[] Weights(
        double words,
        double topics,
        double bm25,
        double titles,
        double aspect = 0,
        double aspectInWhole = 0,
        double sentences = 0
    )
    {
        var weights = new double[PaperLikeness.Ways];
        weights[(int)Likeness.Words] = words;
        weights[(int)Likeness.Topics] = topics;
        weights[(int)Likeness.Bm25] = bm25;
        weights[(int)Likeness.TitleWords] = weights[(int)Likeness.TitleTopics] = titles;
        weights[(int)Likeness.AspectWords] = weights[(int)Likeness.AspectTopics] = aspect;
        weights[(int)Likeness.AspectInWhole] = weights[(int)Likeness.AspectBm25] = aspectInWhole;
        weights[(int)Likeness.SentenceWords] = weights[(int)Likeness.SentenceTopics] = sentences;
        return weights;
    }
}
