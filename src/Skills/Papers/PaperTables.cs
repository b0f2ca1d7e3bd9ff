using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>The statements with which a <see cref="PaperWriter"/> reads and writes papers; decides nothing.</summary>
/// <remarks>
/// What runs for every new paper is a plain INSERT: one that RETURNS or may REPLACE a row opens a savepoint, at which FTS5
/// writes out its buffer, and an intake takes five to ten times as long.
/// </remarks>
internal sealed class PaperTables(SqliteConnection connection) : IDisposable
{
    private const string RecordPaper = "SELECT paper FROM known_records WHERE fingerprint = ?1";
    private const string AddRecord = "INSERT INTO known_records (fingerprint, paper) VALUES (?1, ?2)";
    private const string ByKey = $"SELECT {PaperRow.Columns} FROM papers WHERE key = ?1";
    private const string ByFormerKey =
        $"SELECT {PaperRow.Columns} FROM papers WHERE id = (SELECT paper FROM former_keys WHERE key = ?1)";
    private const string ByTitle =
        $"SELECT {PaperRow.Columns} FROM titles CROSS JOIN papers ON papers.id = paper WHERE title_key = ?1 ORDER BY id";
    private const string Insert = """
        INSERT INTO papers (key, version, title, authors, published, categories, keywords, venue, year, page, code, doi, license, origin, id, added_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        """;
    private const string Update = """
        UPDATE papers SET key = ?1, version = ?2, title = ?3, authors = ?4, published = ?5, categories = ?6, keywords = ?7, venue = ?8,
            year = ?9, page = ?10, code = ?11, doi = ?12, license = ?13, origin = ?14
        WHERE id = ?15
        """;
    private const string Abstract = "SELECT text FROM abstracts WHERE paper = ?1";
    private const string PutAbstract =
        "INSERT INTO abstracts (paper, version, text, origin, seen_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string ChangeAbstract =
        "UPDATE abstracts SET version = ?2, text = ?3, origin = ?4, seen_at = ?5 WHERE paper = ?1";
    private const string FileAbstract =
        "INSERT INTO former_abstracts (paper, version, text, origin, seen_at) SELECT paper, version, text, origin, seen_at FROM abstracts WHERE paper = ?1";
    private const string AddFormer =
        "INSERT INTO former_abstracts (paper, version, text, origin, seen_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string WasAbstract = "SELECT EXISTS (SELECT 1 FROM former_abstracts WHERE paper = ?1 AND text = ?2)";
    private const string FileTitle =
        "INSERT OR REPLACE INTO former_titles (paper, version, title, seen_at) VALUES (?1, ?2, ?3, ?4)";
    private const string TitleAt =
        "SELECT title FROM former_titles WHERE paper = ?1 AND version >= ?2 ORDER BY version LIMIT 1";
    private const string MarkChanged = "INSERT OR IGNORE INTO changed_papers (paper) VALUES (?1)";
    private const string AddTitle = "INSERT OR IGNORE INTO titles (title_key, paper) VALUES (?1, ?2)";
    private const string AddFormerKey = "INSERT OR REPLACE INTO former_keys (key, paper) VALUES (?1, ?2)";
    private const string IndexWords = "INSERT INTO paper_words (rowid, words) VALUES (?1, ?2)";
    private const string IndexTitle = "INSERT INTO title_words (rowid, words) VALUES (?1, ?2)";
    private const string IndexTrigrams = "INSERT INTO title_trigrams (rowid, title_key) VALUES (?1, ?2)";
    private const string ForgetWords = "DELETE FROM paper_words WHERE rowid = ?1";
    private const string ForgetTitle = "DELETE FROM title_words WHERE rowid = ?1";
    private const string ForgetTrigrams = "DELETE FROM title_trigrams WHERE rowid = ?1";
    private const string Delete = "DELETE FROM papers WHERE id = ?1";

    // Everything that hangs on paper ?2 goes to paper ?1, where that has not the same already.
    private static readonly string[] Move =
    [
        "UPDATE OR IGNORE titles SET paper = ?1 WHERE paper = ?2",
        "UPDATE former_keys SET paper = ?1 WHERE paper = ?2",
        "UPDATE former_abstracts SET paper = ?1 WHERE paper = ?2",
        "UPDATE OR IGNORE abstracts SET paper = ?1 WHERE paper = ?2",
        "UPDATE OR IGNORE former_titles SET paper = ?1 WHERE paper = ?2",
        "UPDATE OR IGNORE listings SET paper = ?1 WHERE paper = ?2",
        "UPDATE known_records SET paper = ?1 WHERE paper = ?2",
    ];

    private readonly Dictionary<string, Statement> statements = [];

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }

    /// <summary>A statement that is prepared when it is first asked for.</summary>
    public Statement For(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(connection, sql);
            statements.Add(sql, statement);
        }
        return statement;
    }

    /// <returns>The number of the paper that a record went into; 0 where it is not known.</returns>
    public long PaperOf(long fingerprint) => For(RecordPaper).Bind(1, fingerprint).First();

    public void Remember(long fingerprint, long paper) => For(AddRecord).Bind(1, fingerprint).Bind(2, paper).Run();

    public PaperRow? WithKey(string key) => One(ByKey, key) ?? One(ByFormerKey, key);

    public List<PaperRow> WithTitle(string titleKey)
    {
        var statement = For(ByTitle).Bind(1, titleKey);
        var rows = new List<PaperRow>();
        while (statement.Step())
        {
            rows.Add(PaperRow.Read(statement));
        }
        return rows;
    }

    public void AddPaper(long id, PaperRow row, string now) => row.BindTo(For(Insert)).Bind(15, id).Bind(16, now).Run();

    public void UpdatePaper(PaperRow row) => row.BindTo(For(Update)).Bind(15, row.Id).Run();

    public string AbstractOf(long paper)
    {
        var statement = For(Abstract).Bind(1, paper);
        if (!statement.Step())
        {
            return "";
        }
        var text = statement.Text(0);
        statement.Reset();
        return text;
    }

    public bool HadAbstract(long paper, string text) => For(WasAbstract).Bind(1, paper).Bind(2, text).First() == 1;

    /// <summary>Makes it today's abstract; the one it replaces becomes history.</summary>
    public void ReplaceAbstract(long paper, PaperRow said, string text, string now)
    {
        For(FileAbstract).Bind(1, paper).Run();
        Write(ChangeAbstract, paper, said, text, now);
    }

    public void SetAbstract(long paper, PaperRow said, string text, string now) =>
        Write(PutAbstract, paper, said, text, now);

    public void AddFormerAbstract(long paper, PaperRow said, string text, string now) =>
        Write(AddFormer, paper, said, text, now);

    /// <summary>The title that a version had.</summary>
    /// <param name="version">Up to the newest.</param>
    public string TitleOf(PaperRow row, int version)
    {
        var statement = For(TitleAt).Bind(1, row.Id).Bind(2, (long)version);
        if (!statement.Step())
        {
            return row.Title;
        }
        var title = statement.Text(0);
        statement.Reset();
        return title;
    }

    /// <summary>Makes it the title that a former version had.</summary>
    public void AddFormerTitle(long paper, int version, string title, string now) =>
        For(FileTitle).Bind(1, paper).Bind(2, (long)version).Bind(3, title).Bind(4, now).Run();

    /// <summary>A newer version says something else; see Digests' VersionNotices.</summary>
    public void MarkChangedOf(long paper) => For(MarkChanged).Bind(1, paper).Run();

    /// <returns>Whether the paper did not have this title before.</returns>
    public bool AddTitleOf(long paper, string titleKey) => For(AddTitle).Bind(1, titleKey).Bind(2, paper).Run() > 0;

    public void AddFormerKeyOf(long paper, string key) => For(AddFormerKey).Bind(1, key).Bind(2, paper).Run();

    public void IndexWordsOf(long paper, byte[] words) => For(IndexWords).Bind(1, paper).Bind(2, words).Run();

    public void IndexTitleWordsOf(long paper, string titleKey) =>
        For(IndexTitle).Bind(1, paper).Bind(2, titleKey).Run();

    public void IndexTitleLettersOf(long paper, string titleKey) =>
        For(IndexTrigrams).Bind(1, paper).Bind(2, titleKey).Run();

    public void ForgetWordsOf(long paper) => For(ForgetWords).Bind(1, paper).Run();

    public void ForgetTitleOf(long paper)
    {
        For(ForgetTitle).Bind(1, paper).Run();
        For(ForgetTrigrams).Bind(1, paper).Run();
    }

    /// <summary>Takes a paper away that turned out to be another one; what hangs on it goes to that.</summary>
    public void MoveInto(long survivor, PaperRow gone)
    {
        foreach (var sql in Move)
        {
            For(sql).Bind(1, survivor).Bind(2, gone.Id).Run();
        }
        ForgetWordsOf(gone.Id);
        ForgetTitleOf(gone.Id);
        For(Delete).Bind(1, gone.Id).Run();
        AddFormerKeyOf(survivor, gone.Key);
    }

    private void Write(string sql, long paper, PaperRow said, string text, string now) =>
        For(sql).Bind(1, paper).Bind(2, said.Version).Bind(3, text).Bind(4, (long)said.Origin).Bind(5, now).Run();

    private PaperRow? One(string sql, string value)
    {
        var statement = For(sql).Bind(1, value);
        if (!statement.Step())
        {
            return null;
        }
        var row = PaperRow.Read(statement);
        statement.Reset();
        return row;
    }
}
