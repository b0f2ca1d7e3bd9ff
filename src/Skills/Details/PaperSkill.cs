using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Details;

/// <summary>One paper as the library knows it.</summary>
/// <param name="Votes">The newest count that a source gave; null where none did.</param>
/// <param name="Versions">Its abstract over time, oldest first.</param>
public sealed record PaperDetails(Paper Paper, int? Votes, IReadOnlyList<AbstractVersion> Versions);

/// <summary>Everything the library knows of one paper.</summary>
public sealed class PaperSkill(IPaperFinder finder, PaperStore store)
{
    [
        KernelFunction("paper"),
        Description("Everything the library knows of one paper: authors, dates, abstract, links, votes.")
    ]
    public PaperDetails Show(
        [Description("A title, part of a title, an arXiv id such as 2401.01234, or a link to the paper")] string paper,
        CancellationToken ct = default
    )
    {
        var found = finder.Find(paper, ct);
        return new PaperDetails(found, store.Votes(found.Id), store.History(found.Id));
    }
}
