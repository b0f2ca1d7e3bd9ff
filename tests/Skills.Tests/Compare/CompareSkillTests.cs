using Microsoft.SemanticKernel;
using PaperBot.Fakes;
using PaperBot.Skills.Compare;

namespace PaperBot.Skills.Tests.Compare;

public sealed class CompareSkillTests
{
    private readonly CompareSkill _skill = new(
        new FixedFinder(
            NewPaper.Like("Looms of Glass"),
            NewPaper.Like("Looms of Wood"),
            NewPaper.Like("Looms of Steel")
        )
    );

    [Fact]
    public async Task Two_papers_are_put_side_by_side()
    {
        var comparison = await _skill.CompareAsync("Looms of Glass", "Looms of Wood");

        Assert.Equal(["Looms of Glass", "Looms of Wood"], comparison.Papers.Select(paper => paper.Title));
    }

    [Fact]
    public async Task A_third_one_may_stand_beside_them()
    {
        var comparison = await _skill.CompareAsync("Looms of Glass", "Looms of Wood", "Looms of Steel", " ");

        Assert.All(comparison.Rows, row => Assert.Equal(3, row.Cells.Count));
    }

    [Fact]
    public async Task A_paper_is_not_compared_with_itself()
    {
        var problem = await Assert.ThrowsAsync<SkillException>(() =>
            _skill.CompareAsync("Looms of Wood", "Looms of Wood")
        );

        Assert.Equal("That is \"Looms of Wood\" twice. Name another paper to compare it with.", problem.Message);
    }

    [Fact]
    public async Task A_model_can_call_it_through_a_kernel()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromObject(_skill, "papers");

        var result = await kernel.InvokeAsync<Comparison>(
            "papers",
            "compare",
            new() { ["a"] = "Looms of Glass", ["b"] = "Looms of Wood" }
        );

        Assert.Equal(
            ["Problem", "Method", "Data", "Results", "Figures", "Code"],
            result?.Rows.Select(row => row.Label)
        );
    }
}
