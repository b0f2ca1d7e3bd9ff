using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

public interface IPaperFinder
{
    /// <summary>The one paper meant; throws SkillException (with choices) where none or several are.</summary>
    Paper Find(string text, CancellationToken ct = default);
}
