using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Digests;

/// <summary>The digests that were set up, one a channel.</summary>
public sealed class DigestStore(Database database, TimeProvider clock)
{
    private const string Columns =
        "id, platform, server, channel, settings, created_at, paused_at, ended_at, ended_why";
    private const string Upsert = """
        INSERT INTO digests (platform, server, channel, schedule, settings, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (platform, channel) DO UPDATE SET
            server = excluded.server, schedule = excluded.schedule, settings = excluded.settings,
            paused_at = NULL, ended_at = NULL, ended_why = NULL,
            created_at = iif(ended_at IS NULL AND paused_at IS NULL, created_at, excluded.created_at)
        """;
    private const string ByChannel = $"SELECT {Columns} FROM digests WHERE platform = ?1 AND channel = ?2";
    private const string ById = $"SELECT {Columns} FROM digests WHERE id = ?1";
    private const string OfServer = $"SELECT {Columns} FROM digests WHERE platform = ?1 AND server = ?2 ORDER BY id";
    private const string Everything = $"SELECT {Columns} FROM digests ORDER BY id";
    private const string ActiveSchedules =
        "SELECT DISTINCT schedule FROM digests WHERE paused_at IS NULL AND ended_at IS NULL";
    private const string Unplanned = $"""
        SELECT {Columns} FROM digests
        WHERE schedule = ?1 AND paused_at IS NULL AND ended_at IS NULL AND created_at <= ?3
            AND NOT EXISTS (SELECT 1 FROM digest_posts WHERE digest = digests.id AND day = ?2)
        ORDER BY id
        """;
    private const string MarkPaused =
        "UPDATE digests SET paused_at = ?3 WHERE platform = ?1 AND channel = ?2 AND ended_at IS NULL";
    private const string MarkResumed =
        "UPDATE digests SET paused_at = NULL, created_at = ?3 WHERE platform = ?1 AND channel = ?2 AND ended_at IS NULL";
    private const string MarkEnded =
        "UPDATE digests SET ended_at = ?2, ended_why = ?3 WHERE id = ?1 AND ended_at IS NULL";
    private const string Delete = "DELETE FROM digests WHERE platform = ?1 AND channel = ?2";

    /// <summary>Sets a channel's digest up, or changes it; one that was paused or had ended goes on.</summary>
    /// <exception cref="SkillException">The settings make no schedule.</exception>
    public Digest Set(string platform, string server, string channel, DigestSettings settings)
    {
        var schedule = DigestSchedule.Of(settings).Key;
        var now = clock.GetUtcNow();
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (
            connection.Rows(ByChannel, Read, platform, channel) is [var before]
            && (!before.IsActive || before.Settings.Place != settings.Place)
        )
        {
            DigestOutbox.Abandon(connection, before.Id, "The digest was set up anew.", now);
        }
        connection.Run(Upsert, platform, server, channel, schedule, settings.ToJson(), SqliteTime.Stamp(now));
        var digest = connection.Rows(ByChannel, Read, platform, channel)[0];
        transaction.Commit();
        return digest;
    }

    /// <returns>Null where the channel has none.</returns>
    public Digest? Get(string platform, string channel) => One(ByChannel, platform, channel);

    public Digest? Get(long id) => One(ById, id);

    /// <summary>Those of a server, in the order in which they were set up.</summary>
    public IReadOnlyList<Digest> Of(string platform, string server)
    {
        using var connection = database.Open();
        return connection.Rows(OfServer, Read, platform, server);
    }

    public IReadOnlyList<Digest> All()
    {
        using var connection = database.Open();
        return connection.Rows(Everything, Read);
    }

    /// <summary>The schedules of all digests that are neither paused nor ended; see <see cref="DigestSchedule.Key"/>.</summary>
    public IReadOnlyList<string> Schedules()
    {
        using var connection = database.Open();
        return connection.Rows(ActiveSchedules, reader => reader.GetString(0));
    }

    /// <summary>Active digests of a schedule that have nothing planned for a day, and were there when it was due.</summary>
    /// <param name="due">The moment of that day.</param>
    public IReadOnlyList<Digest> WithoutPost(string schedule, DateOnly day, DateTimeOffset due)
    {
        using var connection = database.Open();
        return connection.Rows(Unplanned, Read, schedule, Papers.PaperRow.Day(day), SqliteTime.Stamp(due));
    }

    /// <returns>Whether there is one that has not ended.</returns>
    public bool Pause(string platform, string channel) =>
        Run(MarkPaused, platform, channel, SqliteTime.Stamp(clock.GetUtcNow())) > 0;

    /// <summary>It goes on from now: what fell into the pause is not made up for.</summary>
    /// <returns>Whether there is one that was paused.</returns>
    public bool Resume(string platform, string channel)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var now = clock.GetUtcNow();
        if (connection.Rows(ByChannel, Read, platform, channel) is not [{ EndedAt: null, PausedAt: not null } paused])
        {
            return false;
        }
        DigestOutbox.Abandon(connection, paused.Id, "The digest was paused.", now);
        connection.Run(MarkResumed, platform, channel, SqliteTime.Stamp(now));
        transaction.Commit();
        return true;
    }

    /// <summary>It cannot go on: the channel is gone, or PaperBot may not post there.</summary>
    /// <returns>False where it had ended before, so that it is told once.</returns>
    public bool End(long id, string why) => Run(MarkEnded, id, SqliteTime.Stamp(clock.GetUtcNow()), why) > 0;

    /// <summary>With its posts; which papers the channel has had is kept.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string platform, string channel) => Run(Delete, platform, channel) > 0;

    private int Run(string sql, params object?[] values)
    {
        using var connection = database.Open();
        return connection.Run(sql, values);
    }

    private Digest? One(string sql, params object?[] values)
    {
        using var connection = database.Open();
        return connection.Rows(sql, Read, values).FirstOrDefault();
    }

    private static Digest Read(SqliteDataReader reader) => Read(reader, 0);

    /// <param name="at">Its first column, of nine.</param>
    internal static Digest Read(SqliteDataReader reader, int at) =>
        new(
            reader.GetInt64(at),
            reader.GetString(at + 1),
            reader.GetString(at + 2),
            reader.GetString(at + 3),
            DigestSettings.FromJson(reader.GetString(at + 4)),
            reader.GetStamp(at + 5),
            reader.IsDBNull(at + 6) ? null : reader.GetStamp(at + 6),
            reader.IsDBNull(at + 7) ? null : reader.GetStamp(at + 7),
            reader.TextOrNull(at + 8)
        );
}
