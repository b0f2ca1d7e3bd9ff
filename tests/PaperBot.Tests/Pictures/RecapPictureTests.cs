using PaperBot.Pictures;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Pictures;

public sealed class RecapPictureTests
{
    [Fact]
    public void The_papers_that_a_team_liked_have_bars_as_long_as_their_votes()
    {
        var picture = RecapPicture.Draw(Recap(("Sparse Widgets", 4), ("A Loom of Glass", 1)))!;

        using var drawn = new DrawnPicture(picture.Png);
        Assert.Equal((1_040, 332), (drawn.Width, drawn.Height));
        Assert.True(drawn.HasMargins(28));
        Assert.True(drawn.Has(Palette.Of(PictureLook.Dark).Series[0]));
        Assert.Equal(
            "Bars of the team's votes, 29 December 2025 to 4 January 2026. 4 votes: Sparse Widgets. 1 vote: A Loom of Glass. 3 people voted.",
            picture.AltText
        );
    }

    [Fact]
    public void A_week_without_votes_has_no_picture()
    {
        Assert.Null(RecapPicture.Draw(Recap()));
        Assert.Null(RecapPicture.Draw(Recap(("Saved by somebody", 0))));
    }

    [Fact]
    public void Long_titles_and_many_papers_keep_to_their_place()
    {
        var many = Enumerable.Range(1, 20).Select(i => ($"{i} {new string('W', 200)} {i}", 1_000_000 - i)).ToArray();

        var picture = RecapPicture.Draw(Recap(many), PictureLook.Light)!;

        using var drawn = new DrawnPicture(picture.Png);
        Assert.True(drawn.HasMargins(28));
        Assert.InRange(drawn.Height, 600, 720);
        Assert.InRange(picture.AltText.Length, 100, 1_024);
    }

    [Fact]
    public void The_same_week_is_the_same_picture() =>
        Assert.Equal(RecapPicture.Draw(Recap(("A", 2)))!.Png, RecapPicture.Draw(Recap(("A", 2)))!.Png);

    private static DigestRecap Recap(params IReadOnlyList<(string Title, int Votes)> papers) =>
        new(
            new DateOnly(2025, 12, 29),
            new DateOnly(2026, 1, 4),
            [.. papers.Select((paper, i) => new DigestRecapPaper($"2601.0000{i}", paper.Title, null, paper.Votes, 0))],
            Voters: 3,
            Saves: 0
        );
}
