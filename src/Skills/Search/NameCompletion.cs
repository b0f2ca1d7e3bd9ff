using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// Topics and authors while somebody types: keywords of the newest papers, their categories (cs.CL) and, where these are few, words of titles; names
/// of authors. Those of most papers first. Read when first needed, and again after the library has changed, but so seldom
/// that reading takes at most a fiftieth of the time. About 5 MB for a large library.
/// </summary>
public sealed class NameCompletion(Database database, TimeProvider clock)
{
    private const int Rarity = 50;
    private const int NewestPapers = 20_000;
    private const int LeastLetters = 4; // of a word of a title; shorter ones are seldom topics
    private const int MostWords = 25;

    private const string Revision = "SELECT number FROM revision";
    private const string Newest = "SELECT keywords, authors, categories FROM papers ORDER BY id DESC LIMIT ?1";

    // Up to the highest letter there is.
    private const string TitleWords = """
        SELECT term FROM title_vocabulary
        WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) AND length(term) >= ?2 ORDER BY doc DESC, term LIMIT ?3
        """;

    private readonly Lock reading = new();
    private Snapshot? current;

    /// <summary>Topics that what was typed may become.</summary>
    public IReadOnlyList<string> Topics(string typed, int most)
    {
        var known = Get();
        var keywords = Matching(known.Keywords, typed).Concat(Matching(known.Categories, typed)).Take(most).ToList();
        return keywords.Count < most
            ? [.. keywords.Concat(WordsOfTitles(typed)).Distinct(StringComparer.OrdinalIgnoreCase).Take(most)]
            : keywords;
    }

    /// <summary>Authors that what was typed may become: by the beginning of any part of the name.</summary>
    public IReadOnlyList<string> Authors(string typed, int most) => [.. Matching(Get().Authors, typed).Take(most)];

    // What begins as it was typed comes first.
    private static IEnumerable<string> Matching(IReadOnlyList<Name> names, string typed)
    {
        var words = Words.Of(typed);
        var text = ' ' + string.Join(' ', words);
        return words.Count == 0
            ? names.Select(name => name.Text)
            : names
                .Where(name => words.All(word => name.Folded.Contains(' ' + word, StringComparison.Ordinal)))
                .OrderBy(name => name.Folded.StartsWith(text, StringComparison.Ordinal) ? 0 : 1)
                .Select(name => name.Text);
    }

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
                var start = TimeProvider.System.GetTimestamp();
                var revision = connection.Number(Revision);
                var rows = connection.Rows(
                    Newest,
                    reader =>
                        (
                            Keywords: List(reader.TextOrNull(0)),
                            Authors: List(reader.TextOrNull(1)),
                            Categories: List(reader.TextOrNull(2))
                        ),
                    NewestPapers
                );
                current = new Snapshot(
                    Counted(rows.SelectMany(row => row.Keywords)),
                    Counted(rows.SelectMany(row => row.Authors)),
                    Counted(rows.SelectMany(row => row.Categories)),
                    revision,
                    clock.GetTimestamp(),
                    TimeProvider.System.GetElapsedTime(start)
                );
            }
            return current;
        }
    }

    private static IReadOnlyList<string> List(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<string>>(json) ?? [];

    private static IReadOnlyList<Name> Counted(IEnumerable<string> names) =>
        [
            .. names
                .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(same => same.Count())
                .ThenBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
                .Select(same => new Name(same.Key, ' ' + string.Join(' ', Words.Of(same.Key)))),
        ];

    /// <param name="Folded">Its words in lower case without accents, a blank before each.</param>
    private sealed record Name(string Text, string Folded);

    private sealed record Snapshot(
        IReadOnlyList<Name> Keywords,
        IReadOnlyList<Name> Authors,
        IReadOnlyList<Name> Categories,
        long Revision,
        long At,
        TimeSpan Duration
    );
}
