using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// Topics and authors while somebody types them, those of most papers first. Topics are keywords, where these are few pairs
/// of words that several titles share, then categories (cs.CL) and single words of titles. Read when first needed, and again
/// after the library has changed, but so seldom that reading takes at most a fiftieth of the time.
/// </summary>
public sealed class NameCompletion(Database database, TimeProvider clock)
{
    private const int Rarity = 50;
    private const int MostKeywords = 20_000;
    private const int MostAuthors = 100_000; // about 8 MB; who wrote less in a larger library is typed in full
    private const int FewKeywords = 25;
    private const int TitlesLookedAt = 2_000;
    private const int LeastLetters = 4; // of a word of a title; shorter ones are seldom topics
    private const int MostWords = 25;

    private const string Revision = "SELECT number FROM revision";
    private const string ByPapers = """
        SELECT max(value) FROM papers JOIN json_each({0}) WHERE length(value) BETWEEN 2 AND 80
        GROUP BY lower(value) ORDER BY count(*) DESC, max(papers.id) DESC LIMIT ?1
        """;
    private const string Titles = "SELECT title FROM papers ORDER BY id DESC LIMIT ?1";

    // Up to the highest letter there is.
    private const string TitleWords = """
        SELECT term FROM title_vocabulary
        WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) AND length(term) >= ?2 ORDER BY doc DESC, term LIMIT ?3
        """;

    private readonly Lock reading = new();
    private Snapshot? current;

    /// <summary>Topics that what was typed may become; of nothing typed the commonest.</summary>
    public IReadOnlyList<string> Topics(string typed, int most)
    {
        var found = Get().Topics.Beginning(typed, most);
        return found.Count < most
            ? [.. found.Concat(WordsOfTitles(typed)).Distinct(StringComparer.OrdinalIgnoreCase).Take(most)]
            : found;
    }

    /// <summary>Authors that what was typed may become: by the beginnings of any parts of the name.</summary>
    public IReadOnlyList<string> Authors(string typed, int most) => Get().Authors.Beginning(typed, most);

    /// <summary>Whether the library has a paper by an author of this name, such as a team of one word.</summary>
    public bool HasAuthor(string name) =>
        AuthorName.Of(name) is { } wanted
        && Authors(name, MostAuthors).Any(author => AuthorName.Of(author)?.MayBe(wanted) == true);

    private List<string> WordsOfTitles(string typed)
    {
        if (Words.Of(typed) is not [{ Length: > 1 } only])
        {
            return [];
        }
        using var connection = database.Open();
        return connection.Rows(TitleWords, reader => reader.GetString(0), only, LeastLetters, MostWords);
    }

    private Snapshot Get()
    {
        lock (reading)
        {
            using var connection = database.Open();
            if (
                current is not { } known
                || (
                    clock.GetElapsedTime(known.At) > known.Duration * Rarity
                    && connection.Number(Revision) != known.Revision
                )
            )
            {
                // How long it takes is real time, whatever the clock is.
                var start = TimeProvider.System.GetTimestamp();
                var revision = connection.Number(Revision);
                current = new Snapshot(
                    new KnownNames(TopicsOf(connection)),
                    new KnownNames(Names(connection, "authors", MostAuthors)),
                    revision,
                    clock.GetTimestamp(),
                    TimeProvider.System.GetElapsedTime(start)
                );
            }
            return current;
        }
    }

    // "diffusion model" and "Diffusion models" are one, and a list with commas is none.
    private static IEnumerable<string> TopicsOf(SqliteConnection connection)
    {
        var keywords = Names(connection, "keywords", MostKeywords);
        var pairs =
            keywords.Count < FewKeywords
                ? TitlePairs.Of(connection.Rows(Titles, row => row.GetString(0), TitlesLookedAt))
                : [];
        return keywords
            .Concat(pairs)
            .Where(topic => !topic.Contains(',', StringComparison.Ordinal) && IndexText.Stems(topic).Count > 0)
            .DistinctBy(topic => string.Join(' ', IndexText.Stems(topic)))
            .Concat(Names(connection, "categories", MostKeywords));
    }

    private static List<string> Names(SqliteConnection connection, string column, int most) =>
        connection.Rows(ByPapers.Replace("{0}", column, StringComparison.Ordinal), reader => reader.GetString(0), most);

    private sealed record Snapshot(KnownNames Topics, KnownNames Authors, long Revision, long At, TimeSpan Duration);
}
