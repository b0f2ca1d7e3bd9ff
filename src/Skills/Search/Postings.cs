using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// Reads which papers match a full-text expression, newest first. The ids come as one text, because a row for each takes
/// five times as long to cross over from SQLite.
/// </summary>
internal static class Postings
{
    private const string PaperWords =
        "SELECT group_concat(id) FROM (SELECT rowid AS id FROM paper_words WHERE paper_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2)";
    private const string TitleWords =
        "SELECT group_concat(id) FROM (SELECT rowid AS id FROM title_words WHERE title_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2)";
    private const string TitleTrigrams =
        "SELECT group_concat(id) FROM (SELECT rowid AS id FROM title_trigrams WHERE title_trigrams MATCH ?1 ORDER BY rowid DESC LIMIT ?2)";

    /// <param name="match">From <see cref="FtsQuery"/>; null matches nothing.</param>
    public static List<long> OfPapers(SqliteConnection connection, string? match, int limit) =>
        Read(connection, PaperWords, match, limit);

    /// <inheritdoc cref="OfPapers"/>
    public static List<long> OfTitles(SqliteConnection connection, string? match, int limit) =>
        Read(connection, TitleWords, match, limit);

    /// <inheritdoc cref="OfPapers"/>
    public static List<long> OfTitleParts(SqliteConnection connection, string? match, int limit) =>
        Read(connection, TitleTrigrams, match, limit);

    private static List<long> Read(SqliteConnection connection, string sql, string? match, int limit)
    {
        var ids = new List<long>();
        if (match is null || connection.Text(sql, match, limit) is not { } text)
        {
            return ids;
        }
        foreach (var range in text.AsSpan().Split(','))
        {
            ids.Add(long.Parse(text.AsSpan(range), NumberStyles.None, CultureInfo.InvariantCulture));
        }
        return ids;
    }
}
