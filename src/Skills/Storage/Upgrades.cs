using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Storage;

/// <summary>
/// The steps from an empty file to today's library, each in one transaction with its number (user_version). A step that
/// was released is never changed; a change is a new step.
/// </summary>
internal static class Upgrades
{
    private static readonly string[] Steps = [FirstLibrary];

    public static int Newest => Steps.Length;

    public static void Run(SqliteConnection connection, int applicationId)
    {
        while (connection.Number("PRAGMA user_version") < Newest)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            // Asked again under the write lock: another process may have been faster.
            var version = connection.Number("PRAGMA user_version");
            if (version < Newest)
            {
                connection.Run(Steps[version]);
                connection.Run($"PRAGMA application_id = {applicationId}");
                connection.Run($"PRAGMA user_version = {version + 1}");
            }
            transaction.Commit();
        }
    }

    private const string FirstLibrary = """
        CREATE TABLE papers (
            id         INTEGER PRIMARY KEY,
            key        TEXT NOT NULL UNIQUE,    -- PaperId
            version    INTEGER,
            title      TEXT NOT NULL,
            authors    TEXT,                    -- JSON array of names
            published  TEXT,                    -- day
            categories TEXT,                    -- JSON array
            keywords   TEXT,                    -- JSON array
            venue      TEXT,
            year       INTEGER,
            page       TEXT,
            code       TEXT,
            doi        TEXT,
            license    TEXT,
            origin     INTEGER NOT NULL,        -- PaperOrigin of title, abstract and authors
            added_at   TEXT NOT NULL
        ) STRICT;
        CREATE INDEX papers_sample ON papers (id) WHERE origin = 0;

        -- Every title a paper was ever given, as TitleKey: the same paper is found under an old one too.
        CREATE TABLE titles (
            title_key TEXT NOT NULL,
            paper     INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            PRIMARY KEY (title_key, paper)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX titles_paper ON titles (paper);

        -- Ids under which a paper was known before it had its arXiv id.
        CREATE TABLE former_keys (
            key   TEXT PRIMARY KEY,
            paper INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX former_keys_paper ON former_keys (paper);

        -- The history of a paper's abstract; the row with the highest id is today's.
        CREATE TABLE abstracts (
            id      INTEGER PRIMARY KEY,
            paper   INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            version INTEGER,
            text    TEXT NOT NULL,
            origin  INTEGER NOT NULL,
            seen_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX abstracts_paper ON abstracts (paper);

        -- Popularity as it was seen, never overwritten.
        CREATE TABLE votes (
            paper    INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            origin   INTEGER NOT NULL,
            taken_at TEXT NOT NULL,
            votes    INTEGER,
            comments INTEGER,
            stars    INTEGER,
            PRIMARY KEY (paper, origin, taken_at)
        ) STRICT, WITHOUT ROWID;

        -- On which day's list, and where on it, a source showed a paper.
        CREATE TABLE listings (
            day    TEXT NOT NULL,
            origin INTEGER NOT NULL,
            paper  INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            rank   INTEGER,
            PRIMARY KEY (day, origin, paper)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX listings_paper ON listings (paper);

        -- Full text: the words are cut and folded before they get here (Words, IndexText), hence the plain tokenizer;
        -- each is stored once per paper and without place, because hits are ranked from the papers' own text.
        CREATE VIRTUAL TABLE paper_words USING fts5(words, tokenize = 'ascii', content = '', contentless_delete = 1, detail = none);
        CREATE VIRTUAL TABLE title_words USING fts5(words, tokenize = 'ascii', content = '', contentless_delete = 1, detail = none);
        CREATE VIRTUAL TABLE title_trigrams USING fts5(title_key, tokenize = 'trigram', content = '', contentless_delete = 1, detail = none);
        CREATE VIRTUAL TABLE title_vocabulary USING fts5vocab(title_words, row);

        -- Counts up with every change of papers, so that what was read into memory knows when it is old.
        CREATE TABLE revision (number INTEGER NOT NULL) STRICT;
        INSERT INTO revision VALUES (0);

        -- What a source answered last, for conditional requests and for telling a stale list from a new one.
        CREATE TABLE fetch_marks (
            url  TEXT PRIMARY KEY,
            mark TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE editions (
            day      TEXT PRIMARY KEY,
            built_at TEXT NOT NULL,
            notice   TEXT
        ) STRICT, WITHOUT ROWID;

        -- As they were posted: a paper that later leaves or changes does not change the past.
        CREATE TABLE picks (
            day     TEXT NOT NULL REFERENCES editions (day) ON DELETE CASCADE,
            rank    INTEGER NOT NULL,
            key     TEXT NOT NULL,
            title   TEXT NOT NULL,
            link    TEXT,
            summary TEXT NOT NULL,
            reason  TEXT NOT NULL,
            sample  INTEGER NOT NULL,
            PRIMARY KEY (day, rank)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX picks_key ON picks (key);

        CREATE TABLE publications (
            day     TEXT NOT NULL,
            outlet  TEXT NOT NULL,
            target  TEXT NOT NULL,
            state   TEXT NOT NULL,   -- planned, sent
            at      TEXT NOT NULL,
            PRIMARY KEY (day, outlet, target)
        ) STRICT, WITHOUT ROWID;

        -- The channel that every installation has: what was posted in it, oldest first.
        CREATE TABLE local_messages (
            id    INTEGER PRIMARY KEY,
            day   TEXT NOT NULL UNIQUE,
            at    TEXT NOT NULL,
            reply TEXT NOT NULL
        ) STRICT;

        -- When the serving program was last seen alive (health check).
        CREATE TABLE heartbeats (
            name TEXT PRIMARY KEY,
            at   TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;
}
