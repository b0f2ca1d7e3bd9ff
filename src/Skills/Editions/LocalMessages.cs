using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Editions;

/// <param name="Id">Rises from message to message.</param>
/// <param name="Reply">JSON, as whoever posted it wrote it.</param>
public sealed record LocalMessage(long Id, DateOnly Day, DateTimeOffset At, string Reply);

/// <summary>The channel that every installation has: what was posted in it, kept in the library.</summary>
public sealed class LocalMessages(Database database)
{
    private const string Add = "INSERT INTO local_messages (day, at, reply) VALUES (?1, ?2, ?3)";
    private const string Replace = "UPDATE local_messages SET reply = ?2 WHERE day = ?1";
    private const string Later = "SELECT id, day, at, reply FROM local_messages WHERE id > ?1 ORDER BY id LIMIT ?2";
    private const string Last = "SELECT max(id) FROM local_messages";
    private const string OfDay = "SELECT EXISTS (SELECT 1 FROM local_messages WHERE day = ?1)";

    /// <returns>The number of the newest message; 0 where there is none.</returns>
    public long LastId()
    {
        using var connection = database.Open();
        return connection.Number(Last);
    }

    /// <summary>Messages after the one with this number, oldest first.</summary>
    public IReadOnlyList<LocalMessage> After(long id, int most = 100)
    {
        using var connection = database.Open();
        return connection.Rows(
            Later,
            reader => new LocalMessage(reader.GetInt64(0), reader.GetDay(1), reader.GetStamp(2), reader.GetString(3)),
            id,
            most
        );
    }

    public bool Has(DateOnly day)
    {
        using var connection = database.Open();
        return connection.Number(OfDay, PaperRow.Day(day)) == 1;
    }

    /// <summary>Within the caller's transaction.</summary>
    public static void Write(SqliteConnection connection, DateOnly day, DateTimeOffset at, string reply) =>
        connection.Run(Add, PaperRow.Day(day), SqliteTime.Stamp(at), reply);

    /// <summary>What was posted on a day, if anything was, now reads otherwise; within the caller's transaction.</summary>
    internal static void Rewrite(SqliteConnection connection, DateOnly day, string reply) =>
        connection.Run(Replace, PaperRow.Day(day), reply);
}
