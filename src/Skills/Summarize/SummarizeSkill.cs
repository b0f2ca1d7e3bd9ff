using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Summarize;

/// <summary>One paper to its summary.</summary>
public sealed class SummarizeSkill(IPaperFinder finder)
{
    [KernelFunction("summarize")]
    [Description(
        "Summarises one paper of the library from its abstract: one sentence, then problem, approach and result, each with "
            + "the number of the sentence of the abstract that supports it."
    )]
    public Task<Summary> SummarizeAsync(
        [Description("The paper: an arXiv id such as 2401.01234, a link, a title or part of one")] string paper,
        CancellationToken ct = default
    ) => Task.FromResult(AbstractSummarizer.Summarize(finder.Find(paper, ct)));
}
