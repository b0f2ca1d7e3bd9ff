using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Related;

/// <summary>
/// Keeps what was learnt of the library's terms and topics, from some of its papers, spread evenly. A small library is learnt
/// at once. Of a large one a few papers are, while somebody waits, and the rest in the background, again whenever the library
/// has grown by half. New papers need no learning: they are placed by the words they have. Nothing is stored
/// (docs/decisions/0008); about 12 MB for a library of any size.
/// </summary>
public sealed class LibraryTerms(Database database)
{
    private const int MostAtOnce = 1_000; // papers; a fifth of a second
    private const int MostLearntFrom = 8_000; // two seconds of one core
    private const int LeastForTopics = 300; // fewer papers have no topics in common, only words
    private const double Outgrown = 1.5; // times as many papers

    private const string LastId = "SELECT coalesce(max(id), 0) FROM papers"; // nearly how many there are, and faster
    private const string ById =
        "SELECT title, coalesce((SELECT text FROM abstracts WHERE paper = papers.id), '') FROM papers WHERE id = ?1";

    private readonly Lock learning = new();
    private volatile Snapshot? current;

    /// <summary>What goes on in the background; done where nothing does.</summary>
    internal Task Background { get; private set; } = Task.CompletedTask;

    internal LearntTerms Get(SqliteConnection connection)
    {
        var papers = connection.Number(LastId);
        if (current is not { } known || papers < known.Papers)
        {
            lock (learning)
            {
                known = current is { } other && papers >= other.Papers ? other : Learn(connection, papers, MostAtOnce);
                current = known;
            }
        }
        if (!known.IsThorough || papers > known.Papers * Outgrown)
        {
            LearnLater(papers);
        }
        return known.Terms;
    }

    // Where it fails, the next one who asks starts it again; that the library cannot be read, every question says itself.
    private void LearnLater(long papers)
    {
        lock (learning)
        {
            if (Background.IsCompleted)
            {
                Background = Task.Run(() =>
                {
                    using var connection = database.Open();
                    current = Learn(connection, papers, MostLearntFrom);
                });
            }
        }
    }

    private static Snapshot Learn(SqliteConnection connection, long papers, int most)
    {
        var some = Some(connection, papers, most);
        var isThorough = most == MostLearntFrom || papers <= most;
        var topics = isThorough && some.Count >= LeastForTopics ? TopicLearner.Dimensions : 0;
        return new Snapshot(LearntTerms.From(some, topics), papers, isThorough);
    }

    private static List<(string Title, string Abstract)> Some(SqliteConnection connection, long papers, int most)
    {
        using var command = connection.Command(ById, 0L);
        command.Prepare();
        var texts = new List<(string, string)>();
        var step = Math.Max(1, (double)papers / most);
        for (var place = 1.0; place < papers + 1; place += step)
        {
            command.Parameters[0].Value = (long)place;
            using var reader = command.ExecuteReader();
            if (reader.Read())
            {
                texts.Add((reader.GetString(0), reader.GetString(1)));
            }
        }
        return texts;
    }

    /// <param name="Papers">The last number of a paper when it was learnt.</param>
    /// <param name="IsThorough">It was not learnt in a hurry.</param>
    private sealed record Snapshot(LearntTerms Terms, long Papers, bool IsThorough);
}
