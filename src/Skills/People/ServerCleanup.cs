using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

/// <summary>
/// What is kept of a server goes when PaperBot has been out of it for <see cref="KeptFor"/>: long enough to come back after a
/// mistake with everything as it was.
/// </summary>
public sealed class ServerCleanup(Database database, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const string AddLeft = "INSERT OR IGNORE INTO left_servers (platform, server, left_at) VALUES (?1, ?2, ?3)";
    private const string RemoveLeft = "DELETE FROM left_servers WHERE platform = ?1 AND server = ?2";
    private const string RemoveLongGone =
        "DELETE FROM left_servers WHERE platform = ?1 AND server = ?2 AND left_at <= ?3";
    private const string LongGone = "SELECT platform, server FROM left_servers WHERE left_at <= ?1";

    // In this order: the channels of a server are known by its digests and mentions. What people saved there stays theirs.
    private static readonly string[] Deletions =
    [
        """
            DELETE FROM digest_papers WHERE platform = ?1 AND channel IN (
                SELECT channel FROM digests WHERE platform = ?1 AND server = ?2
                UNION SELECT channel FROM mentions WHERE platform = ?1 AND server = ?2)
            """,
        "DELETE FROM digests WHERE platform = ?1 AND server = ?2",
        "DELETE FROM mentions WHERE platform = ?1 AND server = ?2",
        "DELETE FROM follows WHERE platform = ?1 AND server = ?2",
        "DELETE FROM team_votes WHERE platform = ?1 AND server = ?2",
        "UPDATE saved_papers SET server = '' WHERE platform = ?1 AND server = ?2",
        "DELETE FROM model_usage WHERE server = ?1 || ':' || ?2",
        "DELETE FROM budget_warnings WHERE server = ?1 || ':' || ?2",
    ];
    private const string EmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    /// <summary>PaperBot was taken out of a server. To be told again changes nothing.</summary>
    public void Left(string platform, string server) =>
        Run(AddLeft, platform, server, SqliteTime.Stamp(clock.GetUtcNow()));

    /// <summary>It is there again, and what is kept stays.</summary>
    public void CameBack(string platform, string server) => Run(RemoveLeft, platform, server);

    /// <summary>Deletes what is kept of servers that were left long enough ago, each in one transaction.</summary>
    /// <returns>How many servers that were.</returns>
    public int Run()
    {
        var last = SqliteTime.Stamp(clock.GetUtcNow() - KeptFor);
        using var connection = database.Open();
        var gone = connection
            .Rows(LongGone, reader => (Platform: reader.GetString(0), Server: reader.GetString(1)), last)
            .Count(server => Delete(connection, server.Platform, server.Server, last));
        if (gone > 0)
        {
            connection.Run(EmptyLog);
        }
        return gone;
    }

    private static bool Delete(SqliteConnection connection, string platform, string server, string last)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.Run(RemoveLongGone, platform, server, last) == 0)
        {
            return false; // it came back meanwhile
        }
        foreach (var sql in Deletions)
        {
            connection.Run(sql, platform, server);
        }
        transaction.Commit();
        return true;
    }

    private void Run(string sql, params object?[] values)
    {
        using var connection = database.Open();
        connection.Run(sql, values);
    }
}
