using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

/// <param name="Id">As the library knows the paper today; as it was saved where the paper has left it.</param>
/// <param name="Paper">Null where it has left the library since.</param>
public sealed record SavedPaper(PaperId Id, DateTimeOffset At, Paper? Paper);

/// <summary>Everybody's own reading list.</summary>
public sealed class SavedPapers(Database database, TimeProvider clock)
{
    public const int MostPerPerson = 500;

    private const string Current =
        "coalesce((SELECT p.key FROM former_keys f JOIN papers p ON p.id = f.paper WHERE f.key = saved_papers.key), saved_papers.key)";
    private const string OfPerson = $"""
        SELECT {Current}, at FROM saved_papers WHERE platform = ?1 AND user = ?2 ORDER BY at DESC, key
        """;
    private const string Has = $"""
        SELECT EXISTS (SELECT 1 FROM saved_papers WHERE platform = ?1 AND user = ?2 AND {Current} = ?3)
        """;
    private const string Count = "SELECT count(*) FROM saved_papers WHERE platform = ?1 AND user = ?2";
    private const string Insert =
        "INSERT OR IGNORE INTO saved_papers (platform, user, key, server, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    private const string Delete = $"DELETE FROM saved_papers WHERE platform = ?1 AND user = ?2 AND {Current} = ?3";

    /// <param name="server">Where it was said; empty outside any. Counts, without a name, for that team.</param>
    /// <returns>False where it was saved before.</returns>
    /// <exception cref="SkillException">The list is full.</exception>
    public bool Save(Person person, string server, PaperId paper)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.Number(Has, person.Platform, person.User, paper.Value) == 1)
        {
            return false;
        }
        if (connection.Number(Count, person.Platform, person.User) >= MostPerPerson)
        {
            throw new SkillException(
                $"Your list has {MostPerPerson} papers, which is the most. Take one off with /unsave first; /saved format:bibtex keeps a copy."
            );
        }
        connection.Run(Insert, person.Platform, person.User, paper.Value, server, SqliteTime.Stamp(clock.GetUtcNow()));
        transaction.Commit();
        return true;
    }

    /// <returns>Whether it was on the list.</returns>
    public bool Remove(Person person, PaperId paper)
    {
        using var connection = database.Open();
        return connection.Run(Delete, person.Platform, person.User, paper.Value) > 0;
    }

    /// <summary>What was saved last comes first.</summary>
    public IReadOnlyList<SavedPaper> Of(Person person)
    {
        using var connection = database.Open();
        var rows = connection.Rows(
            OfPerson,
            reader => (Id: PaperId.Stored(reader.GetString(0)), At: reader.GetStamp(1)),
            person.Platform,
            person.User
        );
        var store = new PaperStore(database);
        return [.. rows.DistinctBy(row => row.Id).Select(row => new SavedPaper(row.Id, row.At, store.Get(row.Id)))];
    }
}
