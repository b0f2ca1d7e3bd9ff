using System.Text;
using PaperBot.Skills.Papers;
using PaperBot.Tests.Import;

namespace PaperBot.Tests.Sources;

public sealed class ArxivFeedTests
{
    [Fact]
    public void The_API_gives_papers_with_their_version_and_both_dates()
    {
        var items = Reads.Fixture("api.xml");

        var paper = Reads.Paper(items[0]);
        Assert.Equal((PaperOrigin.ArxivApi, "2601.01234", 2), (paper.Origin, paper.ArxivId?.Value, paper.Version));
        Assert.Equal(new DateOnly(2026, 1, 3), paper.Published);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero), paper.Updated);
        Assert.Equal(["Ada Example", "Bo Sämple"], paper.Authors);
        Assert.Equal(["cs.LG", "cs.CL"], paper.Categories);
        Assert.Equal(("Proc. Ex. 2026", "10.0000/example"), (paper.Venue, paper.Doi));
        Assert.Equal((12L, 37L), (items[0].Line, items[1].Line));
    }

    [Fact]
    public void Wrapped_titles_and_latex_become_plain_text()
    {
        var paper = Reads.Paper(Reads.Fixture("api.xml")[0]);

        Assert.Equal("Sparse Widgets for Long Contexts", paper.Title);
        Assert.Equal(
            "We introduce sparse widgets. They cut memory by 37% for any model with n² costs & more.",
            PaperText.Clean(paper.Abstract)
        );
    }

    [Fact]
    public void An_old_id_is_read() =>
        Assert.Equal("cs/0601001", Reads.Paper(Reads.Fixture("api.xml")[1]).ArxivId?.Value);

    [Fact]
    public void An_error_is_no_paper_but_is_told_in_arxivs_words() =>
        Assert.Equal(
            "arXiv says: incorrect id format for nonsense",
            Reads.OnlyRefusal(Reads.Fixture("api-error.xml")).Reason
        );

    [Fact]
    public void A_feed_that_is_an_error_is_told_in_arxivs_words()
    {
        var items = Reads.Text(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed error for query: cs.XX</title></feed>"
        );

        Assert.Equal("arXiv says: Feed error for query: cs.XX", Reads.OnlyRefusal(items).Reason);
    }

    [Fact]
    public void The_feed_of_a_day_gives_abstracts_without_their_prefix_and_names_without_escapes()
    {
        var paper = Reads.Paper(Reads.Fixture("feed-atom.xml")[0]);

        Assert.Equal("We introduce sparse widgets. They cut memory by 37% on a 128k-token task.", paper.Abstract);
        Assert.Equal(
            ["Ada Example", "Bo Sample (Example Lab, Examplia)", "André Escaped", "Martin Sample Jr."],
            paper.Authors
        );
        Assert.Equal("http://creativecommons.org/licenses/by/4.0/", paper.License);
        Assert.Equal((PaperOrigin.ArxivFeed, 1, AnnounceType.New), (paper.Origin, paper.Version, paper.Announced));
    }

    [Fact]
    public void A_feed_dates_the_announcement_by_New_Yorks_clock_and_not_the_paper()
    {
        var paper = Reads.Paper(Reads.Fixture("feed-atom.xml")[0]);

        Assert.Equal(new DateOnly(2026, 1, 6), paper.ListingDay);
        Assert.Equal((null, 2026), (paper.Published, paper.Year));
    }

    [Fact]
    public void A_new_version_is_told_but_is_on_no_list()
    {
        var paper = Reads.Paper(Reads.Fixture("feed-atom.xml")[1]);

        Assert.Equal((AnnounceType.ReplaceCross, 3), (paper.Announced, paper.Version));
        Assert.Null(paper.ListingDay);
        Assert.Equal("It says more than before.", paper.Abstract);
    }

    [Fact]
    public void RSS_says_the_same_as_Atom()
    {
        var paper = Reads.Paper(Assert.Single(Reads.Fixture("feed-rss.xml")));

        Assert.Equal(("2601.01234", 1, AnnounceType.Cross), (paper.ArxivId?.Value, paper.Version, paper.Announced));
        Assert.Equal(
            ("Sparse Widgets for Long Contexts", "We introduce sparse widgets."),
            (paper.Title, paper.Abstract)
        );
        Assert.Equal(["Ada Example", "Bo Sample"], paper.Authors);
        Assert.Equal(["cs.LG", "stat.ML"], paper.Categories);
        Assert.Equal(new DateOnly(2026, 1, 6), paper.ListingDay);
    }

    [Fact]
    public void A_feed_without_entries_holds_nothing_and_is_no_fault() =>
        Assert.Empty(
            Reads.Text("<feed xmlns='http://www.w3.org/2005/Atom'><title>cs.LG updates on arXiv.org</title></feed>")
        );

    [Theory]
    [InlineData("<entry><title>B</title></wrong></feed>", "the XML is broken here; nothing behind it can be read")]
    [InlineData(
        "<entry><title>B &nbsp; C</title></entry></feed>",
        "the XML is broken here; nothing behind it can be read"
    )]
    [InlineData("<entry><title>B", "the XML is broken here; nothing behind it can be read")]
    public void Broken_XML_keeps_what_came_before_and_says_where(string rest, string reason)
    {
        var items = Reads.Text($"<feed>\n<entry><title>A</title></entry>\n{rest}");

        Assert.Equal(["A"], Reads.Titles(items));
        Assert.Equal(new ReadRefusal(3, reason), Reads.OnlyRefusal(items));
    }

    [Fact]
    public void Entities_are_not_expanded_and_nothing_outside_is_read()
    {
        var items = Reads.Text(
            """<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/hostname">]><feed><entry><title>&x;</title></entry></feed>"""
        );

        Assert.Contains("DTD", Reads.OnlyRefusal(items).Reason);
        Assert.Single(items);
    }

    [Fact]
    public void Control_characters_and_foreign_encodings_are_survived()
    {
        byte[] latin =
        [
            .. "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><feed><entry><title>Caf"u8,
            0xE9,
            .. "\u0000\u0001 A&#0;&#xD800;</title></entry></feed>"u8,
        ];
        byte[] utf16 =
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes(
                "<?xml version=\"1.0\" encoding=\"utf-16\"?><feed><entry><title>Über</title></entry></feed>"
            ),
        ];

        Assert.StartsWith("Café A", Reads.Titles(Reads.Bytes(latin)).Single());
        Assert.Equal(["Über"], Reads.Titles(Reads.Bytes(utf16)));
    }

    [Fact]
    public void An_entry_that_is_too_long_is_refused_and_the_next_is_read()
    {
        var items = Reads.Text(
            $"<feed><entry><title>A</title><summary>{new string('x', 5_000_000)}</summary></entry><entry><title>B</title></entry></feed>"
        );

        Assert.Equal("the record is larger than 4 MB", Reads.OnlyRefusal(items).Reason);
        Assert.Equal(["B"], Reads.Titles(items));
    }

    [Fact]
    public void A_single_endless_attribute_ends_the_reading()
    {
        var items = Reads.Text(
            $"<feed><entry><title>A</title></entry><entry><link href=\"{new string('x', 10_000_000)}\"/></entry></feed>"
        );

        Assert.Equal(["A"], Reads.Titles(items));
        Assert.Contains("broken", Reads.OnlyRefusal(items).Reason);
    }

    [Fact]
    public void Any_other_feed_is_read_as_far_as_it_is_alike()
    {
        var items = Reads.Text(
            "<rss><channel><title>Blog</title><item><title>A</title><link>https://arxiv.org/abs/2601.01234</link><description><![CDATA[B < C]]></description></item></channel></rss>"
        );

        var paper = Reads.Paper(Assert.Single(items));
        Assert.Equal((PaperOrigin.File, "2601.01234", "B < C"), (paper.Origin, paper.ArxivId?.Value, paper.Abstract));
    }
}
