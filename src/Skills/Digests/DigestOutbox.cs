using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Digests;

/// <summary>One thing to be told to a platform, with all that it needs.</summary>
/// <param name="Message">The platform's id of the digest's message, where there is one yet.</param>
public sealed record DigestErrand(Digest Digest, DigestPost Post, DigestPart Part, string? Message);

/// <summary>
/// What is to be said in channels, and what was: planned with its content before anything is sent, sent once a request is
/// begun, confirmed once the platform has it. So a program that is killed anywhere knows what is certain and what is not.
/// </summary>
public sealed class DigestOutbox(Database database, TimeProvider clock)
{
    private const int LongestError = 500;
    private const string PostColumns = "p.id, p.digest, p.day, p.since, p.content, p.planned_at, p.late_at";
    private const string PartColumns = "o.post, o.part, o.kind, o.state, o.content, o.place, o.at, o.tries, o.error";
    private const string DigestColumns =
        "d.id, d.platform, d.server, d.channel, d.settings, d.created_at, d.paused_at, d.ended_at, d.ended_why";

    private const string AddPost = """
        INSERT INTO digest_posts (digest, day, since, content, planned_at, late_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (digest, day) DO NOTHING RETURNING id
        """;
    private const string AddPart = """
        INSERT INTO digest_parts (post, part, kind, state, content, at)
        VALUES (?1, (SELECT coalesce(max(part) + 1, 0) FROM digest_parts WHERE post = ?1), ?2, 'planned', ?3, ?4)
        """;
    private const string AddPaper =
        "INSERT INTO digest_papers (platform, channel, key, title_key, post) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string OpenParts = $"""
        SELECT {DigestColumns}, {PostColumns}, {PartColumns},
            (SELECT place FROM digest_parts m WHERE m.post = o.post AND m.kind = 'Message' AND m.state = 'confirmed')
        FROM digest_parts o JOIN digest_posts p ON p.id = o.post JOIN digests d ON d.id = p.digest
        WHERE o.post = ?1 AND o.state IN ('planned', 'sent') AND d.paused_at IS NULL AND d.ended_at IS NULL
        ORDER BY o.part
        """;
    private const string OpenPosts = """
        SELECT DISTINCT o.post, p.digest, d.platform FROM digest_parts o
        JOIN digest_posts p ON p.id = o.post JOIN digests d ON d.id = p.digest
        WHERE o.state IN ('planned', 'sent') AND d.paused_at IS NULL AND d.ended_at IS NULL
        ORDER BY o.post
        """;
    private const string DueLate = $"""
        SELECT {PostColumns} FROM digest_posts p JOIN digests d ON d.id = p.digest
        WHERE p.late_at <= ?1 AND d.paused_at IS NULL AND d.ended_at IS NULL ORDER BY p.id
        """;
    private const string LastPosts =
        $"SELECT {PostColumns} FROM digest_posts p WHERE digest = ?1 ORDER BY day DESC LIMIT ?2";
    private const string PartsOf = $"SELECT {PartColumns} FROM digest_parts o WHERE post = ?1 ORDER BY part";
    private const string MarkSent =
        "UPDATE digest_parts SET state = 'sent', at = ?3, tries = tries + 1, error = NULL WHERE post = ?1 AND part = ?2 AND state IN ('planned', 'sent')";
    private const string MarkConfirmed =
        "UPDATE digest_parts SET state = 'confirmed', at = ?3, place = ?4, error = NULL WHERE post = ?1 AND part = ?2";
    private const string MarkFailed =
        "UPDATE digest_parts SET state = iif(?4, state, 'planned'), error = ?3 WHERE post = ?1 AND part = ?2 AND state IN ('planned', 'sent')";
    private const string MarkGivenUp =
        "UPDATE digest_parts SET state = 'given up', at = ?3, error = ?4 WHERE post = ?1 AND part = ?2 AND state IN ('planned', 'sent')";
    private const string Unsent = """
        SELECT p.id, p.day, p.since FROM digest_posts p
        WHERE digest = ?1 AND EXISTS (SELECT 1 FROM digest_parts WHERE post = p.id AND state = 'planned')
            AND NOT EXISTS (SELECT 1 FROM digest_parts WHERE post = p.id AND state <> 'planned')
        ORDER BY p.day
        """;
    private const string FreePapers = "DELETE FROM digest_papers WHERE post = ?1";
    private const string DeletePost = "DELETE FROM digest_posts WHERE id = ?1";
    private const string NextUnsent = """
        SELECT p.id, p.content FROM digest_posts p
        WHERE digest = ?1 AND day > ?2 AND NOT EXISTS (SELECT 1 FROM digest_parts WHERE post = p.id AND state <> 'planned')
        ORDER BY day LIMIT 1
        """;
    private const string Extend = "UPDATE digest_posts SET since = ?2, content = ?3 WHERE id = ?1";
    private const string FreeUnsentPapers = """
        DELETE FROM digest_papers WHERE post IN (
            SELECT p.id FROM digest_posts p WHERE digest = ?1
                AND NOT EXISTS (SELECT 1 FROM digest_parts WHERE post = p.id AND state IN ('sent', 'confirmed'))
        )
        """;
    private const string GiveUpAll = """
        UPDATE digest_parts SET state = 'given up', at = ?2, error = ?3
        WHERE state IN ('planned', 'sent') AND post IN (SELECT id FROM digest_posts WHERE digest = ?1)
        """;
    private const string SetContent =
        "UPDATE digest_posts SET content = ?2, late_at = NULL WHERE id = ?1 AND late_at IS NOT NULL";

    /// <summary>
    /// Keeps what a channel is to get on a day, the papers in it, and what has to be sent for it, all or nothing.
    /// </summary>
    /// <returns>False where that day has its post already; nothing is kept then.</returns>
    public bool Plan(
        Digest digest,
        DigestContent content,
        DateOnly? since,
        DateTimeOffset? lateAt,
        IReadOnlyList<DigestPlannedPart> parts
    )
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var planned = Plan(connection, digest, content, since, lateAt, parts);
        transaction.Commit();
        return planned;
    }

    /// <summary>The same for many channels, in one transaction: ten thousand of them take a second.</summary>
    public void Plan(IEnumerable<DigestPlan> plans)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var plan in plans)
        {
            Plan(connection, plan.Digest, plan.Content, plan.Since, plan.LateAt, plan.Parts);
        }
        transaction.Commit();
    }

    /// <summary>Posts of which something is still to be sent, of digests that go on, oldest first.</summary>
    public IReadOnlyList<OpenPost> Open()
    {
        using var connection = database.Open();
        return connection.Rows(
            OpenPosts,
            reader => new OpenPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2))
        );
    }

    /// <summary>The number of the post that was planned last; 0 where there is none.</summary>
    public long Newest()
    {
        using var connection = database.Open();
        return connection.Number("SELECT max(id) FROM digest_posts");
    }

    /// <summary>What is still to be sent of a post, in order.</summary>
    public IReadOnlyList<DigestErrand> Errands(long post)
    {
        using var connection = database.Open();
        return connection.Rows(OpenParts, ReadErrand, post);
    }

    /// <summary>Posts whose list is closed now and whose late papers nobody has looked for.</summary>
    public IReadOnlyList<DigestPost> WaitingForLate(DateTimeOffset now)
    {
        using var connection = database.Open();
        return connection.Rows(DueLate, reader => ReadPost(reader, 0), SqliteTime.Stamp(now));
    }

    /// <summary>
    /// Takes back what was planned for earlier days and certainly never sent, so that its papers are free for a digest that
    /// makes up for those days: nobody wants several at once.
    /// </summary>
    /// <returns>How many.</returns>
    public int TakeBack(long digest)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var posts = connection.Rows(Unsent, reader => reader.GetInt64(0), digest);
        foreach (var post in posts)
        {
            connection.Run(FreePapers, post);
            connection.Run(DeletePost, post);
        }
        transaction.Commit();
        return posts.Count;
    }

    /// <summary>
    /// A post turned out never to have arrived, and the next one of its digest is not sent yet: that one makes up for it.
    /// </summary>
    /// <returns>False where there is no such next one, and so the post is to be sent.</returns>
    public bool Supersede(DigestPost post)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var next = connection
            .Rows(
                NextUnsent,
                reader => (Id: reader.GetInt64(0), Content: DigestContent.FromJson(reader.GetString(1))),
                post.Digest,
                PaperRow.Day(post.Day)
            )
            .FirstOrDefault();
        if (next.Content is null)
        {
            return false;
        }
        connection.Run(FreePapers, post.Id);
        connection.Run(DeletePost, post.Id);
        var notice = string.Join(' ', new[] { DigestNotice.Missed([post.Day]), next.Content.Notice }.OfType<string>());
        connection.Run(
            Extend,
            next.Id,
            PaperRow.Day(post.Since ?? post.Day),
            (next.Content with { Notice = notice }).ToJson()
        );
        transaction.Commit();
        return true;
    }

    /// <summary>The digest goes no further: nothing of it is sent any more, and what never was is free for another one.</summary>
    public void Abandon(long digest, string why)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        Abandon(connection, digest, why, clock.GetUtcNow());
        transaction.Commit();
    }

    /// <summary>In the caller's transaction.</summary>
    internal static void Abandon(SqliteConnection connection, long digest, string why, DateTimeOffset now)
    {
        connection.Run(FreeUnsentPapers, digest);
        connection.Run(GiveUpAll, digest, SqliteTime.Stamp(now), Sentence(why));
    }

    /// <summary>Late papers, or that there are none: the post is settled, and where there are some its message is to be changed.</summary>
    /// <returns>False where that was done before.</returns>
    public bool Settle(Digest digest, DigestPost post, DigestContent content)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.Run(SetContent, post.Id, content.ToJson()) == 0)
        {
            return false;
        }
        AddPapers(connection, digest, content.Late, post.Id);
        foreach (var part in PartsFor(digest.Settings.Place, content.Late))
        {
            AddPartTo(connection, post.Id, part);
        }
        transaction.Commit();
        return true;
    }

    /// <summary>One more thing to be told about a post, such as a new version of a paper in it.</summary>
    public void Add(long post, DigestPlannedPart part)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        Add(connection, post, part);
        transaction.Commit();
    }

    /// <summary>The same within the transaction of somebody who looks first whether it is there.</summary>
    internal void Add(SqliteConnection connection, long post, DigestPlannedPart part) =>
        AddPartTo(connection, post, part);

    /// <summary>The newest posts of a digest, newest first.</summary>
    public IReadOnlyList<DigestPost> Last(long digest, int most = 1)
    {
        using var connection = database.Open();
        return connection.Rows(LastPosts, reader => ReadPost(reader, 0), digest, most);
    }

    public IReadOnlyList<DigestPart> Parts(long post)
    {
        using var connection = database.Open();
        return connection.Rows(PartsOf, reader => ReadPart(reader, 0), post);
    }

    /// <summary>A request is about to be made: from here until it is confirmed it may have arrived or not.</summary>
    /// <returns>False where it is not wanted any more and must not be made.</returns>
    public bool Sent(DigestPart part) => Write(MarkSent, part, Now()) > 0;

    /// <param name="place">The platform's id of what came of it; null where there is none.</param>
    public void Confirmed(DigestPart part, string? place) => Write(MarkConfirmed, part, Now(), place);

    /// <param name="inDoubt">It may have arrived all the same; else the next try is a first one.</param>
    public void Failed(DigestPart part, string error, bool inDoubt) =>
        Write(MarkFailed, part, Sentence(error), inDoubt ? 1 : 0);

    public void GaveUp(DigestPart part, string error) => Write(MarkGivenUp, part, Now(), Sentence(error));

    private bool Plan(
        SqliteConnection connection,
        Digest digest,
        DigestContent content,
        DateOnly? since,
        DateTimeOffset? lateAt,
        IReadOnlyList<DigestPlannedPart> parts
    )
    {
        var post = connection.Number(
            AddPost,
            digest.Id,
            PaperRow.Day(content.Day),
            since is { } first ? PaperRow.Day(first) : null,
            content.ToJson(),
            Now(),
            lateAt is { } late ? SqliteTime.Stamp(late) : null
        );
        if (post == 0)
        {
            return false;
        }
        AddPapers(connection, digest, content.Picks, post);
        foreach (var part in parts)
        {
            AddPartTo(connection, post, part);
        }
        return true;
    }

    private static void AddPapers(
        SqliteConnection connection,
        Digest digest,
        IReadOnlyList<DigestPick> picks,
        long post
    )
    {
        foreach (var pick in picks)
        {
            connection.Run(AddPaper, digest.Platform, digest.Channel, pick.Paper, TitleKey.Of(pick.Title), post);
        }
    }

    // A forum gets a post for each, any other channel its message once more.
    private static IEnumerable<DigestPlannedPart> PartsFor(DigestPlace place, IReadOnlyList<DigestPick> late) =>
        late.Count == 0 ? []
        : place == DigestPlace.Forum ? late.Select(DigestPlannedPart.ForumPost)
        : [new DigestPlannedPart(DigestPartKind.Late)];

    private void AddPartTo(SqliteConnection connection, long post, DigestPlannedPart part) =>
        connection.Run(AddPart, post, part.Kind.ToString(), part.Content, Now());

    private int Write(string sql, DigestPart part, params object?[] more)
    {
        using var connection = database.Open();
        return connection.Run(sql, [part.Post, part.Part, .. more]);
    }

    private string Now() => SqliteTime.Stamp(clock.GetUtcNow());

    private static string Sentence(string error)
    {
        var clean = PaperText.Clean(error);
        return clean.Length > LongestError ? clean[..LongestError] : clean;
    }

    private static DigestErrand ReadErrand(SqliteDataReader reader) =>
        new(DigestStore.Read(reader, 0), ReadPost(reader, 9), ReadPart(reader, 16), reader.TextOrNull(25));

    private static DigestPost ReadPost(SqliteDataReader reader, int at) =>
        new(
            reader.GetInt64(at),
            reader.GetInt64(at + 1),
            reader.GetDay(at + 2),
            reader.IsDBNull(at + 3) ? null : reader.GetDay(at + 3),
            DigestContent.FromJson(reader.GetString(at + 4)),
            reader.GetStamp(at + 5),
            reader.IsDBNull(at + 6) ? null : reader.GetStamp(at + 6)
        );

    private static DigestPart ReadPart(SqliteDataReader reader, int at) =>
        new(
            reader.GetInt64(at),
            reader.GetInt32(at + 1),
            Enum.Parse<DigestPartKind>(reader.GetString(at + 2)),
            reader.GetString(at + 3) switch
            {
                "planned" => DigestPartState.Planned,
                "sent" => DigestPartState.Sent,
                "confirmed" => DigestPartState.Confirmed,
                _ => DigestPartState.GivenUp,
            },
            reader.TextOrNull(at + 4),
            reader.TextOrNull(at + 5),
            reader.GetStamp(at + 6),
            reader.GetInt32(at + 7),
            reader.TextOrNull(at + 8)
        );
}

/// <summary>A post of which something is still to be sent.</summary>
public sealed record OpenPost(long Post, long Digest, string Platform);

/// <summary>One request that a post needs.</summary>
/// <param name="Content">More than the post says; null where there is nothing more.</param>
public sealed record DigestPlannedPart(DigestPartKind Kind, string? Content = null)
{
    /// <summary>Its content is the rank of the pick.</summary>
    public static DigestPlannedPart ForumPost(DigestPick pick) =>
        new(DigestPartKind.ForumPost, pick.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>What a channel is to get on a day.</summary>
public sealed record DigestPlan(
    Digest Digest,
    DigestContent Content,
    DateOnly? Since,
    DateTimeOffset? LateAt,
    IReadOnlyList<DigestPlannedPart> Parts
);
