namespace PaperBot.Skills.Answers;

/// <summary>An answer of a model as the library keeps it, and its passport: who wrote it, when, from what.</summary>
/// <param name="Id">Its number, by which people name it; 1 and up.</param>
/// <param name="Papers">Ids of the papers that it is about, in order.</param>
/// <param name="Versions">Their versions; null where there are none.</param>
/// <param name="Model">Who wrote it.</param>
public sealed record KeptAnswer(
    long Id,
    string Skill,
    IReadOnlyList<string> Papers,
    IReadOnlyList<int?> Versions,
    string Style,
    string Language,
    string Model,
    DateTimeOffset WrittenAt,
    IReadOnlyList<WrittenPart> Parts
)
{
    /// <summary>Which abstracts it was written from, paper by paper: <see cref="AnswerKey.Hash"/> of each.</summary>
    public IReadOnlyList<string> Abstracts { get; init; } = [];

    /// <summary>Somebody reported it as mistaken; null where nobody did.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The number of the answer that this is a translation of; null for an original.</summary>
    public long? TranslationOf { get; init; }
}
