using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;
using PaperBot.Skills.Trending;

namespace PaperBot.Skills.Digests;

/// <summary>A paper that digests may bring, with what their filters ask for.</summary>
/// <param name="Votes">Null where no source counts any.</param>
/// <param name="Reason">Votes with their momentum, and where it was listed.</param>
/// <param name="ListedOn">The day of the list on which it stood last; null where it is on none.</param>
/// <param name="SeenAt">When that list was first seen to have it; null where that is not known.</param>
public sealed record DigestCandidate(Paper Paper, int? Votes, string Reason, DateOnly? ListedOn, DateTimeOffset? SeenAt)
{
    private readonly Lazy<IReadOnlySet<string>> stems = new(() => StemsOf(Paper));
    private readonly Lazy<IReadOnlyList<AuthorName>> authors = new(() =>
        [.. Paper.Authors.Select(AuthorName.Of).OfType<AuthorName>()]
    );

    /// <summary>Its id, and those it had before.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [Paper.Id.Value];

    /// <summary>Every title it was ever given; see <see cref="TitleKey"/>.</summary>
    public IReadOnlyList<string> TitleKeys { get; init; } = [TitleKey.Of(Paper.Title)];

    /// <summary>Whose lists it stood on.</summary>
    public IReadOnlySet<PaperOrigin> Listers { get; init; } = new HashSet<PaperOrigin>();

    internal IReadOnlyList<AuthorName> Authors => authors.Value;

    /// <summary>Of its title, abstract, keywords and categories.</summary>
    public IReadOnlySet<string> Stems => stems.Value;

    private static HashSet<string> StemsOf(Paper paper) =>
        [.. IndexText.Stems(string.Join(' ', [paper.Title, paper.Abstract, .. paper.Keywords, .. paper.Categories]))];
}

/// <summary>What digests can choose from: read once for all channels that are due.</summary>
public sealed class DigestCandidates(Database database, TrendingStore trending)
{
    /// <summary>So many are looked at; a busy week of four categories of arXiv has half as many.</summary>
    private const int Most = 5_000;

    private const string Titles = """
        SELECT papers.key, title_key FROM json_each(?1) AS asked
        CROSS JOIN papers ON papers.key = asked.value CROSS JOIN titles ON titles.paper = papers.id
        """;
    private const string FormerKeys = """
        SELECT papers.key, former_keys.key FROM json_each(?1) AS asked
        CROSS JOIN papers ON papers.key = asked.value CROSS JOIN former_keys ON former_keys.paper = papers.id
        """;
    private const string Lists = """
        SELECT papers.key, listings.origin, day, seen_at FROM json_each(?1) AS asked
        CROSS JOIN papers ON papers.key = asked.value CROSS JOIN listings ON listings.paper = papers.id
        WHERE day <= ?2
        """;

    /// <summary>The papers of the last week's lists, best first.</summary>
    /// <param name="until">Lists of later days do not count; null: all do.</param>
    /// <param name="isWeekly">A vote of a week ago counts nearly as much as one of today.</param>
    public IReadOnlyList<DigestCandidate> Of(DateOnly? until, bool isWeekly)
    {
        var period = isWeekly ? TrendingPeriod.Month : TrendingPeriod.Week;
        var list = trending.Find(new TrendingQuery(period, [], Most) { Until = until });
        var oldest = list.Day?.AddDays(-6);
        var found = list.Papers.Where(paper => paper.ListedOn is not { } day || day >= oldest).ToList();
        return WithTheirPast(found, until);
    }

    private List<DigestCandidate> WithTheirPast(IReadOnlyList<TrendingPaper> found, DateOnly? until)
    {
        using var connection = database.Open();
        var keys = JsonSerializer.Serialize(found.Select(paper => paper.Paper.Id.Value));
        var titles = connection
            .Rows(Titles, reader => (Key: reader.GetString(0), Title: reader.GetString(1)), keys)
            .ToLookup(row => row.Key, row => row.Title);
        var former = connection
            .Rows(FormerKeys, reader => (Key: reader.GetString(0), Former: reader.GetString(1)), keys)
            .ToLookup(row => row.Key, row => row.Former);
        var lists = connection
            .Rows(
                Lists,
                reader =>
                    (
                        Key: reader.GetString(0),
                        Origin: (PaperOrigin)reader.GetInt32(1),
                        Day: reader.GetDay(2),
                        Seen: reader.IsDBNull(3) ? (DateTimeOffset?)null : reader.GetStamp(3)
                    ),
                keys,
                PaperRow.Day(until ?? DateOnly.MaxValue)
            )
            .ToLookup(row => row.Key);
        return
        [
            .. found
                .DistinctBy(paper => TitleKey.Of(paper.Paper.Title))
                .Select(paper =>
                {
                    var key = paper.Paper.Id.Value;
                    return new DigestCandidate(
                        paper.Paper,
                        paper.Votes,
                        paper.Reason,
                        paper.ListedOn,
                        lists[key].Where(row => row.Day == paper.ListedOn).Min(row => row.Seen)
                    )
                    {
                        Keys = [key, .. former[key]],
                        TitleKeys = [.. titles[key].Append(TitleKey.Of(paper.Paper.Title)).Distinct()],
                        Listers = lists[key].Select(row => row.Origin).ToHashSet(),
                    };
                }),
        ];
    }
}
