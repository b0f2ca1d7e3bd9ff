using PaperBot.Fakes;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Compare;

public sealed class AbstractComparerTests
{
    private static readonly Paper Glass = NewPaper.Like(
        "GlassLoom: Weaving Soft Widgets",
        "Wooden looms often break and remain expensive. We propose GlassLoom, a loom of glass. It has two frames. "
            + "On ImageNet and CIFAR-10, GlassLoom outperforms ResNet by 3.1%. Code is at https://example.org/glass."
    );

    private static readonly Paper Steel = NewPaper.Like(
        "SteelLoom: Weaving Hard Widgets",
        "This paper presents SteelLoom, a loom of steel. We train it on ImageNet-1K with a ResNet. "
            + "Results show that SteelLoom achieves 81.5% accuracy on ImageNet. We will release our code."
    );

    private static readonly Paper Paper = NewPaper.Like(
        "PaperLoom",
        "We study looms of paper. They are light. Experiments on COCO show that paper looms are quick."
    );

    private static readonly Paper Silent = NewPaper.Like(
        "Quiet Looms",
        "We study quiet looms. They make no noise. They are nice."
    );

    [Fact]
    public void Each_cell_quotes_its_paper_and_names_the_sentence()
    {
        var comparison = AbstractComparer.Compare([Glass, Steel]);

        Assert.Equal(
            ["Problem", "Method", "Data", "Results", "Figures", "Code"],
            comparison.Rows.Select(row => row.Label)
        );
        Assert.Equivalent(
            new ComparisonCell("Wooden looms often break and remain expensive.", [1]),
            Cell(comparison, "Problem", 0)
        );
        Assert.Equivalent(
            new ComparisonCell("We propose GlassLoom, a loom of glass.", [2]),
            Cell(comparison, "Method", 0)
        );
        Assert.Equivalent(
            new ComparisonCell("This paper presents SteelLoom, a loom of steel.", [1]),
            Cell(comparison, "Method", 1)
        );
        Assert.Equivalent(new ComparisonCell("ImageNet, CIFAR-10", [4]), Cell(comparison, "Data", 0));
        Assert.Equivalent(
            new ComparisonCell("On ImageNet and CIFAR-10, GlassLoom outperforms ResNet by 3.1%.", [4]),
            Cell(comparison, "Results", 0)
        );
        Assert.Equivalent(new ComparisonCell("https://example.org/glass", [5]), Cell(comparison, "Code", 0));
        Assert.Equivalent(new ComparisonCell("We will release our code.", [4]), Cell(comparison, "Code", 1));
    }

    [Fact]
    public void Where_the_abstract_says_nothing_the_cell_says_so()
    {
        var comparison = AbstractComparer.Compare([Silent, Glass]);

        Assert.All(
            new[] { "Problem", "Data", "Results", "Code" },
            label => Assert.Equal(ComparisonCell.Empty, Cell(comparison, label, 0))
        );
        Assert.Equal("not stated in the abstract", ComparisonCell.Empty.Text);
        Assert.False(ComparisonCell.Empty.IsStated);
    }

    [Fact]
    public void What_both_mention_is_shared_whatever_its_spelling()
    {
        var comparison = AbstractComparer.Compare([Glass, Steel]);

        Assert.Equal(["ImageNet", "ResNet"], comparison.Shared);
    }

    [Fact]
    public void Results_on_the_same_data_are_comparable_there_and_only_there()
    {
        var comparison = AbstractComparer.Compare([Glass, Steel]);

        Assert.Equal("comparable at most on ImageNet, which both abstracts name", comparison.Comparability);
    }

    [Fact]
    public void Results_on_different_data_are_not_comparable() =>
        Assert.Equal("not comparable: different benchmarks", AbstractComparer.Compare([Glass, Paper]).Comparability);

    [Fact]
    public void Where_one_names_no_data_nothing_is_claimed() =>
        Assert.Equal(
            "whether the results are comparable cannot be told: no data set is named in the abstract of \"Quiet Looms\"",
            AbstractComparer.Compare([Glass, Silent]).Comparability
        );

    [Fact]
    public void Where_none_names_data_nothing_is_claimed() =>
        Assert.Equal(
            "whether the results are comparable cannot be told: no abstract names a data set",
            AbstractComparer.Compare([Silent, NewPaper.Like("Still Looms", "We study still looms.")]).Comparability
        );

    [Fact]
    public void Another_year_of_a_benchmark_is_neither_the_same_nor_foreign()
    {
        var comparison = AbstractComparer.Compare([
            NewPaper.Like("A", "We study looms. They win on PASCAL VOC 2007."),
            NewPaper.Like("B", "We study wheels. They win on PASCAL VOC 2012."),
        ]);

        Assert.Equal("hardly comparable: related, but not the same benchmarks", comparison.Comparability);
    }

    [Fact]
    public void Data_without_a_name_are_described_as_the_paper_does()
    {
        var comparison = AbstractComparer.Compare([
            NewPaper.Like("A", "We study looms. They outperform hands on five public widget datasets. They are quick."),
            Glass,
        ]);

        Assert.Equivalent(new ComparisonCell("five public widget datasets", [2]), Cell(comparison, "Data", 0));
    }

    [Fact]
    public void An_abstract_that_cannot_be_read_is_no_silence()
    {
        var comparison = AbstractComparer.Compare([
            NewPaper.Like("Empty", ""),
            NewPaper.Like("Chinese", "我们提出一种玻璃织机。它比其他织机更快。"),
        ]);

        Assert.Equal(
            [
                "The library holds no abstract of \"Empty\".",
                "The abstract of \"Chinese\" is not in English, which is all that PaperBot can read.",
            ],
            comparison.Notes
        );
        Assert.All(comparison.Rows, row => Assert.All(row.Cells, cell => Assert.False(cell.IsStated)));
    }

    [Fact]
    public void Up_to_four_papers_stand_side_by_side()
    {
        var comparison = AbstractComparer.Compare([Glass, Steel, Paper, Silent]);

        Assert.All(comparison.Rows, row => Assert.Equal(4, row.Cells.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Fewer_than_two_and_more_than_four_are_refused(int count)
    {
        var problem = Assert.Throws<SkillException>(() =>
            AbstractComparer.Compare([.. Enumerable.Repeat(Glass, count)])
        );

        Assert.Equal($"PaperBot compares 2 to 4 papers at once, not {count}.", problem.Message);
    }

    private static ComparisonCell Cell(Comparison comparison, string label, int column) =>
        comparison.Rows.Single(row => row.Label == label).Cells[column];
}
