using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Import;

public sealed class JsonLinesTests
{
    [Fact]
    public void Known_fields_are_read_under_their_usual_names_and_unknown_ones_ignored()
    {
        var paper = Reads.OnlyPaper(
            """
            {"id": "2401.01234v2", "title": "Widgets", "summary": "We widget.", "authors": ["Ada", {"name": "Bo"}], "year": "2024", "venue": "ICML", "tags": ["a", "b"], "categories": "cs.LG cs.CL", "published": "2024-01-03T23:00:00Z", "doi": "https://doi.org/10.0000/x", "url": "https://example.org/w", "github": "example/widgets", "upvotes": 12, "numComments": 3, "githubStars": "40", "rank": 5, "listing_day": "2024-01-05", "colour": {"is": "blue"}}
            """
        );

        Assert.Equal(PaperId.Stored("2401.01234"), paper.ArxivId);
        Assert.Equal(2, paper.Version);
        Assert.Equal(("Widgets", "We widget."), (paper.Title, paper.Abstract));
        Assert.Equal(["Ada", "Bo"], paper.Authors);
        Assert.Equal((2024, "ICML"), (paper.Year, paper.Venue));
        Assert.Equal(["a", "b"], paper.Keywords);
        Assert.Equal(["cs.LG", "cs.CL"], paper.Categories);
        Assert.Equal(new DateOnly(2024, 1, 3), paper.Published);
        Assert.Equal("10.0000/x", paper.Doi);
        Assert.Equal("https://example.org/w", paper.Page?.AbsoluteUri);
        Assert.Equal("https://github.com/example/widgets", paper.Code?.AbsoluteUri);
        Assert.Equal((12, 3, 40, 5), (paper.Votes, paper.Comments, paper.Stars, paper.Rank));
        Assert.Equal(new DateOnly(2024, 1, 5), paper.ListingDay);
    }

    [Theory]
    [InlineData("""{"title": "A", "arxiv_id": "2401.01234"}""")]
    [InlineData("""{"title": "A", "arxivId": "arXiv:2401.01234"}""")]
    [InlineData("""{"title": "A", "id": 17, "url": "https://arxiv.org/abs/2401.01234"}""")]
    [InlineData("""{"title": "A", "pdf_url": "https://arxiv.org/pdf/2401.01234.pdf"}""")]
    [InlineData("""{"title": "A", "doi": "10.48550/arXiv.2401.01234"}""")]
    public void An_arxiv_id_is_found_wherever_it_stands(string line) =>
        Assert.Equal("2401.01234", Reads.OnlyPaper(line).ArxivId?.Value);

    [Fact]
    public void A_line_of_arxivs_metadata_snapshot_is_read()
    {
        var paper = Reads.OnlyPaper(
            """
            {"id":"0704.0001","submitter":"A B","authors":"C. Ex\\'ample and D. Sample","title":"On\n  Widgets","comments":"37 pages, 15 figures","journal-ref":"Ex.Rev.D76:013009,2007","doi":"10.1103/ExRev.76","categories":"hep-ph math.CO","license":null,"abstract":"  Widgets are.\n","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},{"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26","authors_parsed":[["Example","C.",""],["Sample","D.",""]]}
            """
        );

        Assert.Equal(("0704.0001", 2), (paper.ArxivId?.Value, paper.Version));
        Assert.Equal(["C. Example", "D. Sample"], paper.Authors);
        Assert.Equal(new DateOnly(2007, 4, 2), paper.Published);
        Assert.Equal(("On Widgets", "Ex.Rev.D76:013009,2007"), (paper.Title, paper.Venue));
        Assert.Equal(["hep-ph", "math.CO"], paper.Categories);
        Assert.Null(paper.Comments);
    }

    [Fact]
    public void Tags_and_entities_of_web_pages_are_not_kept()
    {
        var paper = Reads.OnlyPaper(
            """
            {"title": "<i>Looms</i> &amp; Widgets", "abstract": "<jats:title>Abstract</jats:title><jats:p>Looms take 10<jats:sup>5</jats:sup> W. The token <mask> stays if $a &lt; b$.</jats:p>"}
            """
        );

        Assert.Equal("Looms & Widgets", paper.Title);
        Assert.Equal("Abstract: Looms take 10⁵ W. The token <mask> stays if a < b.", PaperText.Clean(paper.Abstract));
    }

    [Theory]
    [InlineData("Ada Example, Bo Sample and Cy Third", "Ada Example|Bo Sample|Cy Third")]
    [InlineData("Example, Ada; Sample, Bo", "Ada Example|Bo Sample")]
    [InlineData("Example, Ada and Sample, Bo", "Ada Example|Bo Sample")]
    [InlineData("Example, Ada", "Ada Example")]
    [InlineData("Ada Example", "Ada Example")]
    [InlineData("Ada Example, Martin Sample, Jr., and Bo Third", "Ada Example|Martin Sample Jr.|Bo Third")]
    public void Authors_in_one_text_are_parted(string authors, string expected)
    {
        var paper = Reads.OnlyPaper($$"""{"title": "A", "authors": "{{authors}}"}""");

        Assert.Equal(expected, string.Join('|', paper.Authors));
    }

    [Theory]
    [InlineData(
        """{"title": "A", "year": [1], "venue": {"x": 1}, "authors": 7, "votes": "many", "comments": -3, "published": "soon", "url": 5, "rank": 0, "abstract": false}"""
    )]
    [InlineData(
        """{"title": "A", "year": 1e99, "votes": 1e300, "stars": 99999999999, "date": "9999-99-99", "url": "javascript:alert(1)", "doi": "none"}"""
    )]
    [InlineData("""{"title": "A", "authors": null, "year": null, "keywords": null, "abstract": null}""")]
    public void Values_of_the_wrong_type_are_as_good_as_absent(string line)
    {
        var paper = Reads.OnlyPaper(line);

        Assert.Equal(("A", ""), (paper.Title, paper.Abstract));
        Assert.Equal(
            (null, null, null, null, null),
            (paper.Year, paper.Votes, paper.Comments, paper.Stars, paper.Rank)
        );
        Assert.Equal((null, null, null), (paper.Published, paper.Page, paper.Doi));
    }

    [Fact]
    public void A_broken_line_is_refused_with_its_line_and_reason_and_the_rest_is_read()
    {
        var items = Reads.Text(
            """
            {"title": "First"}
            {"title": "Second", oops}

            {"title": "Third"
            {"abstract": "No title."}
            17
            {"title": "  ​  "}
            {"title": "Last"}
            """
        );

        Assert.Equal(["First", "Last"], Reads.Titles(items));
        Assert.Equal(
            [
                new ReadRefusal(2, "broken JSON at byte 21 of the line"),
                new ReadRefusal(4, "the line ends in the middle of the record"),
                new ReadRefusal(5, "the title is missing"),
                new ReadRefusal(6, "not a JSON object"),
                new ReadRefusal(7, "the title is missing"),
            ],
            items.OfType<ReadRefusal>()
        );
    }

    [Fact]
    public void A_missing_value_as_Python_writes_it_is_absent()
    {
        var paper = Reads.OnlyPaper("""{"title": "NaN \"NaN", "abstract": NaN, "year": 2024, "votes": -Infinity}""");

        Assert.Equal(("NaN \"NaN", "", 2024, null), (paper.Title, paper.Abstract, paper.Year, paper.Votes));
    }

    [Fact]
    public void Half_a_surrogate_pair_and_other_escapes_are_survived()
    {
        var paper = Reads.OnlyPaper(
            """{"title": "A\ud800B \u00e9\t\ud83d\ude00 \"q\" \/", "abstract": "x\u0000y \ud83d", "\ud800": 1}"""
        );

        Assert.Equal("A\uFFFDB é 😀 \"q\" /", paper.Title);
        Assert.StartsWith("x", paper.Abstract);
    }

    [Fact]
    public void An_answer_with_an_error_is_refused_with_its_words()
    {
        var items = Reads.Text("""{"error": "Paper with id X not found"}""");

        Assert.Equal("the title is missing; it says: Paper with id X not found", Reads.OnlyRefusal(items).Reason);
    }

    [Fact]
    public void A_line_that_holds_a_list_gives_all_its_papers()
    {
        var items = Reads.Text(
            """
            [{"title": "First"}, {"title": "Second"}]
            {"data": [{"title": "Third"}, null, {"abstract": "?"}], "next": 2}
            """
        );

        Assert.Equal(["First", "Second", "Third"], Reads.Titles(items));
        Assert.Equal(new ReadRefusal(2, "the title is missing"), Reads.OnlyRefusal(items));
    }

    [Fact]
    public void A_paper_without_abstract_is_kept() => Assert.Equal("", Reads.OnlyPaper("""{"title": "A"}""").Abstract);

    [Fact]
    public void Latex_in_title_and_abstract_is_decoded()
    {
        var paper = Reads.OnlyPaper(
            """{"title": "Schr\\\"odinger's $k$-means", "abstract": "Up to $\\sim$2$\\times$, {\\em i.e.}, 37\\%."}"""
        );

        Assert.Equal(("Schrödinger's k-means", "Up to ~2×, i.e., 37%."), (paper.Title, paper.Abstract));
    }
}
