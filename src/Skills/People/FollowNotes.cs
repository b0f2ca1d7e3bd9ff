using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

/// <summary>A paper that somebody is to be told of.</summary>
/// <param name="Version">0: it is new in the library; else this version of a paper that the person follows is new.</param>
/// <param name="Why">Such as "topic: graph networks, author: Ada Example".</param>
/// <param name="Paper">Null where it has left the library since.</param>
public sealed record FollowNote(string Key, int Version, string Why, DateTimeOffset PlannedAt, Paper? Paper);

/// <summary>
/// Private notes: planned when a followed paper comes into the library, sent once a request is begun, confirmed once the
/// platform has it. A note that may have arrived is not sent again: to be told twice is worse than to miss one.
/// </summary>
public sealed class FollowNotes(Database database, TimeProvider clock)
{
    /// <summary>A person's, from one look at the library; the newest papers count.</summary>
    public const int MostPerPerson = 50;

    /// <summary>What was sent is known for so long, so that nothing is told twice.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // How far back the first look after a start goes: what came while the program was down is still news.
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(3);

    // Papers of an intake that is not done yet have moments before the last look.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(30);

    // A request that was begun so long ago is nobody's any more: the program that made it is gone.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(15);

    private const int MostLookedAt = 20_000; // papers; more at once are an import, not news

    private const string Wanting = $"""
        SELECT {FollowStore.Columns} FROM follows WHERE note = 1 AND platform IN (SELECT value FROM json_each(?1)) ORDER BY id
        """;
    private const string Fresh = """
        SELECT id, added_at FROM papers WHERE id > (SELECT max(id) FROM papers) - ?2 AND added_at >= ?1 AND origin <> 0
        """;
    private const string NewVersions = """
        SELECT follows.id, follows.platform, follows.user, p.key, coalesce(p.version, 1) FROM follows
        JOIN papers p ON p.key = coalesce(
            (SELECT c.key FROM former_keys f JOIN papers c ON c.id = f.paper WHERE f.key = follows.value), follows.value)
        WHERE kind = 'paper' AND note = 1 AND platform IN (SELECT value FROM json_each(?1))
            AND coalesce(p.version, 1) > follows.version
        """;
    private const string Seen = "UPDATE follows SET version = ?2 WHERE id = ?1";
    private const string AddPlanned = """
        INSERT OR IGNORE INTO follow_notes (platform, user, key, version, why, state, at) VALUES (?1, ?2, ?3, ?4, ?5, 'planned', ?6)
        """;
    private const string Prune = "DELETE FROM follow_notes WHERE state IN ('confirmed', 'given up') AND at < ?1";
    private const string GiveDoubtUp = "UPDATE follow_notes SET state = 'given up' WHERE state = 'sent' AND at < ?1";
    private const string WaitingPeople = """
        SELECT DISTINCT platform, user FROM follow_notes
        WHERE state = 'planned' AND platform IN (SELECT value FROM json_each(?1)) ORDER BY platform, user
        """;
    private const string Take = """
        UPDATE follow_notes SET state = 'sent', at = ?3 WHERE platform = ?1 AND user = ?2 AND state = 'planned'
        RETURNING key, version, why
        """;
    private const string PlannedOf =
        "SELECT key, version, at FROM follow_notes WHERE platform = ?1 AND user = ?2 AND state = 'planned'";
    private const string SetState = """
        UPDATE follow_notes SET state = ?5, at = ?6 WHERE platform = ?1 AND user = ?2 AND key = ?3 AND version = ?4 AND state = 'sent'
        """;
    private const string LastState = """
        SELECT state FROM follow_notes WHERE platform = ?1 AND user = ?2 AND state IN ('confirmed', 'given up')
        ORDER BY at DESC LIMIT 1
        """;

    private DateTimeOffset? lastLook;

    /// <summary>Looks at what came into the library since the last time, and plans a note for everybody who follows it.</summary>
    /// <param name="platforms">Those that notes can be sent on.</param>
    /// <returns>How many papers, each counted once a person.</returns>
    public int Plan(IReadOnlyCollection<string> platforms)
    {
        var now = clock.GetUtcNow();
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run(Prune, SqliteTime.Stamp(now - KeptFor));
        connection.Run(GiveDoubtUp, SqliteTime.Stamp(now - LongestRequest));
        var wanting = connection.Rows(Wanting, FollowStore.Read, Json(platforms));
        var planned =
            wanting.Count == 0 ? 0 : PlanNew(connection, wanting, now) + PlanVersions(connection, platforms, now);
        transaction.Commit();
        lastLook = now;
        return planned;
    }

    /// <summary>People with notes to be sent, on these platforms.</summary>
    public IReadOnlyList<Person> Waiting(IReadOnlyCollection<string> platforms)
    {
        using var connection = database.Open();
        return connection.Rows(
            WaitingPeople,
            reader => new Person(reader.GetString(0), reader.GetString(1)),
            Json(platforms)
        );
    }

    /// <summary>A request to a person is about to be made: from here until it is confirmed it may have arrived.</summary>
    /// <returns>What it is to tell, new versions first, then the newest papers.</returns>
    public IReadOnlyList<FollowNote> Begin(Person person)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var planned = connection
            .Rows(
                PlannedOf,
                reader => ((reader.GetString(0), reader.GetInt32(1)), reader.GetStamp(2)),
                person.Platform,
                person.User
            )
            .ToDictionary(row => row.Item1, row => row.Item2);
        var taken = connection.Rows(
            Take,
            reader => (Key: reader.GetString(0), Version: reader.GetInt32(1), Why: reader.GetString(2)),
            person.Platform,
            person.User,
            Now()
        );
        transaction.Commit();
        var store = new PaperStore(database);
        return
        [
            .. taken
                .Select(row => new FollowNote(
                    row.Key,
                    row.Version,
                    row.Why,
                    planned[(row.Key, row.Version)],
                    store.Get(PaperId.Stored(row.Key))
                ))
                .OrderByDescending(note => note.Version > 0)
                .ThenByDescending(note => note.Paper?.Published)
                .ThenBy(note => note.Key, StringComparer.Ordinal),
        ];
    }

    public void Confirmed(Person person, IReadOnlyList<FollowNote> notes) =>
        Write(person, notes, _ => ("confirmed", Now()));

    /// <summary>It certainly did not arrive: what was planned before <paramref name="since"/> is given up, the rest waits again.</summary>
    public void NotDelivered(Person person, IReadOnlyList<FollowNote> notes, DateTimeOffset since) =>
        Write(
            person,
            notes,
            note => note.PlannedAt < since ? ("given up", Now()) : ("planned", SqliteTime.Stamp(note.PlannedAt))
        );

    /// <summary>Whether the newest note to a person that came to an end did not arrive.</summary>
    public bool LastWasLost(Person person)
    {
        using var connection = database.Open();
        return connection.Text(LastState, person.Platform, person.User) == "given up";
    }

    private int PlanNew(SqliteConnection connection, IReadOnlyList<Follow> wanting, DateTimeOffset now)
    {
        var since = (lastLook ?? now - FirstLook) - Overlap;
        var added = connection.Rows(
            Fresh,
            reader => (Row: reader.GetInt64(0), At: reader.GetStamp(1)),
            SqliteTime.Stamp(since),
            MostLookedAt
        );
        var matcher = new FollowMatcher(wanting.Where(follow => follow.Kind != FollowKind.Paper));
        var told = new Dictionary<Person, int>();
        var planned = 0;
        // The newest first: of too many those count.
        var papers = PaperStore
            .At(connection, added.Select(row => row.Row))
            .Zip(added, (paper, row) => (Paper: paper, row.At))
            .OrderByDescending(fresh => fresh.Paper.Published ?? DateOnly.FromDateTime(fresh.At.UtcDateTime));
        foreach (var (paper, at) in papers)
        {
            var people = matcher
                .Matching(PaperTraits.Of(paper))
                .Where(follow => follow.At <= at)
                .GroupBy(follow => new Person(follow.Platform, follow.User));
            foreach (var own in people.Where(own => told.GetValueOrDefault(own.Key) < MostPerPerson))
            {
                var why = string.Join(", ", own.Select(follow => follow.Reason).Distinct());
                var isNew = Plan(connection, own.Key, paper.Id.Value, 0, why, now);
                planned += isNew;
                told[own.Key] = told.GetValueOrDefault(own.Key) + isNew;
            }
        }
        return planned;
    }

    private static int PlanVersions(
        SqliteConnection connection,
        IReadOnlyCollection<string> platforms,
        DateTimeOffset now
    )
    {
        var planned = 0;
        var news = connection.Rows(
            NewVersions,
            reader =>
                (
                    Id: reader.GetInt64(0),
                    Person: new Person(reader.GetString(1), reader.GetString(2)),
                    Key: reader.GetString(3),
                    Version: reader.GetInt32(4)
                ),
            Json(platforms)
        );
        foreach (var (id, person, key, version) in news)
        {
            planned += Plan(connection, person, key, version, $"version {version} of a paper that you follow", now);
            connection.Run(Seen, id, version);
        }
        return planned;
    }

    private static int Plan(
        SqliteConnection connection,
        Person person,
        string key,
        int version,
        string why,
        DateTimeOffset now
    ) => connection.Run(AddPlanned, person.Platform, person.User, key, version, why, SqliteTime.Stamp(now));

    private void Write(
        Person person,
        IReadOnlyList<FollowNote> notes,
        Func<FollowNote, (string State, string At)> become
    )
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var note in notes)
        {
            var (state, at) = become(note);
            connection.Run(SetState, person.Platform, person.User, note.Key, note.Version, state, at);
        }
        transaction.Commit();
    }

    private string Now() => SqliteTime.Stamp(clock.GetUtcNow());

    private static string Json(IEnumerable<string> platforms) => System.Text.Json.JsonSerializer.Serialize(platforms);
}
