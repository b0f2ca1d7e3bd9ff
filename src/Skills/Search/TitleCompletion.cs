using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// Titles while somebody types: first those that begin so, then those that have the words in any order with the last one
/// unfinished, then those that have them inside other words, and where there is none of these, those it may be a mistyped
/// part of.
/// </summary>
public sealed class TitleCompletion(Database database, TitleVocabulary vocabulary)
{
    /// <summary>As many as the chat platforms show.</summary>
    public const int MostSuggestions = 25;

    private const int LongestText = 300; // letters
    private const int MostFinished = 6; // rarest words; the titles are compared with all of them
    private const int MostEndings = 24; // words that the unfinished one may become
    private const int MostParts = 2;
    private const int MostRead = 100; // titles compared for one question

    /// <param name="typed">What was typed so far; empty gives those of the newest list.</param>
    /// <param name="count">At most so many, up to <see cref="MostSuggestions"/>.</param>
    public IReadOnlyList<TitleSuggestion> Complete(
        string typed,
        int count = MostSuggestions,
        CancellationToken ct = default
    )
    {
        var most = Math.Clamp(count, 1, MostSuggestions);
        var text = PaperText.Clean(typed.Length > LongestText ? typed[..LongestText] : typed);
        var words = Words.Of(text);
        var found = new TitleSuggestions(most);
        using var connection = database.Open();
        if (words.Count == 0)
        {
            found.Add(text.Length == 0 ? TitleRows.Newest(connection, most) : []);
            return found.All;
        }
        found.Add(WithId(connection, text, most));
        found.Add(TitleRows.Starting(connection, string.Join(' ', words), 2 * most));
        if (!found.IsFull)
        {
            AddOthers(connection, found, text, words, ct);
        }
        return found.All;
    }

    private void AddOthers(
        SqliteConnection connection,
        TitleSuggestions found,
        string text,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var known = vocabulary.Get(connection);
        found.Add(WithWords(connection, known, words));
        ct.ThrowIfCancellationRequested();
        if (found.IsEmpty || (words.Count == 1 && !found.IsFull))
        {
            found.Add(WithParts(connection, known, words));
        }
        if (found.IsEmpty)
        {
            var alike = new TitleMatcher(connection, known, text, ct).Best(MostSuggestions);
            found.Add(TitleJudgement.Plausible(alike).Select(match => match.Title));
        }
    }

    private static List<TitleRow> WithId(SqliteConnection connection, string text, int most)
    {
        var isId = PaperId.TryParse(text, out var id, out _);
        return isId || char.IsAsciiDigit(text[0]) || text.Contains('/', StringComparison.Ordinal)
            ? TitleRows.WithIdStarting(connection, isId ? id.Value : text, most)
            : [];
    }

    private static List<TitleRow> WithWords(SqliteConnection connection, Vocabulary known, IReadOnlyList<string> words)
    {
        var rows = Postings.OfTitles(connection, HavingWords(known, words), MostRead);
        var alignment = new TitleAlignment(words, known);
        return
        [
            .. TitleRows
                .At(connection, rows)
                .Where(title => TitleParts.HasWords(Words.Of(title.Title), words))
                .OrderByDescending(title => alignment.Fit(title.Title).Score)
                .ThenByDescending(title => title.Row),
        ];
    }

    // What the unfinished word may become is looked up only where the finished ones leave too many titles to look at.
    private static string? HavingWords(Vocabulary known, IReadOnlyList<string> words)
    {
        var finished = words
            .Take(words.Count - 1)
            .Distinct()
            .OrderBy(word => IndexText.IsTooCommon(word) ? long.MaxValue : known.Titled(word))
            .Take(MostFinished)
            .ToList();
        var telling = finished.Where(word => !IndexText.IsTooCommon(word)).ToList();
        var all = (telling.Count > 0 ? telling : finished).Select(FtsQuery.Word);
        if (telling.Count > 0 && known.Titled(telling[0]) <= MostRead)
        {
            return FtsQuery.AllOf(all);
        }
        var endings = known
            .CommonestStartingWith(words[^1], MostEndings)
            .Select(index => FtsQuery.Word(known.Word(index).ToString()))
            .Append(FtsQuery.Word(words[^1]));
        return FtsQuery.AllOf(all.Append(FtsQuery.AnyOf(endings)));
    }

    // Of several words, those that no title has so: the others would only be slow to look up.
    private static IEnumerable<TitleRow> WithParts(
        SqliteConnection connection,
        Vocabulary known,
        IReadOnlyList<string> words
    )
    {
        var unknown = words.Where(word => words.Count == 1 || known.Titled(word) == 0);
        var parts = FtsQuery.AllOf(unknown.Distinct().Take(MostParts).Select(FtsQuery.Trigrams));
        return TitleRows
            .At(connection, Postings.OfTitleParts(connection, parts, MostRead))
            .Where(title => TitleParts.HasParts(Words.Of(title.Title), words));
    }
}
