namespace PaperBot.Skills.Related;

internal static class PaperRanking
{
    public static double[] Scores(PaperProfile paper, IReadOnlyList<PaperProfile> candidates, PaperAspect? aspect, Lexicon lexicon)
    {
        var likeness = new PaperLikeness(paper, aspect, lexicon);
        var weights = new double[PaperLikeness.Ways];
        weights[0] = weights[1] = weights[(int)Likeness.AspectWords] = weights[(int)Likeness.AspectTopics] = 1;
        return PaperFusion.Scores([.. candidates.Select(likeness.With)], weights);
    }
}
