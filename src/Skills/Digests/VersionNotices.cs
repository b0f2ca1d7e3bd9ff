using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;
using PaperBot.Skills.Versions;

namespace PaperBot.Skills.Digests;

/// <summary>
/// New versions of papers that channels have had: where there is a thread, or a forum's post, it is told what changed, once a
/// channel, paper and version. Asked after each gathering of sources; what the library did not learn anew costs nothing.
/// </summary>
public sealed class VersionNotices(Database database, DigestOutbox outbox)
{
    private const string DropUnposted = """
        DELETE FROM changed_papers
        WHERE NOT EXISTS (SELECT 1 FROM papers JOIN digest_papers USING (key) WHERE papers.id = paper)
            AND NOT EXISTS (SELECT 1 FROM former_keys f JOIN digest_papers USING (key) WHERE f.paper = changed_papers.paper)
        """;
    private const string Changed =
        "SELECT p.id, p.key, p.title, p.doi, p.page FROM changed_papers JOIN papers p ON p.id = paper";
    private const string FormerKeys = "SELECT key FROM former_keys WHERE paper = ?1";
    private const string Drop = "DELETE FROM changed_papers WHERE paper = ?1";

    // The post of each channel that goes on and has had the paper, with its thread, which may still be on its way. A
    // forum has a post a paper, known by its rank.
    private const string Threads = """
        SELECT p.id, p.planned_at, t.state = 'confirmed', t.place, (
            SELECT max(v.content ->> '$.to') FROM digest_parts v
            WHERE v.post = p.id AND v.kind = 'Version' AND v.content ->> '$.paper' IN (SELECT value FROM json_each(?1))
        )
        FROM digest_papers h JOIN digest_posts p ON p.id = h.post JOIN digests d ON d.id = p.digest
            JOIN digest_parts t ON t.post = p.id
        WHERE h.key IN (SELECT value FROM json_each(?1)) AND d.paused_at IS NULL AND d.ended_at IS NULL
            AND t.state <> 'given up' AND (t.kind = 'Thread' OR (t.kind = 'ForumPost' AND CAST(t.content AS INTEGER) IN (
                SELECT value ->> '$.rank' FROM json_each(p.content, '$.picks') WHERE value ->> '$.paper' = h.key
                UNION ALL
                SELECT value ->> '$.rank' FROM json_each(p.content, '$.late') WHERE value ->> '$.paper' = h.key
            )))
        """;

    /// <summary>Plans what is to be told; <see cref="DigestOutbox.Open"/> then has it.</summary>
    /// <returns>How many channels will be told of how many papers, multiplied out.</returns>
    public int Plan()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run(DropUnposted);
        var planned = connection
            .Rows(Changed, ReadPaper)
            .Sum(paper => Plan(connection, paper, PaperVersions.Of(connection, paper.Id)));
        transaction.Commit();
        return planned;
    }

    private int Plan(SqliteConnection connection, ChangedPaper paper, IReadOnlyList<PaperVersion> versions)
    {
        string[] keys = [paper.Key, .. connection.Rows(FormerKeys, row => row.GetString(0), paper.Id)];
        var changes = new Dictionary<int, VersionChange?>();
        var (planned, isWaiting) = (0, false);
        foreach (var thread in connection.Rows(Threads, ReadThread, JsonSerializer.Serialize(keys)))
        {
            var had = thread.Told ?? KnownAt(versions, thread.PlannedAt);
            if (!changes.TryGetValue(had, out var change))
            {
                changes[had] = change = Since(versions, had);
            }
            if (change is null)
            {
                continue;
            }
            if (thread.Place is null)
            {
                isWaiting = true;
                continue;
            }
            var notice = NoticeOf(paper, change, thread.Place);
            outbox.Add(connection, thread.Post, new DigestPlannedPart(DigestPartKind.Version, notice.ToJson()));
            planned++;
        }
        if (!isWaiting)
        {
            connection.Run(Drop, paper.Id);
        }
        return planned;
    }

    // Several sources tell of one version, each in its own way; which of them the channel read does not matter.
    private static int KnownAt(IReadOnlyList<PaperVersion> versions, DateTimeOffset moment) =>
        versions
            .Where(version => version.SeenAt is null || version.SeenAt <= moment)
            .LastOrDefault(versions[0])
            .Version;

    private static VersionChange? Since(IReadOnlyList<PaperVersion> versions, int had)
    {
        var from = versions.LastOrDefault(version => version.Version <= had) ?? versions[0];
        var to = versions[^1];
        return to.Version > from.Version && to.SaysOther(from) ? VersionChange.Between(from, to) : null;
    }

    private static DigestVersionNotice NoticeOf(ChangedPaper paper, VersionChange change, string thread) =>
        new(paper.Key, change.To.Title, change.From.Version, change.To.Version, change.Abstract?.Runs ?? [])
        {
            TitleRuns = change.Title?.Runs ?? [],
            Numbers = change.Numbers,
            Link = paper.Link,
            Thread = thread,
        };

    private static ChangedPaper ReadPaper(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            new Paper
            {
                Id = PaperId.Stored(row.GetString(1)),
                Title = row.GetString(2),
                Doi = row.TextOrNull(3),
                Page = row.TextOrNull(4) is { } page ? new Uri(page) : null,
                Origin = PaperOrigin.File,
            }.Link
        );

    private static PostedThread ReadThread(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetStamp(1), row.GetBoolean(2) ? row.TextOrNull(3) : null, row.NumberOrNull(4));

    private sealed record ChangedPaper(long Id, string Key, Uri? Link);

    /// <param name="PlannedAt">What the library knew then is what the channel read.</param>
    /// <param name="Place">Null while it is not there yet.</param>
    /// <param name="Told">The newest version that the channel was told of; null where of none yet.</param>
    private sealed record PostedThread(long Post, DateTimeOffset PlannedAt, string? Place, int? Told);
}
