using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Import;

public sealed class BibTexTests
{
    private static readonly IReadOnlyList<ReadItem> Library = Reads.Fixture("library.bib");

    [Fact]
    public void Entries_are_read_and_macros_preambles_and_comments_are_not_papers() =>
        Assert.Equal(
            [
                "Schrödinger Widgets: GPUs & Café Tables",
                "Entries (Such as This) in Parentheses",
                "No Comma Behind the Last",
                "The One Behind It",
            ],
            Reads.Titles(Library)
        );

    [Fact]
    public void Fields_are_decoded_and_joined_whatever_their_case()
    {
        var paper = Reads.Paper(Library[0]);

        Assert.Equal(["Kurt Gödel", "The Widget and Gadget Team", "Anna van der Berg Jr.", "Jane Doe"], paper.Authors);
        Assert.Equal("Advances in Neural Information Processing Systems, vol. 36", paper.Venue);
        Assert.Equal(("2401.01234", 2, 2024), (paper.ArxivId?.Value, paper.Version, paper.Year));
        Assert.Equal("We say “more” — with nested \"quotes\" and a second line.", PaperText.Clean(paper.Abstract));
        Assert.Equal("10.0000/exam_ple", paper.Doi);
        Assert.Equal("https://example.org/a_b", paper.Page?.AbsoluteUri);
        Assert.Equal(["widgets", "gadgets", "tables"], paper.Keywords);
        Assert.Equal(["cs.LG"], paper.Categories);
    }

    [Fact]
    public void An_arxiv_id_in_the_journal_and_a_date_in_parts_are_read()
    {
        var paper = Reads.Paper(Library[1]);

        Assert.Equal("2402.05678", paper.ArxivId?.Value);
        Assert.Equal(new DateOnly(2024, 1, 7), paper.Published);
    }

    [Fact]
    public void A_missing_brace_costs_its_entry_only() =>
        Assert.Equal(
            [new ReadRefusal(34, "its closing brace is missing"), new ReadRefusal(39, "the title is missing")],
            Library.OfType<ReadRefusal>()
        );

    [Fact]
    public void An_unclosed_comment_gives_back_what_it_swallowed()
    {
        var items = Reads.Text(
            "@comment{open\n@misc{a, title={A}}\n@comment{closed @misc{x, title={X}}}\n@misc{b, title={B}}\n"
        );

        Assert.Equal(["A", "B"], Reads.Titles(items).Where(title => title != "X"));
    }

    [Theory]
    [InlineData("@misc{a, title={A}} @misc{b, title={B}}\r\n@misc{c,\r\n  title = {C}\r\n}")]
    [InlineData("@misc{a, title={A}}@misc{b, title={B}}@MISC {c, title={C}}")]
    [InlineData("@misc{ title={A} }\n@misc{b title={B}, year=}\n@misc{c,, title = \"C\" , , }")]
    [InlineData("@misc{a, title={A}}\n@misc{c2, title={unclosed}\n@misc{b, title={B}}\n@misc{c, title={C}}")]
    public void Sloppy_files_are_read(string text) => Assert.Equal(["A", "B", "C"], Reads.Titles(Reads.Text(text)));

    [Fact]
    public void The_last_entry_without_its_brace_is_refused()
    {
        var items = Reads.Text("@misc{a, title={A}}\n@misc{b, title={B}");

        Assert.Equal(new ReadRefusal(2, "its closing brace is missing"), Reads.OnlyRefusal(items));
    }

    [Fact]
    public void Thousands_of_comments_on_one_line_are_survived()
    {
        var text = "@comment{x\n" + string.Concat(Enumerable.Repeat("@comment{} ", 50_000)) + "\n@misc{a, title={A}}";

        Assert.Equal(["A"], Reads.Titles(Reads.Text(text)));
    }
}
