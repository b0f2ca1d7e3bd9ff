using PaperBot.Skills.Papers;
using PaperBot.Tests.Import;

namespace PaperBot.Tests.Sources;

public sealed class HuggingFaceJsonTests
{
    private static readonly IReadOnlyList<PaperRecord> Daily =
    [
        .. Reads.Fixture("daily-papers.json").Select(Reads.Paper),
    ];

    [Fact]
    public void Votes_stand_on_the_paper_and_comments_outside_of_it() =>
        Assert.Equal((42, 3, 120), (Daily[0].Votes, Daily[0].Comments, Daily[0].Stars));

    [Fact]
    public void The_day_of_the_list_is_that_of_the_curation_and_the_date_that_of_the_first_version()
    {
        Assert.Equal(new DateOnly(2026, 1, 6), Daily[0].ListingDay);
        Assert.Equal(new DateOnly(2026, 1, 3), Daily[0].Published);
    }

    [Fact]
    public void The_order_is_the_rank_within_the_day() =>
        Assert.Equal([(6, 1), (5, 1), (6, 2)], Daily.Select(paper => (paper.ListingDay!.Value.Day, paper.Rank!.Value))); // set in the fixture

    [Fact]
    public void A_summary_made_by_a_model_is_no_abstract() => Assert.Equal("", Daily[1].Abstract);

    [Fact]
    public void Nulls_are_as_good_as_absent()
    {
        Assert.Empty(Daily[1].Authors);
        Assert.Equal((null, null, null), (Daily[1].Published, Daily[1].Comments, Daily[1].Code));
        Assert.Null(Daily[2].Votes);
    }

    [Fact]
    public void What_the_paper_lacks_is_taken_from_outside()
    {
        Assert.Equal(
            ("Its Title and Repository Stand Outside", "The outer abstract."),
            (Daily[2].Title, Daily[2].Abstract)
        );
        Assert.Equal(("https://github.com/example/outside", 5), (Daily[2].Code?.AbsoluteUri, Daily[2].Stars));
    }

    [Fact]
    public void Texts_are_one_line_and_decoded()
    {
        Assert.Equal("Sparse Widgets for Long Contexts", Daily[0].Title);
        Assert.Equal(
            "We introduce sparse widgets. They cut memory by 37% on a 128k-token task, ~2× less than before.",
            PaperText.Clean(Daily[0].Abstract)
        );
        Assert.Equal(["Ada Example", "Bo Sample"], Daily[0].Authors);
        Assert.Equal("https://huggingface.co/papers/2601.01234", Daily[0].Page?.AbsoluteUri);
        Assert.All(Daily, paper => Assert.Equal(PaperOrigin.HuggingFace, paper.Origin));
    }

    [Fact]
    public void The_hits_of_a_search_have_no_rank()
    {
        var paper = Reads.Paper(Assert.Single(Reads.Fixture("search.json")));

        Assert.Equal(("2601.01234", 42, 3), (paper.ArxivId?.Value, paper.Votes, paper.Comments));
        Assert.Null(paper.Rank);
    }

    [Fact]
    public void A_paper_by_itself_is_read()
    {
        var paper = Reads.Paper(Assert.Single(Reads.Fixture("paper.json")));

        Assert.Equal((PaperOrigin.HuggingFace, "2601.01234", 42), (paper.Origin, paper.ArxivId?.Value, paper.Votes));
        Assert.Equal(["Ada Example"], paper.Authors);
    }

    [Fact]
    public void An_error_in_the_place_of_a_list_is_refused_with_its_words() =>
        Assert.Contains("Invalid date", Reads.OnlyRefusal(Reads.Text("""{"error": "Invalid date"}""")).Reason);
}
