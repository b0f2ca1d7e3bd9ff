using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>Several papers may be meant, and which one only the asker can say.</summary>
public sealed class NotOnePaperException(string message, string asked, IReadOnlyList<PaperChoice> choices)
    : SkillException(message)
{
    /// <summary>What was typed, cleaned (<see cref="PaperText.Clean"/>).</summary>
    public string Asked { get; } = asked;

    /// <summary>At most so many are offered.</summary>
    public const int MostChoices = 5;

    /// <summary>The likeliest first.</summary>
    public IReadOnlyList<PaperChoice> Choices { get; } = choices;
}

/// <summary>A paper that may be meant.</summary>
public sealed record PaperChoice(PaperId Id, string Title);
