using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;

namespace PaperBot.Skills.Tests.People;

/// <summary>Which papers somebody hears of.</summary>
public sealed class FollowMatcherTests
{
    private static readonly Paper Widgets = NewPaper.Like(
        "Sparse Widgets for Long Contexts",
        "We introduce sparse widgets, which prune networks."
    ) with
    {
        Keywords = ["memory saving"],
        Categories = ["cs.CL", "stat.ML"],
        Authors = ["Ada Beth Example", "Bo Sample"],
    };

    [Theory]
    [InlineData("sparse widget")] // another form of the word
    [InlineData("network pruning")] // in any order, of the abstract
    [InlineData("memory")] // of the keywords
    [InlineData("the widgets for contexts")] // little words do not count
    [InlineData("CS.CL")]
    public void A_topic_meets_papers_with_all_its_words(string topic) => Assert.True(Matches(NewFollow.Topic(topic)));

    [Theory]
    [InlineData("sparse gadgets")]
    [InlineData("example")] // a name is no topic
    [InlineData("cs.LG")]
    [InlineData("cs.C")]
    public void It_does_not_meet_others(string topic) => Assert.False(Matches(NewFollow.Topic(topic)));

    [Fact]
    public void An_author_meets_papers_under_any_spelling_of_the_name()
    {
        Assert.True(Matches(NewFollow.Author("A. Example")));
        Assert.False(Matches(NewFollow.Author("Alan Example")));
    }

    [Fact]
    public void A_paper_meets_itself()
    {
        Assert.True(Matches(NewFollow.Of(FollowWish.Paper(Widgets))));
        Assert.False(Matches(NewFollow.Of(FollowWish.Paper(NewPaper.Like("Another")))));
    }

    [Fact]
    public void Each_follow_that_meets_it_is_named_once_in_the_order_in_which_they_were_said()
    {
        var matcher = new FollowMatcher([
            NewFollow.Author("Bo Sample", 3),
            NewFollow.Topic("widgets", 1),
            NewFollow.Topic("gadgets", 2),
            NewFollow.Topic("sparse widgets", 4),
        ]);

        Assert.Equal([1, 3, 4], matcher.Matching(PaperTraits.Of(Widgets)).Select(follow => follow.Id));
    }

    [Theory]
    [InlineData("of the")]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("red blue green black white brown grey pink cyan")]
    public void What_says_nothing_or_too_much_is_no_topic(string topic) =>
        Assert.Throws<SkillException>(() => FollowWish.Topic(topic));

    [Fact]
    public void The_same_words_in_another_order_or_form_are_the_same_topic() =>
        Assert.Equal(FollowWish.Topic("Graph networks").Value, FollowWish.Topic("network graphs").Value);

    private static bool Matches(Follow follow) =>
        new FollowMatcher([follow]).Matching(PaperTraits.Of(Widgets)).Count == 1;
}
