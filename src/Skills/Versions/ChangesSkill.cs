using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Versions;

/// <summary>What changed in a paper.</summary>
/// <param name="Paper">As it is now.</param>
/// <param name="Versions">Those whose words the library holds, oldest first.</param>
/// <param name="Change">The last change; null where the library knows of none.</param>
public sealed record PaperChanges(Paper Paper, IReadOnlyList<int> Versions, VersionChange? Change);

/// <summary>What changed between the last two known versions of a paper.</summary>
public sealed class ChangesSkill(IPaperFinder finder, PaperVersions versions)
{
    [
        KernelFunction("changes"),
        Description(
            "What changed between the last two versions of one paper that the library knows: numbers that became others, and title and abstract word by word."
        )
    ]
    public PaperChanges Show(
        [Description("A title, part of a title, an arXiv id such as 2401.01234, or a link to the paper")] string paper,
        CancellationToken ct = default
    )
    {
        var found = finder.Find(paper, ct);
        var known = versions.Of(found.Id);
        return new PaperChanges(found, [.. known.Select(version => version.Version)], VersionChange.Last(known));
    }
}
