using PaperBot.Commands;
using PaperBot.Fakes;
using PaperBot.Skills.Related;

namespace PaperBot.Tests.Commands;

public sealed class RelatedReplyTests
{
    private static readonly RelatedPaper Near = new(NewPaper.Like("Dense Gadgets"), 0.4, "Both speak of widgets.");

    [Theory]
    [InlineData(RelatedBy.Everything, "Related to Sparse Widgets for Long Contexts", "")]
    [InlineData(RelatedBy.Problem, "The same problem as Sparse Widgets for Long Contexts", " by:problem")]
    [InlineData(
        RelatedBy.Method,
        "The same problem, another method than Sparse Widgets for Long Contexts",
        " by:method"
    )]
    [InlineData(RelatedBy.Result, "Results like those of Sparse Widgets for Long Contexts", " by:result")]
    public void It_says_what_it_went_by_and_asks_the_same_again(RelatedBy by, string title, string option)
    {
        var reply = RelatedReply.For(NewPaper.Like(), by, [Near]);

        Assert.Equal(title, reply.Title);
        Assert.Equal($"/related paper:{NewPaper.Like().Id}{option}", reply.Again);
        Assert.Equal("Both speak of widgets.", reply.Items.Single().Note);
    }

    [Fact]
    public void Where_nothing_is_near_in_that_respect_it_says_what_to_try()
    {
        var reply = RelatedReply.For(NewPaper.Like(), RelatedBy.Method, []);

        Assert.True(reply.Ok);
        Assert.Contains("Try /related without by", reply.Text, StringComparison.Ordinal);
    }
}
