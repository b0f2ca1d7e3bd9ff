using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Trends;

/// <summary>
/// What the library's newest papers are about most often, for who is to name a topic: keywords as the sources give them;
/// where these are few, pairs of words that several titles share. Remembered until the library changes.
/// </summary>
public sealed class CommonTopics(Database database)
{
    private const int PapersLookedAt = 10_000;
    private const int TitlesLookedAt = 2_000;
    private const int MostRemembered = 500;
    private const int FewKeywords = 25;
    private const int LeastTitles = 3; // fewer share a pair of words by accident
    private const int LongestTopic = 60;

    private const string Revision = "SELECT number FROM revision";
    private const string Newest =
        "FROM papers ORDER BY coalesce(published, printf('%04d', year)) DESC, added_at DESC LIMIT ?1";
    private const string Keywords = $"""
        SELECT max(value) FROM (SELECT keywords {Newest}), json_each(keywords) WHERE keywords IS NOT NULL
        GROUP BY lower(value) HAVING value NOT LIKE '%,%'
        ORDER BY count(*) DESC, lower(value) LIMIT ?2
        """;
    private const string Titles = $"SELECT title {Newest}";

    private volatile Snapshot? current;

    /// <summary>Topics of which a word begins with what was typed, the commonest first.</summary>
    /// <param name="typed">Empty: the commonest of all.</param>
    public IReadOnlyList<string> Like(string typed, int most)
    {
        typed = PaperText.Clean(typed);
        return
        [
            .. All()
                .Where(topic => Begins(topic, typed))
                .OrderByDescending(topic => topic.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .Take(most),
        ];
    }

    private static bool Begins(string topic, string typed) =>
        topic.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
        || topic.Contains($" {typed}", StringComparison.OrdinalIgnoreCase)
        || topic.Contains($"-{typed}", StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<string> All()
    {
        using var connection = database.Open();
        var revision = connection.Number(Revision);
        if (current is not { } known || known.Revision != revision)
        {
            current = known = new Snapshot(revision, Read(connection));
        }
        return known.Topics;
    }

    private static List<string> Read(SqliteConnection connection)
    {
        var keywords = connection.Rows(Keywords, row => row.GetString(0), PapersLookedAt, MostRemembered);
        var pairs =
            keywords.Count < FewKeywords ? Pairs(connection.Rows(Titles, row => row.GetString(0), TitlesLookedAt)) : [];
        return
        [
            .. keywords
                .Concat(pairs)
                .Where(topic => topic.Length <= LongestTopic && IndexText.Stems(topic).Count > 0)
                .DistinctBy(topic => string.Join(' ', IndexText.Stems(topic)))
                .Take(MostRemembered),
        ];
    }

    /// <summary>Words that follow each other in several titles, the commonest first.</summary>
    internal static IEnumerable<string> Pairs(IEnumerable<string> titles) =>
        titles
            .SelectMany(title =>
            {
                var words = Words.Of(title).ToList();
                return words
                    .Zip(words.Skip(1))
                    .Where(pair => IsTelling(pair.First) && IsTelling(pair.Second))
                    .Select(pair => $"{pair.First} {pair.Second}")
                    .Distinct();
            })
            .GroupBy(pair => pair)
            .Where(group => group.Count() >= LeastTitles)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key);

    private static bool IsTelling(string word) => !IndexText.IsTooCommon(word) && word.Any(char.IsLetter);

    private sealed record Snapshot(long Revision, IReadOnlyList<string> Topics);
}
