using System.Text;

namespace PaperBot.Skills.Search;

/// <summary>
/// The only place that writes full-text MATCH expressions (https://www.sqlite.org/fts5.html#full_text_query_syntax).
/// Every word is quoted, so that what people type is never syntax; null means there is nothing to look for.
/// </summary>
internal static class FtsQuery
{
    /// <summary>More words than this in one expression cost more than they find.</summary>
    public const int MostWords = 60;

    private const int TrigramLength = 3;

    public static string? Word(string word) => word.Length == 0 ? null : Quote(word);

    public static string? AllOf(IEnumerable<string?> parts) => Join(parts, " AND ");

    public static string? AnyOf(IEnumerable<string?> parts) => Join(parts, " OR ");

    /// <summary>All pieces of three characters of a text, for the trigram index; null for a text shorter than that.</summary>
    public static string? Trigrams(string text)
    {
        var pieces = new List<string?>();
        for (var i = 0; i + TrigramLength <= text.Length; i++)
        {
            pieces.Add(Quote(text.Substring(i, TrigramLength)));
        }
        return AllOf(pieces.Distinct());
    }

    private static string? Join(IEnumerable<string?> parts, string between)
    {
        var terms = parts.OfType<string>().Take(MostWords).ToList();
        return terms.Count switch
        {
            0 => null,
            1 => terms[0],
            _ => $"({string.Join(between, terms)})",
        };
    }

    // NUL would end the text that SQLite sees.
    private static string Quote(string word)
    {
        var quoted = new StringBuilder(word.Length + 2).Append('"');
        foreach (var letter in word)
        {
            quoted.Append(
                letter switch
                {
                    '"' => "\"\"",
                    '\0' => " ",
                    _ => letter.ToString(),
                }
            );
        }
        return quoted.Append('"').ToString();
    }
}
