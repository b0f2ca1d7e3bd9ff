using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Related;

/// <summary>What is known of a library.</summary>
/// <param name="Terms">Learnt from some of its papers or all.</param>
/// <param name="Places">Of its papers; empty while there are no topics.</param>
internal sealed record LibraryKnowledge(LearntTerms Terms, PaperPlaces Places);

/// <summary>
/// Keeps what was learnt of the library's terms and topics, from some of its papers, spread evenly, and where all of its
/// papers lie. A small library is learnt at once. Of a large one a few papers are, while somebody waits, and the rest in the
/// background, again whenever the library has grown by half; papers that come later are placed where their words are. Nothing
/// is stored (docs/decisions/0008). About 10 MB, and 100 bytes a paper.
/// </summary>
public sealed class LibraryTerms(Database database)
{
    private const int MostAtOnce = 1_000; // papers; a fifth of a second
    private const int MostLearntFrom = 8_000;
    private const int LeastForTopics = 300; // fewer papers have no topics in common, only words
    private const int MostPlacedAtOnce = 50;
    private const int PlacedTogether = 500;
    private const double Outgrown = 1.5; // times as many papers

    private const string LastId = "SELECT coalesce(max(id), 0) FROM papers"; // nearly how many there are, and faster
    private const string Text = "coalesce((SELECT text FROM abstracts WHERE paper = papers.id), '')";
    private const string ById = $"SELECT title, {Text} FROM papers WHERE id = ?1";
    private const string After = $"SELECT id, title, {Text} FROM papers WHERE id > ?1 ORDER BY id LIMIT ?2";

    private readonly Lock learning = new();
    private readonly Lock placing = new();
    private volatile Snapshot? current;

    /// <summary>What goes on in the background; done where nothing does.</summary>
    internal Task Background { get; private set; } = Task.CompletedTask;

    internal LibraryKnowledge Get(SqliteConnection connection)
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
            Later(other => current = Learn(other, papers, MostLearntFrom));
        }
        else if (known.Knowledge.Terms.Topics.Dimensions == 0)
        {
            return known.Knowledge;
        }
        else if (papers > known.Knowledge.Places.LastRow + MostPlacedAtOnce)
        {
            Later(other => Place(other, known.Knowledge));
        }
        else if (papers > known.Knowledge.Places.LastRow)
        {
            Place(connection, known.Knowledge);
        }
        return known.Knowledge;
    }

    // Where it fails, the next one who asks starts it again; that the library cannot be read, every question says itself.
    private void Later(Action<SqliteConnection> work)
    {
        lock (learning)
        {
            if (Background.IsCompleted)
            {
                Background = Task.Run(() =>
                {
                    using var connection = database.Open();
                    work(connection);
                });
            }
        }
    }

    private Snapshot Learn(SqliteConnection connection, long papers, int most)
    {
        var some = Some(connection, papers, most);
        var isThorough = most == MostLearntFrom || papers <= most;
        var terms = LearntTerms.From(some, isThorough && some.Count >= LeastForTopics ? TopicLearner.Dimensions : 0);
        var knowledge = new LibraryKnowledge(terms, new PaperPlaces(terms.Topics.Dimensions));
        Place(connection, knowledge);
        return new Snapshot(knowledge, papers, isThorough);
    }

    private void Place(SqliteConnection connection, LibraryKnowledge knowledge)
    {
        if (knowledge.Terms.Topics.Dimensions == 0)
        {
            return;
        }
        lock (placing)
        {
            for (var read = PlacedTogether; read == PlacedTogether; )
            {
                var profiler = new PaperProfiler(knowledge.Terms);
                var papers = connection.Rows(
                    After,
                    row => (Row: row.GetInt64(0), Words: profiler.Words(row.GetString(1), row.GetString(2))),
                    knowledge.Places.LastRow,
                    PlacedTogether
                );
                papers.ForEach(paper => knowledge.Places.Add(paper.Row, knowledge.Terms.Topics.PlaceOf(paper.Words)));
                read = papers.Count;
            }
        }
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
    private sealed record Snapshot(LibraryKnowledge Knowledge, long Papers, bool IsThorough);
}
