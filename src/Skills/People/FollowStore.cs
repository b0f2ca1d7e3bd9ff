using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

public enum FollowChange
{
    New,
    Changed,
    Same,
}

/// <summary>Who follows what.</summary>
public sealed class FollowStore(Database database, TimeProvider clock)
{
    /// <summary>A person's, on all servers together.</summary>
    public const int MostPerPerson = 50;

    private const int MostRemembered = 2_000; // papers; a digest run looks at the same few for all channels

    // A followed paper may have got another id since, its arXiv id mostly.
    internal const string Columns = """
        id, platform, user, server, name, kind,
        iif(kind = 'paper', coalesce((SELECT p.key FROM former_keys f JOIN papers p ON p.id = f.paper WHERE f.key = value), value), value),
        label, mention, note, version, at
        """;
    private const string OfServer = $"SELECT {Columns} FROM follows WHERE platform = ?1 AND server = ?2 ORDER BY id";
    private const string OfPerson = $"SELECT {Columns} FROM follows WHERE platform = ?1 AND user = ?2 ORDER BY id";
    private const string Known = """
        SELECT mention, note FROM follows WHERE platform = ?1 AND user = ?2 AND server = ?3 AND kind = ?4 AND value = ?5
        """;
    private const string Count = "SELECT count(*) FROM follows WHERE platform = ?1 AND user = ?2";
    private const string Upsert = """
        INSERT INTO follows (platform, user, server, name, kind, value, label, mention, note, version, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (platform, user, server, kind, value) DO UPDATE SET
            label = excluded.label, mention = excluded.mention, note = excluded.note, version = excluded.version, at = excluded.at
        """;
    private const string Rename = "UPDATE follows SET name = ?4 WHERE platform = ?1 AND user = ?2 AND server = ?3";
    private const string Delete = "DELETE FROM follows WHERE platform = ?1 AND user = ?2 AND id = ?3";
    private const string DeleteAll = "DELETE FROM follows WHERE platform = ?1 AND user = ?2";
    private const string DropPlanned =
        "DELETE FROM follow_notes WHERE platform = ?1 AND user = ?2 AND state = 'planned'";

    private readonly ConcurrentDictionary<
        (PaperId, string Title, string Abstract, int Keywords, int Authors),
        PaperTraits
    > traits = new();

    /// <summary>Follows something in a server, or outside any; who follows it there already may change how to hear of it.</summary>
    /// <param name="name">The person's name now; it replaces the one that stood at earlier follows in that server.</param>
    /// <exception cref="SkillException">The person follows <see cref="MostPerPerson"/> things.</exception>
    public FollowChange Add(Person person, string server, string name, FollowWish wish, bool mention, bool note)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var kind = KindName(wish.Kind);
        var known = connection
            .Rows(
                Known,
                reader => (Mention: reader.GetBoolean(0), Note: reader.GetBoolean(1)),
                person.Platform,
                person.User,
                server,
                kind,
                wish.Value
            )
            .Cast<(bool Mention, bool Note)?>()
            .FirstOrDefault();
        if (known is null && connection.Number(Count, person.Platform, person.User) >= MostPerPerson)
        {
            throw new SkillException(
                $"You follow {MostPerPerson} things, which is the most. Type /following and stop one of them first."
            );
        }
        if (known != (mention, note))
        {
            connection.Run(
                Upsert,
                person.Platform,
                person.User,
                server,
                name,
                kind,
                wish.Value,
                wish.Label,
                mention ? 1 : 0,
                note ? 1 : 0,
                wish.Version,
                SqliteTime.Stamp(clock.GetUtcNow())
            );
        }
        connection.Run(Rename, person.Platform, person.User, server, name);
        transaction.Commit();
        return known is null ? FollowChange.New
            : known == (mention, note) ? FollowChange.Same
            : FollowChange.Changed;
    }

    /// <summary>All of a person, in the order in which they were said.</summary>
    public IReadOnlyList<Follow> Of(Person person)
    {
        using var connection = database.Open();
        return connection.Rows(OfPerson, Read, person.Platform, person.User);
    }

    /// <returns>Whether the person had it.</returns>
    public bool Remove(Person person, long id)
    {
        using var connection = database.Open();
        return connection.Run(Delete, person.Platform, person.User, id) > 0;
    }

    /// <summary>With notes that were not sent yet.</summary>
    /// <returns>How many there were.</returns>
    public int RemoveAll(Person person)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run(DropPlanned, person.Platform, person.User);
        var count = connection.Run(DeleteAll, person.Platform, person.User);
        transaction.Commit();
        return count;
    }

    /// <summary>Whether anybody of a server follows anything: of most servers nobody does.</summary>
    public bool HasAny(string platform, string server)
    {
        using var connection = database.Open();
        return connection.Number(
                "SELECT EXISTS (SELECT 1 FROM follows WHERE platform = ?1 AND server = ?2)",
                platform,
                server
            ) == 1;
    }

    /// <summary>Who of a server might care about papers: each person once a paper, who followed first before others.</summary>
    /// <returns>By the id of each paper given; empty lists where nobody follows it.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<DigestReader>> ReadersOf(
        string platform,
        string server,
        IReadOnlyList<Paper> papers
    )
    {
        var matcher = new FollowMatcher(FollowsOf(platform, server));
        return papers
            .DistinctBy(paper => paper.Id)
            .ToDictionary(
                paper => paper.Id.Value,
                IReadOnlyList<DigestReader> (paper) =>
                    matcher.IsEmpty
                        ? []
                        :
                        [
                            .. matcher
                                .Matching(TraitsOf(paper))
                                .GroupBy(follow => follow.User)
                                .Select(own => new DigestReader(
                                    own.Key,
                                    own.First().Name,
                                    own.Any(follow => follow.Mention)
                                )),
                        ]
            );
    }

    private List<Follow> FollowsOf(string platform, string server)
    {
        if (server.Length == 0)
        {
            return []; // whoever follows outside a server is named nowhere
        }
        using var connection = database.Open();
        return connection.Rows(OfServer, Read, platform, server);
    }

    private PaperTraits TraitsOf(Paper paper)
    {
        if (traits.Count > MostRemembered)
        {
            traits.Clear();
        }
        return traits.GetOrAdd(
            (paper.Id, paper.Title, paper.Abstract, paper.Keywords.Count, paper.Authors.Count),
            _ => PaperTraits.Of(paper)
        );
    }

    internal static Follow Read(SqliteDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            reader.GetString(4),
            Enum.Parse<FollowKind>(reader.GetString(5), ignoreCase: true),
            reader.GetString(6),
            reader.GetString(7),
            reader.GetBoolean(8),
            reader.GetBoolean(9),
            reader.GetInt32(10),
            reader.GetStamp(11)
        );

    private static string KindName(FollowKind kind) => kind.ToString().ToLowerInvariant();
}
