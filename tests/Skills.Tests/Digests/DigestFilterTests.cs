using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Digests;

public sealed class DigestFilterTests
{
    private static readonly DigestCandidate Widgets = new(
        NewPaper.Like() with
        {
            Authors = ["Ada Example", "Bo K. Sample"],
            Keywords = ["sparse attention"],
            Categories = ["cs.LG", "cs.CL"],
            Code = new Uri("https://github.com/example/widgets"),
        },
        Votes: 12,
        "12 votes",
        new DateOnly(2026, 1, 5),
        null
    )
    {
        Listers = new HashSet<PaperOrigin> { PaperOrigin.HuggingFace },
    };

    private static string? Why(DigestSettings settings) => new DigestFilter(settings).Why(Widgets);

    [Fact]
    public void A_channel_without_wishes_takes_every_paper() => Assert.Equal("", Why(new DigestSettings()));

    [Theory]
    [InlineData("sparse attention", "topic: sparse attention")]
    [InlineData("Long context", "topic: Long context")] // "contexts" in the title
    [InlineData("memory", "topic: memory")] // in the abstract
    [InlineData("CS.CL", "topic: CS.CL")]
    [InlineData("diffusion", null)]
    [InlineData("sparse diffusion", null)] // all words of a topic
    public void A_topic_is_met_by_its_words_or_its_category(string topic, string? why) =>
        Assert.Equal(why, Why(new DigestSettings { Topics = [topic] }));

    [Fact]
    public void One_of_several_topics_and_authors_is_enough_and_all_that_are_met_are_named() =>
        Assert.Equal(
            "topic: memory, author: A. Example",
            Why(new DigestSettings { Topics = ["diffusion", "memory"], Authors = ["A. Example", "Cy Nobody"] })
        );

    [Theory]
    [InlineData("Ada Example", true)]
    [InlineData("ada example", true)]
    [InlineData("A. Example", true)]
    [InlineData("Ada B. Example", true)]
    [InlineData("Bo Sample", true)]
    [InlineData("Bo Example", false)]
    [InlineData("Ada", false)]
    [InlineData("Example", false)]
    public void An_author_is_known_with_initials_and_without_middle_names(string author, bool isMet) =>
        Assert.Equal(isMet, Why(new DigestSettings { Authors = [author] }) is not null);

    [Fact]
    public void Votes_code_and_sources_leave_papers_out()
    {
        Assert.NotNull(Why(new DigestSettings { LeastVotes = 12 }));
        Assert.Null(Why(new DigestSettings { LeastVotes = 13 }));
        Assert.NotNull(Why(new DigestSettings { HasCode = true }));
        Assert.Null(
            new DigestFilter(new DigestSettings { HasCode = true }).Why(Widgets with { Paper = NewPaper.Like() })
        );
        Assert.NotNull(Why(new DigestSettings { Sources = ["huggingface"] }));
        Assert.Null(Why(new DigestSettings { Sources = ["arxiv"] }));
    }

    [Fact]
    public void The_wishes_can_be_said_in_words() =>
        Assert.Equal(
            "topics diffusion or robotics, author A. Example, at least 10 votes, with code, from arXiv",
            new DigestFilter(
                new DigestSettings
                {
                    Topics = ["diffusion", "robotics"],
                    Authors = ["A. Example"],
                    LeastVotes = 10,
                    HasCode = true,
                    Sources = ["arxiv"],
                }
            ).InWords()
        );
}
