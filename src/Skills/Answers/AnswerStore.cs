using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Answers;

/// <summary>The answers of models in the library: what is known of a key, for good or for a day.</summary>
public sealed class AnswerStore(Database database, TimeProvider clock)
{
    /// <summary>So long nobody pays again for an answer of which nothing held.</summary>
    public static readonly TimeSpan RefusedFor = TimeSpan.FromDays(1);

    private const string Columns =
        "id, skill, papers, style, language, model, written_at, parts, translation_of, withdrawn_at, refusal";
    private const string ByKey = $"SELECT {Columns} FROM answers WHERE key = ?1";
    private const string ById = $"SELECT {Columns} FROM answers WHERE id = ?1";

    // An answer that another process was faster with stays; one that was refused gives way. What was translated from an
    // answer that was withdrawn meanwhile is withdrawn with it.
    private const string Add = """
        INSERT INTO answers (key, skill, papers, style, language, model, written_at, parts, refusal, translation_of, withdrawn_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT withdrawn_at FROM answers WHERE id = ?10))
        ON CONFLICT (key) DO UPDATE SET papers = excluded.papers, written_at = excluded.written_at, parts = excluded.parts,
            refusal = excluded.refusal, translation_of = excluded.translation_of, withdrawn_at = excluded.withdrawn_at
        WHERE answers.parts IS NULL
        """;
    private const string AddPaper = """
        INSERT OR IGNORE INTO answer_papers (paper, answer)
        SELECT id, ?2 FROM papers WHERE key = ?1 UNION SELECT paper, ?2 FROM former_keys WHERE key = ?1
        """;
    private const string Tidy = "DELETE FROM answers WHERE parts IS NULL AND written_at < ?1";
    private const string MarkWithdrawn =
        "UPDATE answers SET withdrawn_at = ?2 WHERE (id = ?1 OR translation_of = ?1) AND withdrawn_at IS NULL";

    public StoredAnswer? Find(AnswerKey key) => Find(ByKey, key.Text);

    public StoredAnswer? Find(long id) => Find(ById, id);

    /// <returns>What is kept under the key now: this, or what somebody else was faster with.</returns>
    public StoredAnswer Keep(AnswerKey key, Draft draft) => Keep(key, draft, null);

    /// <summary>Remembers for a while that nothing of what was written can be shown.</summary>
    /// <param name="sentence">Why, for the reader.</param>
    public void Refuse(AnswerKey key, string sentence) => Keep(key, null, sentence);

    private StoredAnswer Keep(AnswerKey key, Draft? draft, string? refusal)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var now = clock.GetUtcNow();
        var papers = draft?.RestsOn ?? key.Papers;
        connection.Run(Tidy, SqliteTime.Stamp(now - RefusedFor));
        connection.Run(
            Add,
            key.Text,
            key.Skill,
            JsonSerializer.Serialize(
                papers.Select(paper => new ReadPaper(paper.Id.Value, paper.Version, AnswerKey.Hash(paper.Abstract)))
            ),
            key.Style,
            key.Language,
            key.Model,
            SqliteTime.Stamp(now),
            draft is null ? null : JsonSerializer.Serialize(draft.Parts),
            refusal,
            draft?.TranslationOf
        );
        var kept = connection.Rows(ByKey, Read, key.Text).Single();
        foreach (var paper in papers)
        {
            connection.Run(AddPaper, paper.Id.Value, kept.Answer.Id);
        }
        transaction.Commit();
        return kept;
    }

    /// <summary>Marks an answer and all its translations, in the caller's transaction.</summary>
    /// <returns>How many were marked: those that had not been withdrawn before.</returns>
    public int Withdraw(SqliteConnection connection, long id) =>
        connection.Run(MarkWithdrawn, id, SqliteTime.Stamp(clock.GetUtcNow()));

    private StoredAnswer? Find(string sql, object value)
    {
        using var connection = database.Open();
        return connection.Rows(sql, Read, value).FirstOrDefault();
    }

    private static StoredAnswer Read(SqliteDataReader row)
    {
        var papers = JsonSerializer.Deserialize<List<ReadPaper>>(row.GetString(2))!; // as Keep wrote it
        var parts = row.TextOrNull(7);
        return new StoredAnswer(
            new KeptAnswer(
                row.GetInt64(0),
                row.GetString(1),
                [.. papers.Select(paper => paper.Id)],
                [.. papers.Select(paper => paper.Version)],
                row.GetString(3),
                row.GetString(4),
                row.GetString(5),
                row.GetStamp(6),
                parts is null ? [] : JsonSerializer.Deserialize<List<WrittenPart>>(parts)! // likewise
            )
            {
                Abstracts = [.. papers.Select(paper => paper.Abstract)],
                TranslationOf = row.IsDBNull(8) ? null : row.GetInt64(8),
                WithdrawnAt = row.IsDBNull(9) ? null : row.GetStamp(9),
            },
            row.TextOrNull(10)
        );
    }

    private sealed record ReadPaper(string Id, int? Version, string Abstract);
}

/// <param name="Refusal">Why nothing of what the model wrote can be shown; the answer has no parts then. Else null.</param>
public sealed record StoredAnswer(KeptAnswer Answer, string? Refusal);
