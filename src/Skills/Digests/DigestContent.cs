using System.Text.Json;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Digests;

/// <summary>What a channel's digest of a day says, as it was planned; kept as JSON, so that every try says the same.</summary>
/// <param name="Day">On the wall clock of the digest's zone.</param>
/// <param name="Picks">Best first; empty on a day that has none, and <paramref name="Notice"/> then says why.</param>
/// <param name="Notice">What a reader should know of this day in a plain sentence or two; null where there is nothing to say.</param>
public sealed record DigestContent(DateOnly Day, IReadOnlyList<DigestPick> Picks, string? Notice)
{
    /// <summary>What came on the day's list after the post; added to the message when the list was closed.</summary>
    public IReadOnlyList<DigestPick> Late { get; init; } = [];

    /// <summary>Set once late papers were looked for, also where there were none.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The team's own week; null on other days.</summary>
    public DigestRecap? Recap { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, DigestSettings.Json);

    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static DigestContent FromJson(string json) =>
        JsonSerializer.Deserialize<DigestContent>(json, DigestSettings.Json)
        ?? throw new JsonException("A digest's content is missing.");
}

/// <param name="Paper">Its id.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Writer">The language model that wrote it; null for PaperBot's own engine.</param>
/// <param name="Reason">Votes with their momentum, and where it was listed, such as "42 votes, +12 since yesterday".</param>
/// <param name="Why">Which of the channel's filters it met, such as "topic: diffusion"; empty where there are none.</param>
public sealed record DigestPick(
    int Rank,
    string Paper,
    string Title,
    Uri? Link,
    string Summary,
    string? Writer,
    string Reason,
    string Why,
    bool IsSample
)
{
    public Uri? Code { get; init; }

    /// <summary>Keywords or categories, best first: a forum's tags are chosen from them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>People of the server who follow something about it: shown by name, called only where they asked for it.</summary>
    public IReadOnlyList<DigestReader> Readers { get; init; } = [];

    /// <summary>Where in this server it was shown or asked about before; null where nowhere.</summary>
    public Uri? Before { get; init; }

    public PaperId Id => PaperId.Stored(Paper);
}

/// <param name="User">The platform's id of the person.</param>
/// <param name="Mention">The person asked to be called.</param>
public sealed record DigestReader(string User, string Name, bool Mention);

/// <summary>The team's week.</summary>
/// <param name="Best">Papers by the team's own votes, best first.</param>
public sealed record DigestRecap(
    DateOnly From,
    DateOnly Until,
    IReadOnlyList<DigestRecapPaper> Best,
    int Voters,
    int Saves
);

/// <param name="Votes">Of the team.</param>
public sealed record DigestRecapPaper(string Paper, string Title, Uri? Link, int Votes, int Saves);
