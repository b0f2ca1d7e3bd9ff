using Microsoft.Extensions.Logging;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Answers;

/// <summary>A report that an answer is mistaken.</summary>
/// <param name="Answer">Its number; null for one of PaperBot's own engine.</param>
/// <param name="About">Ids of its papers, joined by +.</param>
/// <param name="Writer">The model, or PaperBot's own engine.</param>
public sealed record Mistake(DateTimeOffset At, long? Answer, string About, string Writer);

/// <summary>Answers that somebody found wrong: withdrawn wherever they are kept, and told to whoever runs PaperBot.</summary>
public sealed partial class Mistakes(
    Database database,
    AnswerStore answers,
    TimeProvider clock,
    ILogger<Mistakes> logger
)
{
    private const string Add = "INSERT INTO mistakes (at, answer, about, writer, platform) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string Since =
        "SELECT at, answer, about, writer FROM mistakes WHERE at >= ?1 ORDER BY at DESC LIMIT ?2";

    // In a daily post that is looked at again; what was posted elsewhere, only its own button can change.
    private const string InPicks =
        "UPDATE picks SET summary = ?3, writer = NULL WHERE key = ?1 AND writer IS NOT NULL AND summary = ?2";
    private const string InMessages =
        "UPDATE local_messages SET reply = replace(reply, ?1, ?2) WHERE instr(reply, ?1) > 0";

    /// <summary>Takes an answer and its translations away for good.</summary>
    /// <param name="instead">The engine's own sentence, for the daily posts that show the answer's first one.</param>
    /// <param name="platform">Where it was reported; who did is not kept.</param>
    public void Withdraw(KeptAnswer answer, string? instead, string platform)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        answers.Withdraw(connection, answer.TranslationOf ?? answer.Id);
        answers.Withdraw(connection, answer.Id);
        var about = string.Join('+', answer.Papers);
        connection.Run(Add, SqliteTime.Stamp(clock.GetUtcNow()), answer.Id, about, answer.Model, platform);
        if (instead is not null && answer is { Papers: [var paper], Parts: [var first, ..] })
        {
            connection.Run(InPicks, paper, first.Text, instead);
            connection.Run(InMessages, Json(first.Text), Json(instead));
        }
        transaction.Commit();
        LogMistake(platform, about, answer.Model, answer.Id);
    }

    /// <summary>Of an answer of PaperBot's own engine, which is made anew each time: there is nothing to withdraw.</summary>
    public void Report(IReadOnlyList<Paper> papers, string writer, string platform)
    {
        using var connection = database.Open();
        var about = string.Join('+', papers.Select(paper => paper.Id.Value));
        connection.Run(Add, SqliteTime.Stamp(clock.GetUtcNow()), null, about, writer, platform);
        LogMistake(platform, about, writer, 0);
    }

    /// <returns>The newest first.</returns>
    public IReadOnlyList<Mistake> Newest(DateTimeOffset since, int most = 20)
    {
        using var connection = database.Open();
        return connection.Rows(
            Since,
            row => new Mistake(
                row.GetStamp(0),
                row.IsDBNull(1) ? null : row.GetInt64(1),
                row.GetString(2),
                row.GetString(3)
            ),
            SqliteTime.Stamp(since),
            most
        );
    }

    // As it stands inside a reply that was written as JSON.
    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1];

    [LoggerMessage(
        LogLevel.Warning,
        "Somebody on {Platform} reports a mistake about {Papers} by {Writer} (answer {Answer}; 0: not kept)."
    )]
    private partial void LogMistake(string platform, string papers, string writer, long answer);
}
