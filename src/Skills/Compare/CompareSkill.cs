using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Compare;

/// <summary>Two to four papers side by side.</summary>
public sealed class CompareSkill(IPaperFinder finder)
{
    [KernelFunction("compare")]
    [Description(
        "Compares papers of the library by their abstracts: problem, method, data, results and code side by side, with the "
            + "numbers of the sentences that say so, and 'not stated in the abstract' where there is nothing."
    )]
    public Task<Comparison> CompareAsync(
        [Description("The first paper: an arXiv id, a link, a title or part of one")] string a,
        [Description("The second paper, likewise")] string b,
        [Description("A third paper, if any")] string? c = null,
        [Description("A fourth paper, if any")] string? d = null,
        CancellationToken ct = default
    )
    {
        string?[] asked = [a, b, c, d];
        Paper[] papers =
        [
            .. asked.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => finder.Find(text!, ct)),
        ];
        if (papers.GroupBy(paper => paper.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new SkillException(
                $"That is \"{twice.First().Title}\" twice. Name another paper to compare it with."
            );
        }
        return Task.FromResult(AbstractComparer.Compare(papers));
    }
}
