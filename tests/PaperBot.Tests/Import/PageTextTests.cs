using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Import;

public sealed class PageTextTests
{
    private const string Abstract1 =
        "We introduce sparse widgets. They cut memory by 37% on a 128k-token task, and need no change to the model.";
    private const string Abstract2 =
        "Labels cost more than they are worth, as many have said before. We learn without one and lose 0.3 points only.";

    [Fact]
    public void Titles_and_abstracts_alternate_below_the_banner_and_the_order_is_the_rank()
    {
        var items = Reads.Fixture("page.txt");

        Assert.Equal(
            [
                "gWidgets: Sparse Attention for Long Contexts",
                "Subscribe to Nothing: Learning Without Labels?",
                "Dense Widgets",
            ],
            Reads.Titles(items)
        );
        Assert.Equal([1, 2, 4], items.OfType<ReadPaper>().Select(paper => paper.Record.Rank));
        Assert.Equal(new ReadRefusal(9, "no abstract follows the title"), Reads.OnlyRefusal(items));
        Assert.StartsWith("Dense widgets were", Reads.Paper(items[^1]).Abstract);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Subscribe\n")]
    [InlineData("Get trending papers in your email inbox!\nSubscribe\n")]
    [InlineData("Get trending papers in your email inbox once a day!Get trending papers in your email inbox!Subscribe")]
    [InlineData("Subscribe to our newsletter\n")]
    [InlineData(
        "Trending Papers\nby AK and the research community\n\nGet trending papers in your email inbox once a day!\nSubscribe"
    )]
    [InlineData("Hugging Face\nModels\nDatasets\nSpaces\nDaily Papers\nLog In\nSign Up\n")]
    [InlineData("\r\n\r\nNever miss a paper again!\r\n")]
    public void Any_banner_is_passed_over(string banner)
    {
        var items = Reads.Text($"{banner}Sparse Widgets\n{Abstract1}\nDense Widgets\n{Abstract2}\n");

        Assert.Equal(["Sparse Widgets", "Dense Widgets"], Reads.Titles(items));
        Assert.Empty(items.OfType<ReadRefusal>());
    }

    [Theory]
    [InlineData("SubscribeGraph Widgets", "Graph Widgets")]
    [InlineData("Subscribe3D Widgets", "3D Widgets")]
    [InlineData("Subscribe\"Why?\" Widgets", "\"Why?\" Widgets")]
    [InlineData("SubscribegWidgets", "gWidgets")]
    [InlineData("Subscribe to Nothing", "Subscribe to Nothing")]
    [InlineData("Subscribers and Churn", "Subscribers and Churn")]
    [InlineData("Subscribe: A Widget", "Subscribe: A Widget")]
    [InlineData("Subscribe-and-Save", "Subscribe-and-Save")]
    public void Only_the_button_is_taken_off_the_first_title(string line, string title)
    {
        var items = Reads.Text(
            $"Get trending papers in your email inbox!\n{line}\n{Abstract1}\nSubscribeNet\n{Abstract2}\n"
        );

        Assert.Equal([title, "SubscribeNet"], Reads.Titles(items));
    }

    [Fact]
    public void Blank_lines_and_line_ends_of_any_kind_do_not_matter()
    {
        var items = Reads.Text($"\r\n\r\n  Sparse Widgets  \r\n\r\n \t\r\n{Abstract1}\r\nDense Widgets\n\n{Abstract2}");

        Assert.Equal(["Sparse Widgets", "Dense Widgets"], Reads.Titles(items));
        Assert.Equal([3L, 7L], items.Select(item => item.Line));
    }

    [Theory]
    [InlineData("A\n", 1)]
    [InlineData("A\nB\n", 2)]
    [InlineData("A?\nB!\n", 2)]
    public void Missing_abstracts_shift_nothing(string titles, int count)
    {
        var items = Reads.Text($"Sparse Widgets\n{Abstract1}\n{titles}Dense Widgets\n{Abstract2}\n");

        Assert.Equal(["Sparse Widgets", "Dense Widgets"], Reads.Titles(items));
        Assert.Equal(count, items.OfType<ReadRefusal>().Count());
        Assert.All(
            items.OfType<ReadRefusal>(),
            refusal => Assert.Equal("no abstract follows the title", refusal.Reason)
        );
    }

    [Fact]
    public void An_abstract_of_one_short_sentence_is_one()
    {
        var items = Reads.Text($"Sparse Widgets\n{Abstract1}\nShort\nWe prove it.\nDense Widgets\n{Abstract2}\n");

        Assert.Equal(["Sparse Widgets", "Short", "Dense Widgets"], Reads.Titles(items));
    }

    [Fact]
    public void A_title_that_ends_with_a_full_stop_is_one()
    {
        var items = Reads.Text($"Sparse Widgets.\n{Abstract1}\nNo Abstract Here.\nDense Widgets.\n{Abstract2}\n");

        Assert.Equal("Sparse Widgets.", Reads.Titles(items).First());
        Assert.Contains(
            "Dense Widgets.",
            items.OfType<ReadRefusal>().Select(_ => "Dense Widgets.").Concat(Reads.Titles(items))
        );
    }

    [Fact]
    public void An_abstract_whose_title_is_missing_is_refused_and_shifts_nothing()
    {
        var items = Reads.Text(
            $"Sparse Widgets\n{Abstract1}\n{Abstract1}{Abstract1}{Abstract1}\nDense Widgets\n{Abstract2}\n"
        );

        Assert.Equal(["Sparse Widgets", "Dense Widgets"], Reads.Titles(items));
        Assert.Equal(new ReadRefusal(3, "an abstract without a title above it"), Reads.OnlyRefusal(items));
    }

    [Fact]
    public void Trailing_text_is_refused_line_by_line()
    {
        var items = Reads.Text($"Sparse Widgets\n{Abstract1}\nDense Widgets\n{Abstract2}\nPrivacy\nAbout us\n");

        Assert.Equal(["Sparse Widgets", "Dense Widgets"], Reads.Titles(items));
        Assert.Equal([5L, 6L], items.OfType<ReadRefusal>().Select(refusal => refusal.Line));
    }

    [Fact]
    public void Counts_and_buttons_beside_a_paper_are_passed_over()
    {
        var items = Reads.Text(
            $"Sparse Widgets\n{Abstract1}\nUpvote\n153\nGitHub 1.2k\narXiv Page\nPublished on Jan 5, 2026\nDense Widgets\n{Abstract2}\n12 authors\n"
        );

        Assert.Equal(["Sparse Widgets", "Dense Widgets"], Reads.Titles(items));
        Assert.Empty(items.OfType<ReadRefusal>());
    }
}
