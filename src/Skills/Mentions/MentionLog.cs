using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Mentions;

/// <summary>
/// Where in a server a paper was shown: messages that were noted, and those of digests, which the outbox knows by itself.
/// </summary>
public sealed class MentionLog(Database database, TimeProvider clock)
{
    private const string Insert = """
        INSERT OR IGNORE INTO mentions (platform, server, key, channel, message, thread, how, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    // Digests first, by their channels: a paper of the day stands in the digests of ten thousand other servers too.
    private const string InDigests = """
        SELECT h.key, d.platform, d.server, d.channel, o.place, iif(o.kind = 'ForumPost', o.place, NULL), 'digest', o.at, p.day
        FROM digests d CROSS JOIN digest_papers h ON h.platform = d.platform AND h.channel = d.channel
            CROSS JOIN digest_posts p ON p.id = h.post CROSS JOIN digest_parts o ON o.post = p.id
        WHERE h.key IN (SELECT value FROM json_each(?1))
            AND o.state = 'confirmed' AND o.place IS NOT NULL AND (o.kind = 'Message' OR (o.kind = 'ForumPost' AND CAST(o.content AS INTEGER) IN (
                SELECT value ->> '$.rank' FROM json_each(p.content, '$.picks') WHERE value ->> '$.paper' = h.key
                UNION ALL
                SELECT value ->> '$.rank' FROM json_each(p.content, '$.late') WHERE value ->> '$.paper' = h.key
            )))
        """;
    private const string Noted = """
        SELECT key, platform, server, channel, message, thread, how, at, substr(at, 1, 10) FROM mentions
        WHERE key IN (SELECT value FROM json_each(?1))
        """;
    private const string InServer =
        $"{InDigests} AND d.platform = ?2 AND d.server = ?3 UNION ALL {Noted} AND platform = ?2 AND server = ?3";
    private const string Everywhere = $"{InDigests} UNION ALL {Noted}";
    private const string Keys = """
        SELECT ?1 UNION
        SELECT f.key FROM former_keys f JOIN papers p ON p.id = f.paper WHERE p.key = ?1
        """;
    private const string Delete = "DELETE FROM mentions WHERE platform = ?1 AND server = ?2";

    /// <summary>Notes that a message showed papers; a second time is none.</summary>
    /// <param name="thread">In which the message stands; null where it stands in the channel itself.</param>
    /// <param name="how">One of <see cref="MentionKinds"/>.</param>
    /// <param name="papers">Their ids.</param>
    public void Add(
        string platform,
        string server,
        string channel,
        string message,
        string? thread,
        string how,
        IEnumerable<string> papers
    )
    {
        var now = SqliteTime.Stamp(clock.GetUtcNow());
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var paper in papers)
        {
            connection.Run(Insert, platform, server, paper, channel, message, thread, how, now);
        }
        transaction.Commit();
    }

    /// <summary>The messages of a server that showed a paper, newest first.</summary>
    public IReadOnlyList<Mention> In(string platform, string server, PaperId paper)
    {
        using var connection = database.Open();
        return Newest(connection.Rows(InServer, Read, KeysOf(connection, paper.Value), platform, server));
    }

    /// <summary>Those of all servers, for whoever runs PaperBot.</summary>
    public IReadOnlyList<Mention> All(PaperId paper)
    {
        using var connection = database.Open();
        return Newest(connection.Rows(Everywhere, Read, KeysOf(connection, paper.Value)));
    }

    /// <summary>
    /// For digests that are being planned: where else in its server each paper was shown last. Many questions at once,
    /// because ten thousand channels ask at one hour.
    /// </summary>
    /// <returns>An answer a question, in their order: mentions by paper, of papers that have one in another channel.</returns>
    public IReadOnlyList<IReadOnlyDictionary<string, Mention>> Before(
        string platform,
        IReadOnlyList<MentionQuestion> questions
    )
    {
        using var connection = database.Open();
        using var command = connection.Command(InServer, "", platform, "");
        command.Prepare();
        var keys = new Dictionary<string, string[]>();
        return [.. questions.Select(Answer)];

        IReadOnlyDictionary<string, Mention> Answer(MentionQuestion question)
        {
            var papers = question
                .Papers.SelectMany(paper => Known(paper).Select(key => (key, paper)))
                .DistinctBy(one => one.key)
                .ToDictionary(one => one.key, one => one.paper);
            command.Parameters[0].Value = JsonSerializer.Serialize(papers.Keys);
            command.Parameters[2].Value = question.Server;
            using var reader = command.ExecuteReader();
            var found = new Dictionary<string, Mention>();
            while (reader.Read())
            {
                var (key, mention) = Read(reader);
                if (
                    mention.Channel != question.Channel
                    && (!found.TryGetValue(papers[key], out var other) || other.At < mention.At)
                )
                {
                    found[papers[key]] = mention;
                }
            }
            return found;
        }

        string[] Known(string paper) =>
            keys.TryGetValue(paper, out var known)
                ? known
                : keys[paper] = [.. connection.Rows(Keys, row => row.GetString(0), paper)];
    }

    /// <summary>What was noted of a server that PaperBot is no longer in.</summary>
    public void Forget(string platform, string server)
    {
        using var connection = database.Open();
        connection.Run(Delete, platform, server);
    }

    private static string KeysOf(SqliteConnection connection, string paper) =>
        JsonSerializer.Serialize(connection.Rows(Keys, row => row.GetString(0), paper));

    // A digest's message may have been noted too; the outbox, which comes first, knows its day.
    private static IReadOnlyList<Mention> Newest(IEnumerable<(string Key, Mention Mention)> rows) =>
        [
            .. rows.Select(row => row.Mention)
                .DistinctBy(mention => (mention.Platform, mention.Server, mention.Channel, mention.Message))
                .OrderByDescending(mention => mention.At),
        ];

    private static (string Key, Mention Mention) Read(SqliteDataReader row) =>
        (
            row.GetString(0),
            new Mention(
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.TextOrNull(5),
                row.GetString(6),
                row.GetStamp(7),
                row.GetDay(8)
            )
        );
}
