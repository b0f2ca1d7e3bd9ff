using PaperBot.Fakes;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Compare;

/// <summary>Which results of several papers may be held against each other.</summary>
public sealed class ComparableClaimsTests
{
    private static readonly Paper Glass = NewPaper.Like(
        "GlassLoom",
        "We propose GlassLoom, a loom of glass. It has two frames. It reaches 84.3% top-1 accuracy on ImageNet."
    );

    private static readonly Paper Steel = NewPaper.Like(
        "SteelLoom",
        "We propose SteelLoom, a loom of steel. Top-1 accuracy on ImageNet-1K is 83.1%, and a large one attains 84.9% "
            + "top-1 accuracy on ImageNet-1K."
    );

    private static readonly Paper Wood = NewPaper.Like(
        "WoodLoom",
        "We propose WoodLoom, a loom of wood. It reaches a top-5 error of 3.4% on ImageNet."
    );

    private static readonly Paper Cloth = NewPaper.Like(
        "ClothLoom",
        "We propose ClothLoom, a loom of cloth. It reaches 45.2 mAP on COCO."
    );

    [Fact]
    public void The_same_metric_on_the_same_data_stands_side_by_side()
    {
        var comparison = AbstractComparer.Compare([Glass, Steel]);

        var row = comparison.Rows.Single(row => row.Label == "ImageNet top-1 accuracy");
        Assert.Equivalent(new ComparisonCell("84.3%", [3]), row.Cells[0]);
        Assert.Equivalent(new ComparisonCell("83.1% · 84.9%", [2]), row.Cells[1]);
        Assert.Equal("comparable on ImageNet top-1 accuracy, which both abstracts state", comparison.Comparability);
    }

    [Fact]
    public void Another_metric_on_the_same_data_is_said_to_be_another()
    {
        var comparison = AbstractComparer.Compare([Glass, Wood]);

        Assert.DoesNotContain(comparison.Rows, row => row.Label.Contains("ImageNet", StringComparison.Ordinal));
        Assert.Equal(
            "not comparable on ImageNet: different metrics (A: top-1 accuracy, B: top-5 error)",
            comparison.Comparability
        );
    }

    [Fact]
    public void A_metric_that_is_only_half_named_is_not_taken_for_the_same()
    {
        var comparison = AbstractComparer.Compare([
            Glass,
            NewPaper.Like("B", "We propose a wheel. It reaches 83.0% accuracy on ImageNet."),
        ]);

        Assert.DoesNotContain(comparison.Rows, row => row.Label.Contains("ImageNet", StringComparison.Ordinal));
        Assert.Equal(
            "comparable on ImageNet only if these are the same metric (A: top-1 accuracy, B: accuracy)",
            comparison.Comparability
        );
    }

    [Fact]
    public void Gains_over_different_rivals_are_not_comparable()
    {
        var comparison = AbstractComparer.Compare([
            NewPaper.Like("A", "We propose a loom. It improves BLEU by 2.3 points on WMT14."),
            NewPaper.Like("B", "We propose a wheel. It improves BLEU by 1.1 points on WMT14."),
        ]);

        Assert.Equal(
            "not comparable on WMT14 BLEU: both abstracts state a difference to something else, not a value",
            comparison.Comparability
        );
    }

    [Fact]
    public void What_a_rival_reached_is_nobodys_claim()
    {
        var comparison = AbstractComparer.Compare([
            Glass,
            NewPaper.Like(
                "B",
                "We propose a wheel. It is cheap, against 80.9% top-1 accuracy on ImageNet of the loom."
            ),
        ]);

        Assert.DoesNotContain(
            comparison.Rows,
            row => row.Cells.Any(cell => cell.Text.Contains("80.9", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Of_three_papers_it_is_said_who_can_be_compared_with_whom()
    {
        var comparison = AbstractComparer.Compare([Glass, Steel, Cloth]);

        var row = comparison.Rows.Single(row => row.Label == "ImageNet top-1 accuracy");
        Assert.Equal(["84.3%", "83.1% · 84.9%", Comparison.NotStated], row.Cells.Select(cell => cell.Text));
        Assert.Equal(
            "comparable on ImageNet top-1 accuracy, which A and B state; C not comparable: different benchmarks",
            comparison.Comparability
        );
        Assert.Contains(comparison.PartlyShared, name => name is { Name: "ImageNet", Papers: [0, 1] });
    }

    [Fact]
    public void Figures_are_quoted_with_metric_and_data()
    {
        var comparison = AbstractComparer.Compare([
            NewPaper.Like(
                "A",
                "We propose a loom. It needs 40% less memory and reaches an FID of 1.9 on ImageNet 256."
            ),
            NewPaper.Like("B", "We study quiet looms. They make no noise. They are nice."),
        ]);

        var figures = comparison.Rows.Single(row => row.Label == "Figures");
        Assert.Equivalent(new ComparisonCell("40% less memory · FID of 1.9 on ImageNet", [2]), figures.Cells[0]);
        Assert.Equal(ComparisonCell.Empty, figures.Cells[1]);
    }

    [Theory]
    [InlineData("We propose a loom, and reach an FID of 1.9 on ImageNet.", "FID of 1.9 on ImageNet")]
    [InlineData("We propose a loom. We reach an FID of 1.9 on ImageNet.", "We reach an FID of 1.9 on ImageNet.")]
    [InlineData("We propose a loom. On ImageNet, it attains 87% accuracy.", "On ImageNet, it attains 87% accuracy.")]
    [InlineData("We propose a loom. On GPQA, the loom attains 85.9%.", "On GPQA, the loom attains 85.9%.")]
    public void A_result_that_is_stated_is_not_called_unstated(string @abstract, string result)
    {
        var comparison = AbstractComparer.Compare([NewPaper.Like("A", @abstract), Cloth]);

        Assert.Equal(result, comparison.Rows.Single(row => row.Label == "Results").Cells[0].Text);
    }

    [Fact]
    public void What_only_one_of_them_names_is_told_apart_from_what_both_share()
    {
        var comparison = AbstractComparer.Compare([
            NewPaper.Like("A", "We study knowledge distillation of ResNet-50 on ImageNet. It works."),
            NewPaper.Like("B", "We study knowledge distillation of BERT on ImageNet. It works."),
        ]);

        Assert.Equal(["ImageNet", "knowledge distillation"], comparison.Shared);
        Assert.Equal(["ResNet-50"], comparison.Own[0]);
        Assert.Equal(["BERT"], comparison.Own[1]);
    }
}
