namespace PaperBot.Skills.Storage;

/// <summary>When a program that runs for long was last seen alive; read by another process to tell whether it still is.</summary>
public sealed class Heartbeats(Database database, TimeProvider clock)
{
    /// <summary>The program that serves.</summary>
    public const string Serve = "serve";

    private const string Write = "INSERT OR REPLACE INTO heartbeats (name, at) VALUES (?1, ?2)";
    private const string Read = "SELECT at FROM heartbeats WHERE name = ?1";

    public void Beat(string name)
    {
        using var connection = database.Open();
        connection.Run(Write, name, SqliteTime.Stamp(clock.GetUtcNow()));
    }

    /// <returns>Null where it was never seen.</returns>
    public DateTimeOffset? Last(string name)
    {
        using var connection = database.Open();
        return connection.Rows(Read, reader => (DateTimeOffset?)reader.GetStamp(0), name).FirstOrDefault();
    }
}
