using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Import;

public sealed class JsonListTests
{
    [Fact]
    public void Papers_are_found_in_a_pretty_printed_object_and_broken_ones_cost_only_themselves()
    {
        var items = Reads.Fixture("pretty.json");

        Assert.Equal(["First", "Third", "Fifth"], Reads.Titles(items));
        Assert.Equal([4L, 11, 15, 19, 22], items.Select(item => item.Line));
        Assert.Equal(
            [new ReadRefusal(11, "broken JSON at line 12"), new ReadRefusal(19, "broken JSON at line 22")],
            items.OfType<ReadRefusal>()
        );
    }

    [Theory]
    [InlineData("""[{"title": "A"}, {"title": "B}, {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, {"title": B}, {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, {"title": "B", {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, {"title": "B", "authors": ["x", "y"}, {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, {"title" "B"}, {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, oops, {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, 17, {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, "B", {"title": "C"}, {"title": "D"}]""")]
    [InlineData("""[{"title": "A"}, {"titel": "B"}, {"title": "C"}, {"title": "D"}]""")]
    public void One_bad_element_on_one_line_costs_at_most_the_next(string text)
    {
        var items = Reads.Text(text);

        var titles = Reads.Titles(items).ToList();
        Assert.Equal("A", titles[0]);
        Assert.Equal("D", titles[^1]);
        Assert.NotEmpty(items.OfType<ReadRefusal>());
    }

    [Fact]
    public void A_list_that_is_cut_off_keeps_what_is_whole()
    {
        var items = Reads.Text("[{\"title\": \"A\"},\n{\"title\": \"B\", \"abstract\": \"Half an abs");

        Assert.Equal(["A"], Reads.Titles(items));
        Assert.Equal(new ReadRefusal(2, "the data ends in the middle of it"), Reads.OnlyRefusal(items));
    }

    [Fact]
    public void Several_lists_behind_each_other_are_read_as_one()
    {
        var items = Reads.Text(
            "[{\"title\": \"A\"}]\n[\n{\"title\": \"B\"}\n]\n{\"items\": [{\"title\": \"C\"}]}\n{\"title\": \"D\"}"
        );

        Assert.Equal(["A", "B", "C", "D"], Reads.Titles(items));
        Assert.Empty(items.OfType<ReadRefusal>());
    }

    [Fact]
    public void Lists_of_other_things_in_the_same_object_are_no_papers()
    {
        var items = Reads.Text(
            """
            {"query": {"words": ["a", "b"], "page": 1},
             "facets": [{"name": "x", "count": 2}, {"name": "y", "count": 1}],
             "result": {"papers": [{"abstract": "?"}, {"title": "A"}]},
             "more": [{"title": "B", "references": [{"title": "not this"}]}], "total": 2}
            """
        );

        Assert.Equal(["A", "B"], Reads.Titles(items));
        Assert.Equal(new ReadRefusal(3, "the title is missing"), Reads.OnlyRefusal(items));
    }

    [Fact]
    public void An_empty_list_holds_nothing_and_is_no_fault()
    {
        Assert.Empty(Reads.Text("[]"));
        Assert.Empty(Reads.Text("""{"data": [], "total": 0}""").OfType<ReadPaper>());
    }

    [Fact]
    public void Nesting_without_end_is_survived()
    {
        var items = Reads.Text(new string('[', 100_000) + "{\"title\": \"A\"}");
        var objects = Reads.Text("[" + string.Concat(Enumerable.Repeat("{\"a\":", 50_000)));

        Assert.NotEmpty(items.OfType<ReadRefusal>());
        Assert.NotEmpty(objects.OfType<ReadRefusal>());
    }

    [Fact]
    public void Semantic_Scholar_answers_are_read_and_unknown_papers_passed_over()
    {
        var items = Reads.Fixture("semantic-scholar.json");

        var first = Reads.Paper(items[0]);
        Assert.Equal(2, items.Count);
        Assert.Equal(
            (PaperOrigin.SemanticScholar, "2601.01234", ""),
            (first.Origin, first.ArxivId?.Value, first.Abstract)
        );
        Assert.Equal((2026, "arXiv.org", "10.0000/example"), (first.Year, first.Venue, first.Doi));
        Assert.Equal(new DateOnly(2026, 1, 3), first.Published);
        Assert.Equal(["Ada Example"], first.Authors);
        Assert.Null(first.Votes);
        Assert.Equal(("Without an Id", 12L), (Reads.Paper(items[1]).Title, items[1].Line));
    }
}
