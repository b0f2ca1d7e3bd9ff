using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Compare;

/// <summary>Two to four papers side by side.</summary>
public sealed class CompareSkill
{
    private readonly IPaperFinder finder;
    private readonly ComparisonWriter? writer;

    internal CompareSkill(IPaperFinder finder, ComparisonWriter? writer = null)
    {
        this.finder = finder;
        this.writer = writer;
    }

    /// <summary>By PaperBot's own engine: also for a model that asks for it.</summary>
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
    ) => Task.FromResult(Own(a, b, c, d, ct));

    /// <summary>With the model's cells where there is a model and what it writes holds.</summary>
    /// <exception cref="SkillException">There is no such paper, or one is named twice.</exception>
    public async Task<ComparisonAnswer> WriteAsync(
        string a,
        string b,
        string? c,
        string? d,
        Payer payer,
        CancellationToken ct
    )
    {
        var own = Own(a, b, c, d, ct);
        if (writer is null || own.Rows.All(row => row.Cells.All(cell => !cell.IsStated)))
        {
            return new ComparisonAnswer(own, null, null);
        }
        try
        {
            return ComparisonAnswer.Of(own, await writer.WriteAsync(own, payer, ct));
        }
        catch (ModelException e)
        {
            return new ComparisonAnswer(own, null, e.Trouble == ModelTrouble.NotConfigured ? null : e.Message);
        }
    }

    private Comparison Own(string a, string b, string? c, string? d, CancellationToken ct)
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
        return AbstractComparer.Compare(papers);
    }
}
