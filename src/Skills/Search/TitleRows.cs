using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>A paper's title and where it stands in the library.</summary>
internal sealed record TitleRow(long Row, PaperId Id, string Title);

/// <summary>Reads titles, without all else that is known of a paper.</summary>
internal static class TitleRows
{
    // Lists of what trends; arXiv's (origins 3 and 5) are of all that was sent in.
    private const string NewestList = """
        SELECT papers.id, key, title FROM listings CROSS JOIN papers ON papers.id = paper
        WHERE day = (SELECT day FROM listings WHERE origin NOT IN (3, 5) ORDER BY day DESC LIMIT 1) AND listings.origin NOT IN (3, 5)
        ORDER BY rank IS NULL, rank, papers.id LIMIT ?1
        """;
    private const string NewestTitles = "SELECT id, key, title FROM papers ORDER BY id DESC LIMIT ?1";
    private const string KeyBetween = """
        SELECT id, key, title FROM papers WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3
        """;
    private const string TitleBetween = """
        SELECT papers.id, key, title FROM titles CROSS JOIN papers ON papers.id = paper
        WHERE title_key >= ?1 AND title_key < ?2 ORDER BY title_key LIMIT ?3
        """;
    private const string InRows = """
        SELECT papers.id, papers.key, title FROM json_each(?1) AS wanted CROSS JOIN papers ON papers.id = wanted.value
        """;

    /// <summary>The newest list of what trends, as it stands there; then what was added last.</summary>
    public static List<TitleRow> Newest(SqliteConnection connection, int limit) =>
        [
            .. connection
                .Rows(NewestList, Read, limit)
                .Concat(connection.Rows(NewestTitles, Read, limit))
                .DistinctBy(row => row.Row)
                .Take(limit),
        ];

    public static List<TitleRow> WithIdStarting(SqliteConnection connection, string beginning, int limit) =>
        connection.Rows(KeyBetween, Read, beginning, beginning + '\uffff', limit);

    /// <summary>In the order of the titles; a paper stands there once for each title it ever had.</summary>
    /// <param name="key">The beginning of a <see cref="TitleKey"/>.</param>
    public static List<TitleRow> Starting(SqliteConnection connection, string key, int limit) =>
        connection.Rows(TitleBetween, Read, key, key + '\uffff', limit);

    /// <summary>In the order asked, each once.</summary>
    public static List<TitleRow> At(SqliteConnection connection, IEnumerable<long> rows) =>
        connection.Rows(InRows, Read, $"[{string.Join(',', rows.Distinct())}]");

    private static TitleRow Read(SqliteDataReader reader) =>
        new(reader.GetInt64(0), PaperId.Stored(reader.GetString(1)), reader.GetString(2));
}
