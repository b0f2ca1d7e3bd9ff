using PaperBot.Skills.Editions;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Digests;

/// <param name="HealthyAt">When its answer could last be relied on; null: never yet.</param>
/// <param name="ProblemSince">Since when it cannot; null where it can.</param>
/// <param name="Said">What happened when it was asked last, in a sentence.</param>
public sealed record SourceState(string Source, DateTimeOffset? HealthyAt, DateTimeOffset? ProblemSince, string Said);

/// <summary>How the sources fare, and what the operator was told of it.</summary>
public sealed class SourceHealth(Database database, TimeProvider clock)
{
    private const string Write = """
        INSERT INTO source_health (source, healthy_at, problem_at, said) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (source) DO UPDATE SET
            healthy_at = coalesce(excluded.healthy_at, healthy_at),
            problem_at = iif(excluded.problem_at IS NULL, NULL, coalesce(problem_at, excluded.problem_at)),
            said = excluded.said
        """;
    private const string Read = "SELECT source, healthy_at, problem_at, said FROM source_health ORDER BY source";
    private const string Alert =
        "INSERT INTO operator_alerts (day, about, said, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";

    public void Learn(IReadOnlyList<SourceNews> news)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var now = SqliteTime.Stamp(clock.GetUtcNow());
        foreach (var one in news)
        {
            connection.Run(
                Write,
                one.Source,
                one.Healthy ? now : null,
                one.Healthy ? null : now,
                one.Sentence.Length > 0 ? one.Sentence
                    : one.Healthy ? "All is well."
                    : $"{one.Source} could not be read."
            );
        }
        transaction.Commit();
    }

    public IReadOnlyList<SourceState> All()
    {
        using var connection = database.Open();
        return connection.Rows(
            Read,
            reader => new SourceState(
                reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetStamp(1),
                reader.IsDBNull(2) ? null : reader.GetStamp(2),
                reader.GetString(3)
            )
        );
    }

    /// <summary>Whether the operator is to be told of this: once a day (UTC) and thing.</summary>
    public bool IsNews(string about, string sentence)
    {
        using var connection = database.Open();
        var now = clock.GetUtcNow();
        return connection.Run(
                Alert,
                Papers.PaperRow.Day(DateOnly.FromDateTime(now.UtcDateTime)),
                about,
                sentence,
                SqliteTime.Stamp(now)
            ) == 1;
    }
}
