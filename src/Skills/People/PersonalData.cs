using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

/// <summary>How much is kept about a person on a platform.</summary>
/// <param name="Notes">Private notes of the last weeks.</param>
/// <param name="Servers">In how many the votes were given.</param>
/// <param name="Digests">Kept posts of channels in which the person is named as one who might care.</param>
/// <param name="UsageDays">Days of which it is known what the person used the language model for.</param>
public sealed record PersonalData(int Follows, int Notes, int Saved, int Votes, int Servers, int Digests, int UsageDays)
{
    public bool IsNothing => Follows + Notes + Saved + Votes + Digests + UsageDays == 0;
}

/// <summary>What is kept about a person: to be counted, and to be deleted.</summary>
public sealed class PersonalDataStore(Database database)
{
    // The user stands in model_usage with the platform, because platforms number alike.
    private const string CountAll = """
        SELECT (SELECT count(*) FROM follows WHERE platform = ?1 AND user = ?2),
               (SELECT count(*) FROM follow_notes WHERE platform = ?1 AND user = ?2),
               (SELECT count(*) FROM saved_papers WHERE platform = ?1 AND user = ?2),
               (SELECT count(*) FROM team_votes WHERE platform = ?1 AND user = ?2),
               (SELECT count(DISTINCT server) FROM team_votes WHERE platform = ?1 AND user = ?2),
               (SELECT count(*) FROM digest_posts JOIN digests ON digests.id = digest
                WHERE platform = ?1 AND instr(content, ?3) > 0),
               (SELECT count(DISTINCT day) FROM model_usage WHERE user = ?1 || ':' || ?2)
        """;
    private const string NamingPosts = """
        SELECT digest_posts.id, content FROM digest_posts JOIN digests ON digests.id = digest
        WHERE platform = ?1 AND instr(content, ?2) > 0
        """;
    private const string SetContent = "UPDATE digest_posts SET content = ?2 WHERE id = ?1";

    // The sums of servers and months stay right: the budget is not refilled by forgetting.
    private const string ForgetUse = """
        INSERT INTO model_usage (day, server, user, skill, model, calls, input_tokens, output_tokens, estimated, cost)
        SELECT day, server, '', skill, model, calls, input_tokens, output_tokens, estimated, cost
        FROM model_usage WHERE user = ?1 || ':' || ?2
        ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, input_tokens = input_tokens + excluded.input_tokens,
            output_tokens = output_tokens + excluded.output_tokens, estimated = estimated + excluded.estimated,
            cost = cost + excluded.cost
        """;
    private static readonly string[] Deletions =
    [
        "DELETE FROM follows WHERE platform = ?1 AND user = ?2",
        "DELETE FROM follow_notes WHERE platform = ?1 AND user = ?2",
        "DELETE FROM saved_papers WHERE platform = ?1 AND user = ?2",
        "DELETE FROM team_votes WHERE platform = ?1 AND user = ?2",
        ForgetUse,
        "DELETE FROM model_usage WHERE user = ?1 || ':' || ?2",
    ];

    public PersonalData Of(Person person)
    {
        using var connection = database.Open();
        return Count(connection, person);
    }

    /// <summary>Deletes all of it, so that no byte of the person's id is left in the library's files.</summary>
    /// <returns>What was there.</returns>
    public PersonalData Forget(Person person)
    {
        var kept = Delete(person);
        database.Erase(person.User);
        return kept;
    }

    private PersonalData Delete(Person person)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var kept = Count(connection, person);
        foreach (var sql in Deletions)
        {
            connection.Run(sql, person.Platform, person.User);
        }
        ForgetInDigests(connection, person);
        transaction.Commit();
        return kept;
    }

    private static void ForgetInDigests(SqliteConnection connection, Person person)
    {
        var naming = connection.Rows(
            NamingPosts,
            reader => (Post: reader.GetInt64(0), Content: reader.GetString(1)),
            person.Platform,
            InJson(person)
        );
        foreach (var (post, content) in naming)
        {
            connection.Run(SetContent, post, ReadersOfDigest.Without(content, person.User));
        }
    }

    private static PersonalData Count(SqliteConnection connection, Person person) =>
        connection
            .Rows(
                CountAll,
                reader => new PersonalData(
                    reader.GetInt32(0),
                    reader.GetInt32(1),
                    reader.GetInt32(2),
                    reader.GetInt32(3),
                    reader.GetInt32(4),
                    reader.GetInt32(5),
                    reader.GetInt32(6)
                ),
                person.Platform,
                person.User,
                InJson(person)
            )
            .Single();

    private static string InJson(Person person) => $"\"user\":{System.Text.Json.JsonSerializer.Serialize(person.User)}";
}
