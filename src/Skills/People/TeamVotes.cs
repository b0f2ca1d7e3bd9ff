using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

/// <summary>What a team thinks of a paper.</summary>
/// <param name="Votes">People of the team who voted for it.</param>
/// <param name="Saves">People who saved it there.</param>
public sealed record TeamScore(PaperId Paper, int Votes, int Saves);

/// <summary>What became of a press on Vote.</summary>
/// <param name="Stands">False: the vote was taken back.</param>
/// <param name="Votes">Of the team for this paper now.</param>
public sealed record TeamVote(bool Stands, int Votes);

/// <summary>The votes and saves of the people of a server. Who voted is never shown.</summary>
public sealed class TeamVotes(Database database, TimeProvider clock)
{
    // A paper may have got another id since, its arXiv id mostly.
    private const string Current =
        "coalesce((SELECT p.key FROM former_keys f JOIN papers p ON p.id = f.paper WHERE f.key = t.key), t.key)";
    private const string Delete = $"""
        DELETE FROM team_votes AS t WHERE platform = ?1 AND server = ?2 AND user = ?3 AND {Current} = ?4
        """;
    private const string Insert =
        "INSERT INTO team_votes (platform, server, user, key, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string Count = $"""
        SELECT count(DISTINCT user) FROM team_votes AS t WHERE platform = ?1 AND server = ?2 AND {Current} = ?3
        """;
    private const string Scores = $"""
        SELECT {Current} AS current, count(DISTINCT iif(saved, NULL, user)), count(DISTINCT iif(saved, user, NULL))
        FROM (
            SELECT key, user, at, 0 AS saved FROM team_votes WHERE platform = ?1 AND server = ?2 AND at >= ?3 AND at < ?4
            UNION ALL
            SELECT key, user, at, 1 FROM saved_papers
            WHERE platform = ?1 AND server = ?2 AND server <> '' AND at >= ?3 AND at < ?4
        ) AS t
        GROUP BY current ORDER BY 2 DESC, 3 DESC, max(at) DESC, current
        """;
    private const string Voters = """
        SELECT count(DISTINCT user) FROM team_votes WHERE platform = ?1 AND server = ?2 AND at >= ?3 AND at < ?4
        """;

    /// <summary>Gives a person's vote, or takes it back.</summary>
    public TeamVote Toggle(Person person, string server, PaperId paper)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var stood = connection.Run(Delete, person.Platform, server, person.User, paper.Value) > 0;
        if (!stood)
        {
            connection.Run(
                Insert,
                person.Platform,
                server,
                person.User,
                paper.Value,
                SqliteTime.Stamp(clock.GetUtcNow())
            );
        }
        var votes = (int)connection.Number(Count, person.Platform, server, paper.Value);
        transaction.Commit();
        return new TeamVote(!stood, votes);
    }

    /// <summary>Papers that somebody of the team voted for or saved, best first: votes, then saves, then the newest.</summary>
    /// <param name="from">The first moment that counts; null: from the beginning.</param>
    /// <param name="until">The first that does not; null: until now.</param>
    public IReadOnlyList<TeamScore> Best(
        string platform,
        string server,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null
    )
    {
        using var connection = database.Open();
        return connection.Rows(
            Scores,
            reader => new TeamScore(PaperId.Stored(reader.GetString(0)), reader.GetInt32(1), reader.GetInt32(2)),
            platform,
            server,
            From(from),
            Until(until)
        );
    }

    /// <summary>How many people voted.</summary>
    public int VotersOf(string platform, string server, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var connection = database.Open();
        return (int)connection.Number(Voters, platform, server, From(from), Until(until));
    }

    private static string From(DateTimeOffset? moment) => moment is { } from ? SqliteTime.Stamp(from) : "";

    private static string Until(DateTimeOffset? moment) => moment is { } until ? SqliteTime.Stamp(until) : "~";
}
