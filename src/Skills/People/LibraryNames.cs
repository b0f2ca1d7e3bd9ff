using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.People;

/// <summary>
/// Keywords and authors of the library, those of most papers first, to be suggested while somebody types. Read when they are
/// first asked for, and again when the library has changed, at most every <see cref="Patience"/>.
/// </summary>
public sealed class LibraryNames(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int MostAuthors = 100_000; // about 8 MB; who wrote less in a larger library is typed in full
    private const int MostKeywords = 20_000;
    private const string Revision = "SELECT number FROM revision";
    private const string ByPapers = """
        SELECT value FROM papers JOIN json_each({0}) WHERE length(value) BETWEEN 2 AND 80
        GROUP BY value ORDER BY count(*) DESC, max(papers.id) DESC LIMIT ?1
        """;

    private readonly Lock reading = new();
    private volatile Names? known;

    /// <param name="typed">What was typed so far; empty gives those of most papers.</param>
    public IReadOnlyList<string> Keywords(string typed, int most) => Get().Keywords.Beginning(typed, most);

    /// <inheritdoc cref="Keywords"/>
    public IReadOnlyList<string> Authors(string typed, int most) => Get().Authors.Beginning(typed, most);

    /// <summary>Whether the library has a paper by an author of this one word, such as a team.</summary>
    public bool HasAuthor(string name) =>
        AuthorName.Of(name) is { } wanted
        && Authors(name, MostAuthors).Any(author => AuthorName.Of(author)?.MayBe(wanted) == true);

    private Names Get()
    {
        var now = clock.GetTimestamp();
        if (known is { } fresh && clock.GetElapsedTime(fresh.At, now) < Patience)
        {
            return fresh;
        }
        lock (reading)
        {
            using var connection = database.Open();
            var revision = connection.Number(Revision);
            if (known is { } same && (same.Revision == revision || clock.GetElapsedTime(same.At, now) < Patience))
            {
                return known = same with { At = same.Revision == revision ? now : same.At };
            }
            return known = new Names(
                revision,
                now,
                new KnownNames(Read("keywords", MostKeywords).DistinctBy(TitleKey.Of)),
                new KnownNames(Read("authors", MostAuthors))
            );

            List<string> Read(string column, int most) =>
                connection.Rows(
                    ByPapers.Replace("{0}", column, StringComparison.Ordinal),
                    reader => reader.GetString(0),
                    most
                );
        }
    }

    private sealed record Names(long Revision, long At, KnownNames Keywords, KnownNames Authors);
}
