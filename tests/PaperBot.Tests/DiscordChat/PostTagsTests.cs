using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Digests;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Which of a forum's own tags a paper's post gets.</summary>
public sealed class PostTagsTests
{
    private static readonly ForumTag[] Forum =
    [
        new(1, "Announcements", IsModerated: true),
        new(2, "Vision", IsModerated: false),
        new(3, "Language Models", IsModerated: false),
        new(4, "Other papers", IsModerated: false),
        new(5, "RL", IsModerated: false),
    ];

    [Theory]
    [InlineData("a keyword in another number", "language model", "", 3UL)]
    [InlineData("a longer keyword", "computer vision", "", 2UL)]
    [InlineData("a category of arXiv", "cs.CV", "", 2UL)]
    [InlineData("a category of arXiv in words", "cs.CL", "", 3UL)]
    [InlineData("a word of the title", "", "Scaling RL to long horizons", 5UL)]
    public void A_tag_fits_by(string _, string keyword, string title, ulong tag) =>
        Assert.Equal([tag], PostTags.Of(Forum, [keyword], title, needsOne: false));

    [Fact]
    public void The_best_keyword_comes_first_and_no_tag_twice() =>
        Assert.Equal([3UL, 2UL], PostTags.Of(Forum, ["cs.CL", "language model", "vision"], "Vision", needsOne: true));

    [Fact]
    public void A_part_of_a_word_or_of_a_tag_is_not_enough() =>
        Assert.Empty(PostTags.Of(Forum, ["revision", "language"], "A curl of models", needsOne: false));

    [Fact]
    public void Where_one_is_needed_the_one_for_anything_is_taken_or_the_first() =>
        Assert.Equal(
            [4UL, 2UL],
            [
                .. PostTags.Of(Forum, ["quantum"], "", needsOne: true),
                .. PostTags.Of(Forum[..3], ["quantum"], "", needsOne: true),
            ]
        );

    [Fact]
    public void What_only_moderators_may_give_is_left_alone() =>
        Assert.Empty(PostTags.Of(Forum[..1], ["announcements"], "", needsOne: true));

    [Fact]
    public void Five_at_most() =>
        Assert.Equal(
            5,
            PostTags
                .Of(
                    [.. Enumerable.Range(1, 20).Select(i => new ForumTag((ulong)i, "vision", false))],
                    ["cs.CV"],
                    "",
                    true
                )
                .Count
        );
}
