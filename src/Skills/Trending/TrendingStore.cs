using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Trending;

/// <summary>Finds what trends: reads lists and votes, has them scored, and says why each paper is where it is.</summary>
public sealed class TrendingStore(Database database, TimeProvider clock)
{
    // arXiv announces everything that was sent in: that is a list of what is new, not of what trends (origins 3 and 5).
    private const string NewestList =
        "SELECT day FROM listings WHERE day <= ?1 AND origin NOT IN (3, 5) ORDER BY day DESC LIMIT 1";
    private const string NewestAnnouncement = "SELECT max(day) FROM listings WHERE day <= ?1";
    private const string NewestCount = "SELECT substr(max(taken_at), 1, 10) FROM votes WHERE votes >= 0";
    private const string Listed = """
        SELECT paper, key, published, day, listings.origin, rank FROM listings CROSS JOIN papers ON papers.id = paper
        WHERE day BETWEEN ?1 AND ?2
        """;
    private const string Counted = """
        SELECT paper, key, published, day, NULL, NULL
        FROM (SELECT paper, substr(max(taken_at), 1, 10) AS day FROM votes WHERE votes >= 0 GROUP BY paper)
        CROSS JOIN papers ON papers.id = paper
        WHERE day BETWEEN ?1 AND ?2
        """;
    private const string Newest = "SELECT id FROM papers WHERE true";
    private const string NewestFirst =
        " ORDER BY coalesce(published, printf('%04d', year)) DESC, added_at DESC LIMIT ?1 OFFSET ?2";

    // The plus keeps the walk in the order of the list or index; the other way round a common word takes ten times as long.
    private const string OfTopic = " AND +papers.id IN (SELECT rowid FROM paper_words WHERE paper_words MATCH ?3)";
    private const string Unposted = """
         AND NOT EXISTS (SELECT 1 FROM picks WHERE picks.key = papers.key)
         AND NOT EXISTS (SELECT 1 FROM former_keys JOIN picks ON picks.key = former_keys.key WHERE former_keys.paper = papers.id)
         AND NOT EXISTS (SELECT 1 FROM titles JOIN picks ON picks.title_key = titles.title_key WHERE titles.paper = papers.id)
        """;
    private const string VotesOfListed = """
        SELECT paper, origin, substr(taken_at, 1, 10), votes FROM votes
        WHERE votes >= 0 AND paper IN (SELECT paper FROM listings WHERE day BETWEEN ?1 AND ?2)
        ORDER BY paper, origin, taken_at
        """;
    private const string AllVotes = """
        SELECT paper, origin, substr(taken_at, 1, 10), votes FROM votes WHERE votes >= 0 ORDER BY paper, origin, taken_at
        """;

    public TrendingList Find(TrendingQuery query)
    {
        using var connection = database.Open();
        using var moment = connection.BeginTransaction(deferred: true); // all of it as of one moment
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (NewestListed(connection, Last(query, today)) is { } listed)
        {
            return Scored(connection, query, listed, today, isListed: true);
        }
        return Day(connection.Text(NewestCount)) is { } counted
            ? Scored(connection, query, counted, today, isListed: false)
            : NewestPapers(connection, query);
    }

    // A list may be of tomorrow, east of Greenwich; a later day is a mistake and would stand first for ever.
    private static DateOnly Last(TrendingQuery query, DateOnly today) =>
        query.Until is { } until && until <= today ? until : today.AddDays(1);

    private static DateOnly? NewestListed(SqliteConnection connection, DateOnly until)
    {
        var last = PaperRow.Day(until);
        return Day(connection.Text(NewestList, last)) ?? Day(connection.Text(NewestAnnouncement, last));
    }

    private static TrendingList Scored(
        SqliteConnection connection,
        TrendingQuery query,
        DateOnly newest,
        DateOnly today,
        bool isListed
    )
    {
        var reach = TrendingQuery.Days(query.Period);
        var from = reach is { } days ? newest.AddDays(1 - days) : DateOnly.MinValue;
        var until = query.Period == TrendingPeriod.Day ? newest : Last(query, today);
        var votes = isListed
            ? connection.Rows(VotesOfListed, ReadSnapshot, PaperRow.Day(from), PaperRow.Day(until))
            : connection.Rows(AllVotes, ReadSnapshot);
        var counts = votes
            .GroupBy(snapshot => snapshot.Paper)
            .ToDictionary(group => group.Key, group => VoteCount.From([.. group], newest.AddDays(-(reach ?? 30))));
        var places = Places(connection, query, isListed, from, until);
        var best = TrendingScore
            .Order(
                places.Select(place => Candidate(place, counts.GetValueOrDefault(place.Paper), newest, query.Period))
            )
            .Take(query.Count)
            .ToList();
        var papers = PaperStore.At(connection, best.Select(candidate => candidate.Place.Paper));
        return new TrendingList(
            TrendingReason.About(query.Period, newest, today, isListed),
            newest,
            [
                .. best.Zip(papers)
                    .Select(
                        (pair, index) =>
                            new TrendingPaper(
                                index + 1,
                                pair.Second,
                                pair.First.Score,
                                pair.First.Count?.Votes,
                                pair.First.Count?.Growth,
                                TrendingReason.For(pair.First, query.Period, today)
                            )
                            {
                                ListedOn = pair.First.Place.Origin is null ? null : pair.First.Place.Day,
                            }
                    ),
            ]
        );
    }

    // A paper on several lists counts where it stood last, and there where it stood best.
    private static IEnumerable<TrendingPlace> Places(
        SqliteConnection connection,
        TrendingQuery query,
        bool isListed,
        DateOnly from,
        DateOnly until
    ) =>
        connection
            .Rows(
                (isListed ? Listed : Counted) + Conditions(query),
                ReadPlace,
                PaperRow.Day(from),
                PaperRow.Day(until),
                Match(query)
            )
            .OrderByDescending(place => place.Day)
            .ThenBy(place => place.Rank ?? int.MaxValue)
            .DistinctBy(place => place.Paper);

    private static TrendingCandidate Candidate(
        TrendingPlace place,
        VoteCount? count,
        DateOnly newest,
        TrendingPeriod period
    ) =>
        new(
            place,
            count,
            TrendingScore.Of(count?.Votes, count?.Growth, Math.Max(0, newest.DayNumber - place.Day.DayNumber), period)
        );

    private static TrendingList NewestPapers(SqliteConnection connection, TrendingQuery query)
    {
        var rows = connection.Rows(
            Newest + Conditions(query) + NewestFirst,
            reader => reader.GetInt64(0),
            query.Count,
            0,
            Match(query)
        );
        var papers = PaperStore.At(connection, rows);
        return new TrendingList(
            "No lists and no votes are known: the newest papers first.",
            null,
            [
                .. papers.Select(
                    (paper, index) =>
                        new TrendingPaper(index + 1, paper, 0, null, null, TrendingReason.ForNewest(paper))
                ),
            ]
        );
    }

    private static string Conditions(TrendingQuery query) =>
        (query.Stems.Count > 0 ? OfTopic : "") + (query.Unposted ? Unposted : "");

    // Stems hold letters and digits only; the quotes keep words such as "or" and "near" from being operators.
    private static string? Match(TrendingQuery query) =>
        query.Stems.Count > 0 ? string.Join(' ', query.Stems.Select(stem => $"\"{stem}\"")) : null;

    private static TrendingPlace ReadPlace(SqliteDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetString(1),
            Day(reader.TextOrNull(2)),
            reader.GetDay(3),
            (PaperOrigin?)reader.NumberOrNull(4),
            reader.NumberOrNull(5)
        );

    private static VoteSnapshot ReadSnapshot(SqliteDataReader reader) =>
        new(reader.GetInt64(0), (PaperOrigin)reader.GetInt32(1), reader.GetDay(2), reader.GetInt32(3));

    private static DateOnly? Day(string? text) => text is null ? null : SqliteTime.Day(text);
}
