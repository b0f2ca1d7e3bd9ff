using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PaperBot.Skills.Editions;
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
    LocalMessageText message,
    TimeProvider clock,
    ILogger<Mistakes> logger
)
{
    private const string Add = "INSERT INTO mistakes (at, answer, about, writer, platform) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string Since =
        "SELECT at, answer, about, writer FROM mistakes WHERE at >= ?1 ORDER BY at DESC, id DESC LIMIT ?2";

    /// <summary>
    /// Takes an answer away for good, with what it was translated from or into: of several languages nobody can tell which
    /// one brought the mistake in. A daily post that shows it is changed; what was sent elsewhere, only its own button can.
    /// </summary>
    /// <param name="instead">The engine's own sentence, for the daily post; null where it has none.</param>
    /// <param name="platform">Where it was reported; who did is not kept.</param>
    /// <returns>False where somebody was faster.</returns>
    public bool Withdraw(KeptAnswer answer, string? instead, string platform)
    {
        var original = answer.TranslationOf is { } id ? answers.Find(id)?.Answer ?? answer : answer;
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (answers.Withdraw(connection, original.Id) == 0)
        {
            return false;
        }
        var about = string.Join('+', answer.Papers);
        connection.Run(Add, SqliteTime.Stamp(clock.GetUtcNow()), answer.Id, about, answer.Model, platform);
        if (instead is not null && original is { Papers: [var paper], Parts: [var first, ..] })
        {
            Replace(connection, paper, first.Text, instead);
        }
        transaction.Commit();
        LogWithdrawn(platform, answer.Id, about, answer.Model);
        return true;
    }

    /// <summary>Of an answer of PaperBot's own engine, which is made anew each time: there is nothing to withdraw.</summary>
    /// <param name="papers">Those that it is about.</param>
    public void Report(IReadOnlyList<Paper> papers, string writer, string platform)
    {
        using var connection = database.Open();
        var about = string.Join('+', papers.Select(paper => paper.Id.Value));
        connection.Run(Add, SqliteTime.Stamp(clock.GetUtcNow()), null, about, writer, platform);
        LogReported(platform, about, writer);
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

    private void Replace(SqliteConnection connection, string paper, string written, string instead)
    {
        var (old, own) = (PaperText.Clean(written), PaperText.Clean(instead)); // as EditionBuilder takes them
        if (EditionStore.Replace(connection, PaperId.Stored(paper), old, own) is { } edition)
        {
            LocalMessages.Rewrite(connection, edition.Day, message(edition));
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Somebody on {Platform} reports a mistake in answer {Answer} about {Papers} by {Writer}: it is withdrawn. Look at it with /evidence {Answer}."
    )]
    private partial void LogWithdrawn(string platform, long answer, string papers, string writer);

    [LoggerMessage(
        LogLevel.Warning,
        "Somebody on {Platform} reports a mistake in an answer about {Papers} by {Writer}. Look at it with /evidence {Papers}."
    )]
    private partial void LogReported(string platform, string papers, string writer);
}
