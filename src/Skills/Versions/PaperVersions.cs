using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Versions;

/// <summary>The versions of a paper whose words the library holds.</summary>
public sealed class PaperVersions(Database database)
{
    private const string ByKey = "SELECT id, title, coalesce(version, 1) FROM papers WHERE key = ?1";
    private const string ByRow = "SELECT id, title, coalesce(version, 1) FROM papers WHERE id = ?1";
    private const string Titles = "SELECT version, title, seen_at FROM former_titles WHERE paper = ?1 ORDER BY version";
    private const string Abstracts = """
        SELECT coalesce(version, 1), text, seen_at FROM (
            SELECT version, text, seen_at, 0 AS today, id FROM former_abstracts WHERE paper = ?1
            UNION ALL
            SELECT version, text, seen_at, 1, 0 FROM abstracts WHERE paper = ?1
        ) ORDER BY coalesce(version, 1), today, id
        """;

    /// <returns>Oldest first, each number once; a single one for a paper that has no versions; none for an unknown paper.</returns>
    public IReadOnlyList<PaperVersion> Of(PaperId id)
    {
        using var connection = database.Open();
        return Of(connection, ByKey, id.Value);
    }

    /// <param name="paper">The number of the paper's row.</param>
    internal static IReadOnlyList<PaperVersion> Of(SqliteConnection connection, long paper) =>
        Of(connection, ByRow, paper);

    private static IReadOnlyList<PaperVersion> Of(SqliteConnection connection, string which, object key)
    {
        var papers = connection.Rows(
            which,
            row => (Id: row.GetInt64(0), Title: row.GetString(1), Newest: row.GetInt32(2)),
            key
        );
        return papers is [var paper]
            ? Made(
                paper.Title,
                paper.Newest,
                connection.Rows(Titles, Kept, paper.Id),
                connection.Rows(Abstracts, Kept, paper.Id)
            )
            : [];
    }

    /// <summary>Pure: what each version said, of what was kept when one replaced another.</summary>
    /// <param name="title">Today's.</param>
    /// <param name="newest">The newest version.</param>
    /// <param name="titles">Former ones, each with the last version that had it, rising.</param>
    /// <param name="abstracts">Today's too, each with the version that brought it, rising; of one version the last counts.</param>
    internal static IReadOnlyList<PaperVersion> Made(
        string title,
        int newest,
        IReadOnlyList<KeptText> titles,
        IReadOnlyList<KeptText> abstracts
    )
    {
        var numbers = titles.Concat(abstracts).Select(kept => kept.Version).Append(newest).Distinct().Order();
        return
        [
            .. numbers.Select(number => new PaperVersion(number, TitleOf(number), AbstractOf(number), SeenAt(number))),
        ];

        string TitleOf(int number) => titles.FirstOrDefault(kept => kept.Version >= number)?.Text ?? title;

        // Of a version that nobody described the one before holds.
        string AbstractOf(int number) =>
            abstracts.Count == 0 ? "" : (abstracts.LastOrDefault(kept => kept.Version <= number) ?? abstracts[0]).Text;

        DateTimeOffset? SeenAt(int number) =>
            abstracts.FirstOrDefault(kept => kept.Version == number)?.SeenAt
            ?? titles.LastOrDefault(kept => kept.Version < number)?.SeenAt;
    }

    private static KeptText Kept(SqliteDataReader row) =>
        new(
            row.GetInt32(0),
            row.GetString(1),
            DateTimeOffset.Parse(row.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        );
}

/// <summary>A title or an abstract that was kept.</summary>
/// <param name="SeenAt">Of an abstract, when it was learnt; of a former title, when it was replaced.</param>
internal sealed record KeptText(int Version, string Text, DateTimeOffset SeenAt);
