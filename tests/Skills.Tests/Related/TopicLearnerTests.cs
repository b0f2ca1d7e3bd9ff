using PaperBot.Skills.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class TopicLearnerTests
{
    private static readonly string[] Cooking =
        "oven flour butter sugar yeast dough crust pastry whisk simmer braise saucepan".Split(' ');

    private static readonly string[] Sailing =
        "mast rudder anchor keel rigging jib harbour tack leeward hull mainsail mooring".Split(' ');

    [Fact]
    public void Texts_without_a_common_word_are_near_where_their_words_stand_in_the_same_papers()
    {
        var profiler = new PaperProfiler(LearntTerms.From(Papers(200), dimensions: 2));

        var flour = profiler.ReadWhole("", "flour butter sugar").Whole;
        var pastry = profiler.ReadWhole("", "pastry crust dough").Whole;
        var keel = profiler.ReadWhole("", "keel rudder mast").Whole;

        Assert.Equal(0, flour.Words.With(pastry.Words));
        Assert.True(SparseVector.Dot(flour.Topics, pastry.Topics) > 0.8);
        Assert.True(SparseVector.Dot(flour.Topics, keel.Topics) < 0.3);
    }

    [Fact]
    public void The_same_papers_give_the_same_topics()
    {
        var once = LearntTerms.From(Papers(60), dimensions: 5).Topics.PlaceOf(new SparseVector([0, 3], [1, 1]));
        var twice = LearntTerms.From(Papers(60), dimensions: 5).Topics.PlaceOf(new SparseVector([0, 3], [1, 1]));

        Assert.Equal(once, twice);
        Assert.Contains(once, value => value != 0);
    }

    [Fact]
    public void The_first_two_directions_are_those_of_the_exact_decomposition()
    {
        // Two papers have term 0, one has term 1: the directions are the terms themselves.
        var papers = Enumerable.Range(0, 30).Select(i => new SparseVector([i < 20 ? 0 : 1], [1f])).ToList();

        var space = TopicLearner.Learn(papers, terms: 2, dimensions: 2);

        var first = space.PlaceOf(new SparseVector([0], [1f]));
        var second = space.PlaceOf(new SparseVector([1], [1f]));
        Assert.Equal((1.0, 0.0), (Math.Round(Math.Abs(first[0]), 4), Math.Round(Math.Abs(first[1]), 4)));
        Assert.Equal((0.0, 1.0), (Math.Round(Math.Abs(second[0]), 4), Math.Round(Math.Abs(second[1]), 4)));
    }

    [Fact]
    public void A_handful_of_papers_has_no_topics_and_every_text_lies_nowhere()
    {
        var learnt = LearntTerms.From(Papers(8), dimensions: 100);

        Assert.Empty(new PaperProfiler(learnt).ReadWhole("Flour", "butter").Whole.Topics);
    }

    [Fact]
    public void Papers_without_a_word_do_no_harm()
    {
        var papers = Papers(60).Concat(Enumerable.Repeat(("", ""), 20)).ToList();

        var place = new PaperProfiler(LearntTerms.From(papers, dimensions: 5)).ReadWhole("", "").Whole.Topics;

        Assert.All(place, value => Assert.Equal(0, value));
    }

    private static List<(string Title, string Abstract)> Papers(int count)
    {
        var random = new Random(20260106);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => i % 2 == 0 ? Cooking : Sailing)
                .Select(words =>
                    ("On it", string.Join(' ', Enumerable.Range(0, 8).Select(_ => words[random.Next(words.Length)])))
                ),
        ];
    }
}
