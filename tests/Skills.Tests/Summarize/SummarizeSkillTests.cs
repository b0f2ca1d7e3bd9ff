using Microsoft.SemanticKernel;
using PaperBot.Fakes;
using PaperBot.Skills.Summarize;

namespace PaperBot.Skills.Tests.Summarize;

public sealed class SummarizeSkillTests
{
    private readonly SummarizeSkill _skill = new(new FixedFinder(NewPaper.Like("A Loom of Glass")));

    [Fact]
    public async Task The_paper_that_was_meant_is_summarised()
    {
        var summary = await _skill.SummarizeAsync("A Loom of Glass");

        Assert.Equal("A Loom of Glass", summary.Paper.Title);
        Assert.Equal("We introduce sparse widgets.", summary.Tldr?.Text);
    }

    [Fact]
    public async Task A_paper_that_is_not_there_is_refused_in_the_words_of_the_finder()
    {
        var problem = await Assert.ThrowsAsync<SkillException>(() => _skill.SummarizeAsync("A Loom of Wood"));

        Assert.Equal("No paper here is called 'A Loom of Wood'.", problem.Message);
    }

    [Fact]
    public async Task A_model_can_call_it_through_a_kernel()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromObject(_skill, "papers");

        var result = await kernel.InvokeAsync<Summary>("papers", "summarize", new() { ["paper"] = "A Loom of Glass" });

        Assert.Equal("We introduce sparse widgets.", result?.Tldr?.Text);
    }
}
