using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Editions;

/// <summary>Keeps editions: one a day, never changed.</summary>
public sealed class EditionStore(Database database)
{
    private const string ByDay = "SELECT day, notice, built_at FROM editions WHERE day = ?1";
    private const string Newest = "SELECT day, notice, built_at FROM editions ORDER BY day DESC LIMIT 1";
    private const string NewestDays =
        "SELECT day FROM editions WHERE substr(day, 1, length(?1)) = ?1 ORDER BY day DESC LIMIT ?2";
    private const string Picks =
        "SELECT rank, key, title, link, summary, reason, sample, writer FROM picks WHERE day = ?1 ORDER BY rank";
    private const string Add = "INSERT INTO editions (day, notice, built_at) VALUES (?1, ?2, ?3)";
    private const string AddPick = """
        INSERT INTO picks (day, rank, key, title_key, title, link, summary, reason, sample, writer)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;
    private const string ReplaceSummary = """
        UPDATE picks SET summary = ?3, writer = NULL WHERE key = ?1 AND summary = ?2 AND writer IS NOT NULL RETURNING day
        """;

    /// <returns>Null where there is none of this day.</returns>
    public Edition? Get(DateOnly day)
    {
        using var connection = database.Open();
        return Read(connection, ByDay, PaperRow.Day(day));
    }

    /// <returns>The edition of the newest day; null where there is none yet.</returns>
    public Edition? Latest()
    {
        using var connection = database.Open();
        return Read(connection, Newest);
    }

    /// <summary>The newest days that have an edition, newest first.</summary>
    /// <param name="beginning">Of the day as yyyy-MM-dd, such as "2026-01"; empty for any.</param>
    public IReadOnlyList<DateOnly> Days(int most, string beginning = "")
    {
        using var connection = database.Open();
        return connection.Rows(NewestDays, reader => reader.GetDay(0), beginning, most);
    }

    /// <summary>Keeps an edition together with where it is to go, unless the day has one already.</summary>
    /// <returns>The edition of that day: this one, or the one that somebody else was faster with.</returns>
    public Edition Keep(Edition edition, IEnumerable<Publication> planned)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var day = PaperRow.Day(edition.Day);
        if (Read(connection, ByDay, day) is { } stored)
        {
            return stored;
        }
        connection.Run(Add, day, edition.Notice, SqliteTime.Stamp(edition.BuiltAt));
        foreach (var pick in edition.Picks)
        {
            connection.Run(
                AddPick,
                day,
                pick.Rank,
                pick.Id.Value,
                TitleKey.Of(pick.Title),
                pick.Title,
                pick.Link?.AbsoluteUri,
                pick.Summary,
                pick.Reason,
                pick.IsSample ? 1 : 0,
                pick.Writer
            );
        }
        PublicationLog.Plan(connection, planned, edition.BuiltAt);
        transaction.Commit();
        return edition with { BuiltAt = SqliteTime.WholeSeconds(edition.BuiltAt) };
    }

    /// <summary>Puts our own engine's sentence in the place of one that a model wrote, in the caller's transaction.</summary>
    /// <returns>The edition that it stood in, as it is now; null where it stood in none.</returns>
    internal static Edition? Replace(SqliteConnection connection, PaperId paper, string written, string instead) =>
        connection.Text(ReplaceSummary, paper.Value, written, instead) is { } day ? Read(connection, ByDay, day) : null;

    private static Edition? Read(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection
            .Rows(sql, reader => new Edition(reader.GetDay(0), [], reader.TextOrNull(1), reader.GetStamp(2)), values)
            .Select(edition => edition with { Picks = connection.Rows(Picks, ReadPick, PaperRow.Day(edition.Day)) })
            .FirstOrDefault();

    private static Pick ReadPick(SqliteDataReader reader) =>
        new(
            reader.GetInt32(0),
            PaperId.Stored(reader.GetString(1)),
            reader.GetString(2),
            reader.TextOrNull(3) is { } link ? new Uri(link) : null,
            reader.GetString(4),
            reader.GetString(5),
            reader.GetInt64(6) == 1
        )
        {
            Writer = reader.TextOrNull(7),
        };
}
