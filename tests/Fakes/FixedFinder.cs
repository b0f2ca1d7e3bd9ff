using PaperBot.Skills;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Fakes;

/// <summary>Finds the papers it was given, by their titles alone.</summary>
internal sealed class FixedFinder(params Paper[] papers) : IPaperFinder
{
    public Paper Find(string text, CancellationToken ct = default) =>
        papers.FirstOrDefault(paper => paper.Title == text)
        ?? throw new SkillException($"No paper here is called '{text}'.");
}
