using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Digests;

/// <summary>
/// Which papers a channel has had, under any of their ids and titles, be it by a digest or by the edition of
/// <c>Discord:Channels</c>. Asked tens of thousands of times when many channels are due, hence one prepared statement.
/// </summary>
public sealed class HadPapers : IDisposable
{
    // CROSS JOIN keeps the order: the few that are asked for, each looked up, and not all that the channel has had.
    private const string Known = """
        SELECT key.value FROM json_each(?3) AS key
        CROSS JOIN digest_papers AS had ON had.platform = ?1 AND had.channel = ?2 AND had.key = key.value
        UNION ALL
        SELECT '=' || title.value FROM json_each(?4) AS title
        CROSS JOIN digest_papers AS had ON had.platform = ?1 AND had.channel = ?2 AND had.title_key = title.value
        UNION ALL
        SELECT key.value FROM json_each(?3) AS key CROSS JOIN picks ON picks.key = key.value
        CROSS JOIN publications AS sent ON sent.day = picks.day AND sent.outlet = ?1 AND sent.target = ?2 AND sent.state = 'sent'
        UNION ALL
        SELECT '=' || title.value FROM json_each(?4) AS title CROSS JOIN picks ON picks.title_key = title.value
        CROSS JOIN publications AS sent ON sent.day = picks.day AND sent.outlet = ?1 AND sent.target = ?2 AND sent.state = 'sent'
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;

    public HadPapers(Database database)
    {
        connection = database.Open();
        command = connection.Command(Known, "", "", "", "");
        command.Prepare();
    }

    /// <returns>Those of the papers that the channel has had.</returns>
    public IReadOnlySet<DigestCandidate> Of(string platform, string channel, IReadOnlyList<DigestCandidate> papers)
    {
        command.Parameters[0].Value = platform;
        command.Parameters[1].Value = channel;
        command.Parameters[2].Value = JsonSerializer.Serialize(papers.SelectMany(paper => paper.Keys));
        command.Parameters[3].Value = JsonSerializer.Serialize(papers.SelectMany(paper => paper.TitleKeys));
        var known = new HashSet<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                known.Add(reader.GetString(0));
            }
        }
        return known.Count == 0
            ? FrozenSet<DigestCandidate>.Empty
            : papers
                .Where(paper =>
                    paper.Keys.Any(known.Contains) || paper.TitleKeys.Any(title => known.Contains($"={title}"))
                )
                .ToHashSet<DigestCandidate>(ReferenceEqualityComparer.Instance);
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
