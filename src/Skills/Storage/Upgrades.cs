using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Storage;

/// <summary>
/// The steps from an empty file to today's library, each in one transaction with its number (user_version). A step that
/// was released is never changed; a change is a new step.
/// </summary>
internal static class Upgrades
{
    /// <summary>"PBot" in the file header (https://www.sqlite.org/pragma.html#pragma_application_id).</summary>
    public const int ApplicationId = 0x50426F74;

    /// <summary>The steps of this program, oldest first.</summary>
    public static IReadOnlyList<string> Steps { get; } = [FirstLibrary, LanguageModels, Digests];

    public static void Run(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        while (connection.Number("PRAGMA user_version") < steps.Count)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            // Asked again under the write lock: another process may have been faster.
            var version = (int)connection.Number("PRAGMA user_version");
            if (version < steps.Count)
            {
                connection.Run(steps[version]);
                connection.Run($"PRAGMA application_id = {ApplicationId}");
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
        -- Newest first, for a library without lists and votes; a year alone stands after the days of that year.
        CREATE INDEX papers_newest ON papers (coalesce(published, printf('%04d', year)) DESC, added_at DESC);

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

        -- Today's abstract of a paper; its number is the paper's.
        CREATE TABLE abstracts (
            paper   INTEGER PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE,
            version INTEGER,
            text    TEXT NOT NULL,
            origin  INTEGER NOT NULL,
            seen_at TEXT NOT NULL
        ) STRICT;

        -- What it was before, and those of versions that came to us late.
        CREATE TABLE former_abstracts (
            id      INTEGER PRIMARY KEY,
            paper   INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            version INTEGER,
            text    TEXT NOT NULL,
            origin  INTEGER NOT NULL,
            seen_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX former_abstracts_paper ON former_abstracts (paper);

        -- Which records were taken in already (64 bits of a hash): what a source says again is no news. No index leads
        -- from the paper here: papers are hardly ever deleted, and all of these would be written for that alone.
        CREATE TABLE known_records (
            fingerprint INTEGER PRIMARY KEY,
            paper       INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE
        ) STRICT;

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
        CREATE VIRTUAL TABLE title_trigrams USING fts5(title_key, tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1, detail = none);
        INSERT INTO paper_words (paper_words, rank) VALUES ('hashsize', 8000000);     -- bytes gathered before they are
        INSERT INTO title_trigrams (title_trigrams, rank) VALUES ('hashsize', 8000000); -- sorted and written
        CREATE VIRTUAL TABLE title_vocabulary USING fts5vocab(title_words, row);
        CREATE VIRTUAL TABLE paper_vocabulary USING fts5vocab(paper_words, row);

        -- Counts up when a paper comes, goes or changes (votes and lists do not count), so that what was read into memory knows when it is old.
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
            day       TEXT NOT NULL REFERENCES editions (day) ON DELETE CASCADE,
            rank      INTEGER NOT NULL,
            key       TEXT NOT NULL UNIQUE,  -- no paper is picked twice, on whichever day
            title_key TEXT NOT NULL UNIQUE,
            title     TEXT NOT NULL,
            link      TEXT,
            summary   TEXT NOT NULL,
            reason    TEXT NOT NULL,
            sample    INTEGER NOT NULL,
            PRIMARY KEY (day, rank)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE publications (
            day    TEXT NOT NULL REFERENCES editions (day) ON DELETE CASCADE,
            outlet TEXT NOT NULL,
            target TEXT NOT NULL,
            state  TEXT NOT NULL,               -- planned, sent
            at     TEXT NOT NULL,               -- when it came into this state
            tries  INTEGER NOT NULL DEFAULT 0,  -- more than 0 and not sent: it may be there or not
            error  TEXT,                        -- of the last try
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

    private const string LanguageModels = """
        -- What a language model wrote and what of it held: kept so that nothing is paid for twice.
        CREATE TABLE answers (
            id             INTEGER PRIMARY KEY AUTOINCREMENT,  -- stands in messages: a number never comes to mean another answer
            key            TEXT NOT NULL UNIQUE,               -- AnswerKey
            skill          TEXT NOT NULL,
            papers         TEXT NOT NULL,                      -- JSON array of {id, version, hash of the abstract}
            style          TEXT NOT NULL,
            language       TEXT NOT NULL,
            model          TEXT NOT NULL,
            written_at     TEXT NOT NULL,
            parts          TEXT,                               -- JSON array of WrittenPart; null: nothing can be shown
            refusal        TEXT,                               -- why nothing can
            translation_of INTEGER REFERENCES answers (id) ON DELETE CASCADE,
            withdrawn_at   TEXT
        ) STRICT;
        CREATE INDEX answers_translations ON answers (translation_of) WHERE translation_of IS NOT NULL;
        CREATE INDEX answers_refused ON answers (written_at) WHERE parts IS NULL;

        -- Which papers an answer is about: where one of them leaves the library, the answer goes too.
        CREATE TABLE answer_papers (
            paper  INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            answer INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
            PRIMARY KEY (paper, answer)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answer_papers_answer ON answer_papers (answer);
        CREATE TRIGGER answers_of_gone_papers AFTER DELETE ON answer_papers BEGIN
            DELETE FROM answers WHERE id = OLD.answer;
        END;

        -- Reports of mistakes; who reported is not kept.
        CREATE TABLE mistakes (
            id       INTEGER PRIMARY KEY,
            at       TEXT NOT NULL,
            answer   INTEGER,           -- null: an answer of PaperBot's own engine, which is not kept
            about    TEXT NOT NULL,     -- ids of papers, joined by +
            writer   TEXT NOT NULL,     -- the model, or PaperBot's own engine
            platform TEXT NOT NULL
        ) STRICT;
        CREATE INDEX mistakes_at ON mistakes (at);

        -- What the model was used for: a row a day and account.
        CREATE TABLE model_usage (
            day           TEXT NOT NULL,
            server        TEXT NOT NULL,     -- empty outside any
            user          TEXT NOT NULL,     -- empty for PaperBot itself, and after some weeks
            skill         TEXT NOT NULL,
            model         TEXT NOT NULL,
            calls         INTEGER NOT NULL,
            input_tokens  INTEGER NOT NULL,
            output_tokens INTEGER NOT NULL,
            estimated     INTEGER NOT NULL,  -- calls whose tokens the endpoint did not count
            cost          INTEGER NOT NULL,  -- millionths of the currency
            PRIMARY KEY (day, server, user, skill, model)
        ) STRICT, WITHOUT ROWID;

        -- Which warnings were given, so that each is given once a month.
        CREATE TABLE budget_warnings (
            month   TEXT NOT NULL,
            server  TEXT NOT NULL,           -- empty: of all together
            percent INTEGER NOT NULL,
            PRIMARY KEY (month, server, percent)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE picks ADD COLUMN writer TEXT;   -- the model that wrote the summary; null: PaperBot's own engine
        """;

    private const string Digests = """
        -- The daily post of a channel, as it was set up there.
        CREATE TABLE digests (
            id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- stands in messages: a number never comes to mean another digest
            platform   TEXT NOT NULL,
            server     TEXT NOT NULL,
            channel    TEXT NOT NULL,
            schedule   TEXT NOT NULL,                      -- DigestSchedule.Key: many channels share one
            settings   TEXT NOT NULL,                      -- JSON, DigestSettings
            created_at TEXT NOT NULL,                      -- or resumed: nothing before it counts as missed
            paused_at  TEXT,
            ended_at   TEXT,                               -- the channel is gone, or PaperBot may not post there
            ended_why  TEXT,
            UNIQUE (platform, channel)
        ) STRICT;
        CREATE INDEX digests_schedule ON digests (schedule) WHERE paused_at IS NULL AND ended_at IS NULL;
        CREATE INDEX digests_server ON digests (platform, server);

        -- What a channel got on a day, or is to get: kept before anything is sent.
        CREATE TABLE digest_posts (
            id         INTEGER PRIMARY KEY AUTOINCREMENT,
            digest     INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
            day        TEXT NOT NULL,                      -- on the wall clock of the digest's zone
            since      TEXT,                               -- the first of the days that were missed and that this one makes up for
            content    TEXT NOT NULL,                      -- JSON, DigestContent
            planned_at TEXT NOT NULL,
            late_at    TEXT,                               -- when its list is closed and late papers are looked for; null: never, or done
            UNIQUE (digest, day)
        ) STRICT;
        CREATE INDEX digest_posts_late ON digest_posts (late_at) WHERE late_at IS NOT NULL;

        -- The outbox: everything that the platform is to be told of a post, one request a row.
        CREATE TABLE digest_parts (
            post    INTEGER NOT NULL REFERENCES digest_posts (id) ON DELETE CASCADE,
            part    INTEGER NOT NULL,                      -- 0: the message
            kind    TEXT NOT NULL,                         -- DigestPartKind
            state   TEXT NOT NULL,                         -- planned, sent (it may have arrived), confirmed, given up
            content TEXT,                                  -- JSON, of kinds that have more to say than the post
            place   TEXT,                                  -- the platform's id of what came of it
            at      TEXT NOT NULL,                         -- when it came into this state
            tries   INTEGER NOT NULL DEFAULT 0,
            error   TEXT,                                  -- of the last try
            PRIMARY KEY (post, part)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX digest_parts_open ON digest_parts (post) WHERE state IN ('planned', 'sent');

        -- Which papers a channel has had, whatever became of the digest that brought them.
        CREATE TABLE digest_papers (
            platform  TEXT NOT NULL,
            channel   TEXT NOT NULL,
            key       TEXT NOT NULL,
            title_key TEXT NOT NULL,
            post      INTEGER,
            PRIMARY KEY (platform, channel, key),
            UNIQUE (platform, channel, title_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX digest_papers_key ON digest_papers (key);

        -- Titles that newer versions of a paper replaced, each with the last version that is known to have had it.
        CREATE TABLE former_titles (
            paper   INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            title   TEXT NOT NULL,
            seen_at TEXT NOT NULL,                         -- when it was replaced
            PRIMARY KEY (paper, version)
        ) STRICT, WITHOUT ROWID;

        -- Papers of which a newer version came with another title or abstract, until the channels that had them are told.
        CREATE TABLE changed_papers (
            paper INTEGER PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE
        ) STRICT;

        -- Servers that PaperBot was taken out of: what is kept of them is deleted after a while.
        CREATE TABLE left_servers (
            platform TEXT NOT NULL,
            server   TEXT NOT NULL,
            left_at  TEXT NOT NULL,
            PRIMARY KEY (platform, server)
        ) STRICT, WITHOUT ROWID;

        -- What somebody wants to hear of.
        CREATE TABLE follows (
            id       INTEGER PRIMARY KEY AUTOINCREMENT,
            platform TEXT NOT NULL,
            user     TEXT NOT NULL,
            server   TEXT NOT NULL,                        -- where it was said; empty outside any
            name     TEXT NOT NULL,                        -- the person's, as others in that server read it
            kind     TEXT NOT NULL,                        -- topic, author, paper
            value    TEXT NOT NULL,                        -- folded, so that nothing is followed twice
            label    TEXT NOT NULL,                        -- as it was typed, or the paper's title
            mention  INTEGER NOT NULL,                     -- 1: wants to be called on the digest
            note     INTEGER NOT NULL,                     -- 1: wants a private note
            version  INTEGER NOT NULL,                     -- of a paper: the newest that the person knows of; else 0
            at       TEXT NOT NULL,
            UNIQUE (platform, user, server, kind, value)
        ) STRICT;
        CREATE INDEX follows_server ON follows (platform, server);

        -- Private notes that are to be sent or were: each once a person and paper (and version, for a followed paper).
        CREATE TABLE follow_notes (
            platform TEXT NOT NULL,
            user     TEXT NOT NULL,
            key      TEXT NOT NULL,
            version  INTEGER NOT NULL,
            why      TEXT NOT NULL,
            state    TEXT NOT NULL,                        -- planned, sent, confirmed, given up
            at       TEXT NOT NULL,
            PRIMARY KEY (platform, user, key, version)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX follow_notes_open ON follow_notes (state) WHERE state IN ('planned', 'sent');

        -- Everybody's own reading list.
        CREATE TABLE saved_papers (
            platform TEXT NOT NULL,
            user     TEXT NOT NULL,
            key      TEXT NOT NULL,
            server   TEXT NOT NULL,                        -- where it was saved; empty outside any
            at       TEXT NOT NULL,
            PRIMARY KEY (platform, user, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX saved_papers_server ON saved_papers (platform, server) WHERE server <> '';

        -- A team's own votes.
        CREATE TABLE team_votes (
            platform TEXT NOT NULL,
            server   TEXT NOT NULL,
            user     TEXT NOT NULL,
            key      TEXT NOT NULL,
            at       TEXT NOT NULL,
            PRIMARY KEY (platform, server, key, user)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX team_votes_user ON team_votes (platform, user);

        -- Where in a server a paper was shown or asked about.
        CREATE TABLE mentions (
            platform TEXT NOT NULL,
            server   TEXT NOT NULL,
            key      TEXT NOT NULL,
            channel  TEXT NOT NULL,
            message  TEXT NOT NULL,
            thread   TEXT,
            how      TEXT NOT NULL,                        -- digest, summarize, compare
            at       TEXT NOT NULL,
            PRIMARY KEY (platform, server, key, channel, message)
        ) STRICT, WITHOUT ROWID;

        -- When a list was first seen to have a paper; null: before this was written down.
        ALTER TABLE listings ADD COLUMN seen_at TEXT;

        -- How each source fared when it was asked last.
        CREATE TABLE source_health (
            source     TEXT PRIMARY KEY,                   -- its name for readers
            healthy_at TEXT,                               -- when its answer could last be relied on
            problem_at TEXT,                               -- since when it cannot; null: it can
            said       TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What the operator was told, so that each thing is told once.
        CREATE TABLE operator_alerts (
            day    TEXT NOT NULL,
            about  TEXT NOT NULL,
            said   TEXT NOT NULL,
            at     TEXT NOT NULL,
            PRIMARY KEY (day, about)
        ) STRICT, WITHOUT ROWID;
        """;
}
