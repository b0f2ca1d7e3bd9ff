using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>Reads papers from the library.</summary>
public sealed class PaperStore(Database database)
{
    private const string Text = "coalesce((SELECT text FROM abstracts WHERE paper = papers.id), '')";
    private const string ByKey = $"SELECT {PaperRow.Columns}, {Text} FROM papers WHERE key = ?1";
    private const string ByFormerKey =
        $"SELECT {PaperRow.Columns}, {Text} FROM papers WHERE id = (SELECT paper FROM former_keys WHERE key = ?1)";
    private const string ByTitle =
        $"SELECT {PaperRow.Columns}, {Text} FROM titles CROSS JOIN papers ON papers.id = paper WHERE title_key = ?1 ORDER BY id";
    private const string ByRow = $"SELECT {PaperRow.Columns}, {Text} FROM papers WHERE id = ?1";
    private const string Count = "SELECT count(*) FROM papers";
    private const string SampleCount = "SELECT count(*) FROM papers WHERE origin = 0";
    private const string Revision = "SELECT number FROM revision";
    private const string LatestVotes =
        "SELECT votes FROM votes WHERE paper = (SELECT id FROM papers WHERE key = ?1) AND votes IS NOT NULL ORDER BY taken_at DESC LIMIT 1";
    private const string Versions = """
        SELECT version, text, origin, seen_at FROM (
            SELECT version, text, origin, seen_at, 0 AS today, id FROM former_abstracts
            WHERE paper = (SELECT id FROM papers WHERE key = ?1)
            UNION ALL
            SELECT version, text, origin, seen_at, 1, 0 FROM abstracts WHERE paper = (SELECT id FROM papers WHERE key = ?1)
        ) ORDER BY today, coalesce(version, 1), id
        """;

    /// <returns>Null where the library has no such paper.</returns>
    public Paper? Get(PaperId id)
    {
        using var connection = database.Open();
        return connection.Rows(ByKey, ReadPaper, id.Value).FirstOrDefault()
            ?? connection.Rows(ByFormerKey, ReadPaper, id.Value).FirstOrDefault();
    }

    /// <summary>The papers that have, or once had, this title; see <see cref="TitleKey"/>.</summary>
    public IReadOnlyList<Paper> WithTitle(string title)
    {
        using var connection = database.Open();
        return connection.Rows(ByTitle, ReadPaper, TitleKey.Of(title));
    }

    /// <summary>Papers by the numbers of their rows, which only the index uses; in the order asked, without the unknown.</summary>
    internal static IReadOnlyList<Paper> At(SqliteConnection connection, IEnumerable<long> rows)
    {
        using var command = connection.Command(ByRow, 0L);
        command.Prepare();
        var papers = new List<Paper>();
        foreach (var row in rows)
        {
            command.Parameters[0].Value = row;
            using var reader = command.ExecuteReader();
            if (reader.Read())
            {
                papers.Add(ReadPaper(reader));
            }
        }
        return papers;
    }

    public LibraryState State()
    {
        using var connection = database.Open();
        return new LibraryState(
            (int)connection.Number(Count),
            (int)connection.Number(SampleCount),
            connection.Number(Revision)
        );
    }

    /// <summary>The abstract as it was, oldest version first; the last one is today's.</summary>
    public IReadOnlyList<AbstractVersion> History(PaperId id)
    {
        using var connection = database.Open();
        return connection.Rows(
            Versions,
            reader => new AbstractVersion(
                reader.NumberOrNull(0),
                reader.GetString(1),
                (PaperOrigin)reader.GetInt32(2),
                DateTimeOffset.Parse(reader.GetString(3), CultureInfo.InvariantCulture)
            ),
            id.Value
        );
    }

    /// <summary>The newest count of votes that a source gave for a paper; null where none did.</summary>
    public int? Votes(PaperId id)
    {
        using var connection = database.Open();
        return connection.Rows(LatestVotes, reader => reader.NumberOrNull(0), id.Value).FirstOrDefault();
    }

    internal static Paper ReadPaper(SqliteDataReader reader) =>
        PaperRow.Read(reader).ToPaper(reader.GetString(reader.FieldCount - 1));
}

/// <param name="Papers">How many papers the library holds.</param>
/// <param name="SamplePapers">How many of them are of the sample.</param>
/// <param name="Revision">Counts up with every change of papers.</param>
public sealed record LibraryState(int Papers, int SamplePapers, long Revision);

/// <summary>An abstract as a source gave it.</summary>
public sealed record AbstractVersion(int? Version, string Text, PaperOrigin Origin, DateTimeOffset SeenAt);
