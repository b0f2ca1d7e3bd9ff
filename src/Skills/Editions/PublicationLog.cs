using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Editions;

/// <summary>One edition to one place: the outlet by its name, and one of its targets such as a channel.</summary>
public sealed record Publication(DateOnly Day, string Outlet, string Target);

/// <param name="Tries">How often it was begun since it certainly was not there; above 0 and not sent it is in doubt, for it may have arrived all the same.</param>
/// <param name="Error">Why the last try failed; null where none has, or where it was cut off.</param>
public sealed record PublicationState(
    Publication Publication,
    bool IsSent,
    DateTimeOffset At,
    int Tries,
    string? Error
);

/// <summary>What went where on which day, so that nothing goes twice and nothing is lost: planned, begun, sent.</summary>
public sealed class PublicationLog(Database database, TimeProvider clock)
{
    private const int LongestError = 500;
    private const string Add =
        "INSERT OR IGNORE INTO publications (day, outlet, target, state, at) VALUES (?1, ?2, ?3, 'planned', ?4)";
    private const string MarkBegun =
        "UPDATE publications SET tries = tries + 1, error = NULL WHERE day = ?1 AND outlet = ?2 AND target = ?3 AND state = 'planned'";
    private const string MarkFailed =
        "UPDATE publications SET error = ?4, tries = tries * ?5 WHERE day = ?1 AND outlet = ?2 AND target = ?3 AND state = 'planned'";
    private const string MarkSent = """
        UPDATE publications SET state = 'sent', at = ?4, error = NULL
        WHERE day = ?1 AND outlet = ?2 AND target = ?3 AND state = 'planned'
        """;
    private const string Last = """
        SELECT error FROM publications
        WHERE outlet = ?2 AND target = ?3 AND day < ?1 AND (error IS NOT NULL OR state = 'sent') ORDER BY day DESC LIMIT 1
        """;
    private const string Between = """
        SELECT day, outlet, target, state = 'sent', at, tries, error FROM publications
        WHERE day BETWEEN ?1 AND ?2 ORDER BY day, outlet, target
        """;

    /// <summary>Everything that was planned for these days, oldest first.</summary>
    public IReadOnlyList<PublicationState> Of(DateOnly from, DateOnly until)
    {
        using var connection = database.Open();
        return connection.Rows(Between, ReadState, PaperRow.Day(from), PaperRow.Day(until));
    }

    /// <summary>What is planned already stays as it is.</summary>
    public void Plan(IEnumerable<Publication> publications)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        Plan(connection, publications, clock.GetUtcNow());
        transaction.Commit();
    }

    /// <summary>From here until it is sent it may be there or not; see <see cref="PublicationState.Tries"/>.</summary>
    public void Begun(Publication publication) => Write(MarkBegun, publication);

    /// <param name="inDoubt">It may have arrived all the same; else the next try is the first.</param>
    public void Failed(Publication publication, string error, bool inDoubt = true)
    {
        using var connection = database.Open();
        var reason = PaperText.Clean(error);
        connection.Run(
            MarkFailed,
            [.. Key(publication), reason.Length > LongestError ? reason[..LongestError] : reason, inDoubt ? 1 : 0]
        );
    }

    /// <summary>Why the edition before this one did not reach the target; null where it did, or where there was none.</summary>
    public string? ErrorBefore(Publication publication)
    {
        using var connection = database.Open();
        return connection.Rows(Last, reader => reader.TextOrNull(0), Key(publication)).FirstOrDefault();
    }

    public void Sent(Publication publication) => Write(MarkSent, publication, SqliteTime.Stamp(clock.GetUtcNow()));

    /// <summary>
    /// Sends what goes into the library itself: <paramref name="send"/> writes in the same transaction, so that both
    /// happen or neither, and only if it was not sent yet.
    /// </summary>
    public void Sent(Publication publication, Action<SqliteConnection> send)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.Run(MarkSent, [.. Key(publication), SqliteTime.Stamp(clock.GetUtcNow())]) == 1)
        {
            send(connection);
            transaction.Commit();
        }
    }

    internal static void Plan(SqliteConnection connection, IEnumerable<Publication> publications, DateTimeOffset now)
    {
        foreach (var publication in publications)
        {
            connection.Run(Add, [.. Key(publication), SqliteTime.Stamp(now)]);
        }
    }

    private void Write(string sql, Publication publication, params object?[] more)
    {
        using var connection = database.Open();
        connection.Run(sql, [.. Key(publication), .. more]);
    }

    private static object?[] Key(Publication publication) =>
        [PaperRow.Day(publication.Day), publication.Outlet, publication.Target];

    private static PublicationState ReadState(SqliteDataReader reader) =>
        new(
            new Publication(reader.GetDay(0), reader.GetString(1), reader.GetString(2)),
            reader.GetInt64(3) == 1,
            reader.GetStamp(4),
            reader.GetInt32(5),
            reader.TextOrNull(6)
        );
}
