using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>What became of a record.</summary>
public enum Kept
{
    New,
    Updated,
    Unchanged,
}

/// <summary>
/// Writes records into the library, many in one transaction: after <c>Keep</c> has returned they are on disk, and
/// before that none is. One connection with its statements prepared once; not for several threads.
/// </summary>
internal sealed class PaperWriter : IDisposable
{
    private const string ByKey = $"SELECT {PaperRow.Columns} FROM papers WHERE key = ?1";
    private const string ByFormerKey =
        $"SELECT {PaperRow.Columns} FROM papers WHERE id = (SELECT paper FROM former_keys WHERE key = ?1)";
    private const string ByTitle =
        $"SELECT {PaperRow.Columns} FROM titles CROSS JOIN papers ON papers.id = paper WHERE title_key = ?1 ORDER BY id";
    private const string Insert = """
        INSERT INTO papers (key, version, title, authors, published, categories, keywords, venue, year, page, code, doi, license, origin, id, added_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        """;
    private const string LastId = "SELECT max(id) FROM papers";
    private const string Update = """
        UPDATE papers SET key = ?1, version = ?2, title = ?3, authors = ?4, published = ?5, categories = ?6, keywords = ?7, venue = ?8,
            year = ?9, page = ?10, code = ?11, doi = ?12, license = ?13, origin = ?14
        WHERE id = ?15
        """;
    private const string KnownAbstracts = "SELECT text FROM abstracts WHERE paper = ?1 ORDER BY id DESC";
    private const string AddAbstract =
        "INSERT INTO abstracts (paper, version, text, origin, seen_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string AddTitle = "INSERT OR IGNORE INTO titles (title_key, paper) VALUES (?1, ?2)";
    private const string AddFormerKey = "INSERT OR REPLACE INTO former_keys (key, paper) VALUES (?1, ?2)";
    private const string IndexWords = "INSERT INTO paper_words (rowid, words) VALUES (?1, ?2)";
    private const string IndexTitle = "INSERT INTO title_words (rowid, words) VALUES (?1, ?2)";
    private const string IndexTrigrams = "INSERT INTO title_trigrams (rowid, title_key) VALUES (?1, ?2)";
    private const string ForgetWords = "DELETE FROM paper_words WHERE rowid = ?1";
    private const string ForgetTitle = "DELETE FROM title_words WHERE rowid = ?1";
    private const string ForgetTrigrams = "DELETE FROM title_trigrams WHERE rowid = ?1";
    private const string LastVotes =
        "SELECT votes, comments, stars, taken_at FROM votes WHERE paper = ?1 AND origin = ?2 ORDER BY taken_at DESC LIMIT 1";
    private const string AddVotes = "INSERT OR REPLACE INTO votes VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    private const string AddListing = """
        INSERT INTO listings (day, origin, paper, rank) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE rank IS NOT excluded.rank
        """;
    private const string AnySample = "SELECT EXISTS (SELECT 1 FROM papers WHERE origin = 0)";
    private const string SampleIndex = """
        DELETE FROM paper_words WHERE rowid IN (SELECT id FROM papers WHERE origin = 0);
        DELETE FROM title_words WHERE rowid IN (SELECT id FROM papers WHERE origin = 0);
        DELETE FROM title_trigrams WHERE rowid IN (SELECT id FROM papers WHERE origin = 0);
        DELETE FROM papers WHERE origin = 0;
        """;
    private const string CountUp = "UPDATE revision SET number = number + 1";

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> statements = [];
    private readonly IndexText.Builder index = new();
    private long lastId;

    public PaperWriter(Database database)
    {
        connection = database.Open();
        connection.Run("PRAGMA cache_size = -32000"); // kB
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
        connection.Dispose();
    }

    /// <returns>What became of each, in order.</returns>
    public IReadOnlyList<Kept> Keep(IReadOnlyList<PreparedPaper> papers, DateTimeOffset now)
    {
        var outcomes = new Kept[papers.Count];
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var statement in statements.Values)
        {
            statement.Transaction = transaction;
        }
        if (papers.Any(paper => paper.Record.Origin != PaperOrigin.Sample))
        {
            LetSampleGo();
        }
        // Counted here and not by RETURNING: that makes FTS5 write out its buffer at every row, ten times as slow.
        lastId = connection.Number(LastId);
        for (var i = 0; i < papers.Count; i++)
        {
            outcomes[i] = Keep(papers[i], now);
        }
        if (outcomes.Any(outcome => outcome != Kept.Unchanged))
        {
            Run(CountUp);
        }
        transaction.Commit();
        return outcomes;
    }

    // The sample is there to try PaperBot out; beside real papers it would only confuse.
    private void LetSampleGo()
    {
        if (connection.Number(AnySample) == 1)
        {
            connection.Run(SampleIndex);
        }
    }

    private Kept Keep(PreparedPaper paper, DateTimeOffset now)
    {
        var known = Find(paper);
        var outcome = known is null ? Kept.New : Kept.Unchanged;
        var id = known?.Id ?? Add(paper, now);
        if (known is not null && Improve(known, paper, now))
        {
            outcome = Kept.Updated;
        }
        if (CountVotes(id, paper.Record, now) && outcome == Kept.Unchanged)
        {
            outcome = Kept.Updated;
        }
        if (paper.Record.Rank is not null || paper.Record.ListingDay is not null)
        {
            var day = paper.Record.ListingDay ?? DateOnly.FromDateTime(now.UtcDateTime);
            Run(AddListing, PaperRow.Day(day), (int)paper.Record.Origin, id, paper.Record.Rank);
        }
        return outcome;
    }

    // By its arXiv id; else by its title, where that says for certain which paper is meant.
    private PaperRow? Find(PreparedPaper paper)
    {
        if (paper.Record.ArxivId is not null)
        {
            return One(ByKey, paper.Row.Key)
                ?? Rows(ByTitle, paper.TitleKey).Find(row => !PaperId.Stored(row.Key).IsArxiv);
        }
        var sameTitle = Rows(ByTitle, paper.TitleKey);
        return sameTitle.Count == 1
            ? sameTitle[0]
            : sameTitle.Find(row => row.Key == paper.Row.Key) ?? One(ByFormerKey, paper.Row.Key);
    }

    private long Add(PreparedPaper paper, DateTimeOffset now)
    {
        var id = ++lastId;
        Run(Insert, [.. Values(paper.Row), id, Time(now)]);
        if (paper.Record.Abstract.Length > 0)
        {
            AddText(id, paper, now);
        }
        Run(AddTitle, paper.TitleKey, id);
        Run(IndexWords, id, paper.IndexWords);
        IndexTitleOf(id, paper.TitleKey);
        return id;
    }

    private bool Improve(PaperRow known, PreparedPaper paper, DateTimeOffset now)
    {
        var combined = PaperMerge.Combine(known, paper.Row);
        var news = combined != known;
        if (news)
        {
            Run(Update, [.. Values(combined), known.Id]);
        }
        if (combined.Key != known.Key)
        {
            Run(AddFormerKey, known.Key, known.Id);
        }
        Run(AddTitle, paper.TitleKey, known.Id);
        var texts = Texts(known.Id);
        if (paper.Record.Abstract.Length > 0 && IsNewText(known, paper, texts))
        {
            AddText(known.Id, paper, now);
            texts.Insert(0, paper.Record.Abstract);
            news = true;
        }
        if (news)
        {
            Run(ForgetWords, known.Id);
            Run(ForgetTitle, known.Id);
            Run(ForgetTrigrams, known.Id);
            Run(IndexWords, known.Id, index.Of(combined.ToPaper(texts.FirstOrDefault(""))));
            IndexTitleOf(known.Id, TitleKey.Of(combined.Title));
        }
        return news;
    }

    // A text that this paper has had before is no news: importing one file twice must change nothing, whatever is in it.
    private static bool IsNewText(PaperRow known, PreparedPaper paper, List<string> texts) =>
        texts.Count == 0 || (PaperMerge.Prevails(known, paper.Row) && !texts.Contains(paper.Record.Abstract));

    private void AddText(long id, PreparedPaper paper, DateTimeOffset now) =>
        Run(AddAbstract, id, paper.Row.Version, paper.Record.Abstract, (int)paper.Row.Origin, Time(now));

    private void IndexTitleOf(long id, string titleKey)
    {
        Run(IndexTitle, id, titleKey);
        Run(IndexTrigrams, id, titleKey);
    }

    // One snapshot a day, and one more whenever a number moved.
    private bool CountVotes(long id, PaperRecord record, DateTimeOffset now)
    {
        if (record is { Votes: null, Comments: null, Stars: null })
        {
            return false;
        }
        var moved = true;
        var sameDay = false;
        using (var reader = Statement(LastVotes, id, (int)record.Origin).ExecuteReader())
        {
            if (reader.Read())
            {
                moved =
                    (reader.NumberOrNull(0), reader.NumberOrNull(1), reader.NumberOrNull(2))
                    != (record.Votes, record.Comments, record.Stars);
                sameDay = reader.GetString(3)[..10] == Time(now)[..10];
            }
        }
        if (moved || !sameDay)
        {
            Run(AddVotes, id, (int)record.Origin, Time(now), record.Votes, record.Comments, record.Stars);
        }
        return moved;
    }

    private List<string> Texts(long id)
    {
        using var reader = Statement(KnownAbstracts, id).ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }

    private PaperRow? One(string sql, string value) => Rows(sql, value).FirstOrDefault();

    private List<PaperRow> Rows(string sql, string value)
    {
        using var reader = Statement(sql, value).ExecuteReader();
        var rows = new List<PaperRow>();
        while (reader.Read())
        {
            rows.Add(PaperRow.Read(reader));
        }
        return rows;
    }

    private void Run(string sql, params ReadOnlySpan<object?> values) => Statement(sql, values).ExecuteNonQuery();

    private SqliteCommand Statement(string sql, params ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = connection.Command(sql, values);
            statement.Prepare();
            statements.Add(sql, statement);
            return statement;
        }
        for (var i = 0; i < values.Length; i++)
        {
            statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return statement;
    }

    private static object?[] Values(PaperRow row) =>
        [
            row.Key,
            row.Version,
            row.Title,
            row.Authors,
            row.Published,
            row.Categories,
            row.Keywords,
            row.Venue,
            row.Year,
            row.Page,
            row.Code,
            row.Doi,
            row.License,
            (int)row.Origin,
        ];

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
