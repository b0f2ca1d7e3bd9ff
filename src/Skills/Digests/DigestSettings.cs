using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Skills.Digests;

/// <summary>Which day's lists a channel wants at its hour.</summary>
public enum DigestMode
{
    /// <summary>The list of the day before, complete and with a day's votes.</summary>
    Settled,

    /// <summary>Today's list as far as it is; what comes later is added to the same message when the list is closed.</summary>
    Early,
}

/// <summary>What kind of channel the digest goes to, and so how it is posted.</summary>
public enum DigestPlace
{
    /// <summary>One message.</summary>
    Channel,

    /// <summary>A post for each paper.</summary>
    Forum,

    /// <summary>One message, published to the servers that follow the channel.</summary>
    Announcement,
}

/// <summary>Days of the week as a set.</summary>
[Flags]
public enum DigestDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    WorkingDays = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = WorkingDays | Saturday | Sunday,
}

/// <summary>What a channel's digest shall be like; kept as JSON.</summary>
public sealed record DigestSettings
{
    public const int MostPapers = 20;

    /// <summary>On the wall clock of <see cref="Zone"/>, to the minute.</summary>
    public TimeOnly Time { get; init; } = new(9, 0);

    /// <summary>A name of the IANA time zone database.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>On which days of the week; of a weekly digest the first of them counts.</summary>
    public DigestDays Days { get; init; } = DigestDays.WorkingDays;

    /// <summary>Once a week, of the week's papers.</summary>
    public bool IsWeekly { get; init; }

    public DigestMode Mode { get; init; } = DigestMode.Settled;

    public DigestPlace Place { get; init; } = DigestPlace.Channel;

    /// <summary>How many papers at most, 1 to 20.</summary>
    public int Papers { get; init; } = 5;

    /// <summary>Words; a paper must have all words of at least one of them. Empty: any paper.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Names; a paper must be by at least one of them. Where there are topics too, either is enough.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Fewer votes than this leave a paper out; 0: any.</summary>
    public int LeastVotes { get; init; }

    /// <summary>Only papers with code.</summary>
    public bool HasCode { get; init; }

    /// <summary>Whose lists count: "huggingface", "arxiv"; empty: all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The language of titles, labels and buttons; a name of <see cref="Writing.ReaderLanguage"/>.</summary>
    public string Language { get; init; } = "English";

    /// <summary>Without a notification on people's devices.</summary>
    public bool IsQuiet { get; init; } = true;

    /// <summary>With a thread under the message for talk about it.</summary>
    public bool HasThread { get; init; }

    /// <summary>With the team's own week, on the last of <see cref="Days"/> of each week.</summary>
    public bool HasRecap { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static DigestSettings FromJson(string json) =>
        JsonSerializer.Deserialize<DigestSettings>(json, Json) ?? new DigestSettings();

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>A channel's digest.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Platform">Such as "discord".</param>
/// <param name="CreatedAt">Or resumed: what was due before it does not count as missed.</param>
/// <param name="EndedWhy">A sentence; null while it goes on.</param>
public sealed record Digest(
    long Id,
    string Platform,
    string Server,
    string Channel,
    DigestSettings Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PausedAt,
    DateTimeOffset? EndedAt,
    string? EndedWhy
)
{
    public bool IsActive => PausedAt is null && EndedAt is null;
}
