using System.Text.Json;
using PaperBot.Skills.Versions;

namespace PaperBot.Skills.Digests;

/// <summary>What changed in a paper since a channel had it: the content of a <see cref="DigestPartKind.Version"/>, kept as JSON.</summary>
/// <param name="Paper">Its id.</param>
/// <param name="Title">As it is now.</param>
/// <param name="From">The version that the channel had, or was told of last.</param>
/// <param name="To">The newer one.</param>
/// <param name="Runs">The abstract, word by word; empty where it is the same.</param>
public sealed record DigestVersionNotice(string Paper, string Title, int From, int To, IReadOnlyList<DiffRun> Runs)
{
    /// <summary>The title, word by word; empty where it is the same.</summary>
    public IReadOnlyList<DiffRun> TitleRuns { get; init; } = [];

    /// <summary>Numbers that became others.</summary>
    public IReadOnlyList<NumberChange> Numbers { get; init; } = [];

    public Uri? Link { get; init; }

    /// <summary>The platform's id of the thread, or of the forum's post, in which the channel talks about the paper.</summary>
    public required string Thread { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, DigestSettings.Json);

    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static DigestVersionNotice FromJson(string json) =>
        JsonSerializer.Deserialize<DigestVersionNotice>(json, DigestSettings.Json)
        ?? throw new JsonException("What changed in a paper is missing.");
}
