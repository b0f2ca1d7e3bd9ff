using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;
using PaperBot.Skills.Trending;

namespace PaperBot.Skills.Trends;

/// <summary>Reads which papers of a topic came when, and what votes they have.</summary>
public sealed class TrendsStore(Database database, TimeProvider clock)
{
    // As the index papers_newest has it: a year alone stands before the days of that year and is no day.
    private const string Published = "coalesce(published, printf('%04d', year))";
    private const string NewestList = "SELECT max(day) FROM listings WHERE day <= ?1";
    private const string NewestVersion =
        $"SELECT published FROM papers WHERE {Published} <= ?1 AND published IS NOT NULL ORDER BY {Published} DESC LIMIT 1";
    private const string AnyBetween = $"""
        SELECT EXISTS (SELECT 1 FROM listings WHERE day BETWEEN ?1 AND ?2)
            OR EXISTS (SELECT 1 FROM papers WHERE {Published} BETWEEN ?1 AND ?2)
        """;

    // The plus has the words looked up once and every paper of these weeks asked whether it is among them.
    private const string OfTopic = $"""
        SELECT id, (SELECT min(day) FROM listings WHERE paper = papers.id), published, origin FROM papers
        WHERE id IN (
            SELECT paper FROM listings WHERE day BETWEEN ?1 AND ?2
            UNION SELECT id FROM papers WHERE {Published} BETWEEN ?1 AND ?2
        ) AND +id IN (SELECT rowid FROM paper_words WHERE paper_words MATCH ?3)
        """;
    private const string VotesOf = """
        SELECT paper, origin, substr(taken_at, 1, 10), votes FROM votes
        WHERE votes >= 0 AND paper IN (SELECT value FROM json_each(?1)) ORDER BY paper, origin, taken_at
        """;

    internal TrendReport Find(TrendQuery query)
    {
        using var connection = database.Open();
        using var moment = connection.BeginTransaction(deferred: true); // all of it as of one moment
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (Newest(connection, today) is not { } newest)
        {
            return new TrendReport(
                "The library knows no day of any paper yet. Whoever runs PaperBot can add papers with import or fetch.",
                TrendWeeks.Counting([]),
                [.. query.Topics.Select(topic => new TopicTrend(topic.Name, []))],
                IsLastOpen: false
            );
        }
        var mondays = TrendWeeks.Until(newest, query.Weeks);
        var known = mondays.Select(monday => IsKnown(connection, monday)).ToList();
        var found = query.Topics.ToDictionary(topic => topic, topic => Papers(connection, topic, mondays));
        var all = found.Values.SelectMany(papers => papers).DistinctBy(paper => paper.Row).ToList();
        return new TrendReport(
            TrendWeeks.About(mondays, known, newest, today),
            TrendWeeks.Counting(all),
            [.. query.Topics.Select(topic => TrendWeeks.Count(topic.Name, mondays, known, found[topic]))],
            IsLastOpen: mondays[^1] == TrendWeeks.MondayOf(today)
        )
        {
            HasSamples = all.Exists(paper => paper.IsSample),
        };
    }

    // A list may be of tomorrow, east of Greenwich; a later day is a mistake.
    private static DateOnly? Newest(SqliteConnection connection, DateOnly today)
    {
        var last = PaperRow.Day(today.AddDays(1));
        var days = new[] { connection.Text(NewestList, last), connection.Text(NewestVersion, last) }
            .OfType<string>()
            .ToList();
        return days.Count == 0 ? null : SqliteTime.Day(days.Max(StringComparer.Ordinal)!); // there is one
    }

    private static bool IsKnown(SqliteConnection connection, DateOnly monday) =>
        connection.Number(AnyBetween, PaperRow.Day(monday), PaperRow.Day(monday.AddDays(6))) == 1;

    private static List<DatedPaper> Papers(
        SqliteConnection connection,
        AskedTopic topic,
        IReadOnlyList<DateOnly> mondays
    )
    {
        var (from, until) = (mondays[0], mondays[^1].AddDays(6));
        // Stems hold letters and digits only; the quotes keep words such as "or" and "near" from being operators.
        var match = string.Join(' ', topic.Stems.Select(stem => $"\"{stem}\""));
        var papers = connection
            .Rows(OfTopic, ReadPaper, PaperRow.Day(from), PaperRow.Day(until), match)
            .OfType<DatedPaper>()
            .Where(paper => paper.Day >= from && paper.Day <= until)
            .ToList();
        var votes = connection
            .Rows(VotesOf, ReadSnapshot, $"[{string.Join(',', papers.Select(paper => paper.Row))}]")
            .GroupBy(snapshot => snapshot.Paper)
            .ToDictionary(group => group.Key, group => VoteCount.From([.. group], DateOnly.MaxValue)?.Votes);
        return [.. papers.Select(paper => paper with { Votes = votes.GetValueOrDefault(paper.Row) })];
    }

    // Null where no day is known.
    private static DatedPaper? ReadPaper(SqliteDataReader row) =>
        (row.TextOrNull(1) ?? row.TextOrNull(2)) is { } day
            ? new DatedPaper(row.GetInt64(0), SqliteTime.Day(day), IsListed: !row.IsDBNull(1), Votes: null)
            {
                IsSample = (PaperOrigin)row.GetInt32(3) == PaperOrigin.Sample,
            }
            : null;

    private static VoteSnapshot ReadSnapshot(SqliteDataReader row) =>
        new(row.GetInt64(0), (PaperOrigin)row.GetInt32(1), row.GetDay(2), row.GetInt32(3));
}
