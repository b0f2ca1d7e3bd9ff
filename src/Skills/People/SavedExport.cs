using System.Globalization;
using System.Text;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>
/// Pure: papers as files that other programs read. Titles and names come from sources and are data: whatever stands in them,
/// the file stays one of its format and no cell of a table becomes a formula. Papers that have left the library have their id alone.
/// </summary>
public static class SavedExport
{
    private const string CsvHead = "id,title,authors,year,published,venue,link,code,doi,saved";
    private const string Marks = @"\`*_{}[]<>()#|~!$&";

    /// <summary>See <see cref="BibTexFile"/>.</summary>
    public static string ToBibTeX(IReadOnlyList<SavedPaper> saved) => BibTexFile.Of(saved);

    /// <summary>
    /// RFC 4180, in UTF-8, with a head line; authors parted by "; ". What a spreadsheet would take for a formula is kept as
    /// text by an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
    /// </summary>
    public static string ToCsv(IReadOnlyList<SavedPaper> saved)
    {
        var csv = new StringBuilder(CsvHead).Append("\r\n");
        foreach (var one in saved)
        {
            csv.AppendJoin(',', Cells(one).Select(Cell)).Append("\r\n");
        }
        return csv.ToString();
    }

    /// <summary>A list, as CommonMark reads it: one paper a line, its title leading to it.</summary>
    public static string ToMarkdown(IReadOnlyList<SavedPaper> saved)
    {
        var text = new StringBuilder();
        foreach (var one in saved)
        {
            text.Append("- ").Append(Line(one)).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Cells(SavedPaper one) =>
        [
            one.Id.Value,
            one.Paper?.Title ?? "",
            string.Join("; ", one.Paper?.Authors ?? []),
            one.Paper?.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
            Iso(one.Paper?.Published),
            one.Paper?.Venue ?? "",
            one.Paper?.Link?.AbsoluteUri ?? "",
            one.Paper?.Code?.AbsoluteUri ?? "",
            one.Paper?.Doi ?? "",
            Iso(DateOnly.FromDateTime(one.At.UtcDateTime)),
        ];

    // Full-width signs begin a formula in some spreadsheets too.
    private static string Cell(string text)
    {
        var inert =
            text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]
            || text is ['\t' or '\r' or '\n', ..]
                ? $"'{text}"
                : text;
        return inert.AsSpan().ContainsAny(",\"\r\n'")
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }

    private static string Line(SavedPaper one)
    {
        if (one.Paper is not { } paper)
        {
            return $"{Escaped(one.Id.Value)} (no longer in the library)";
        }
        var title = Escaped(paper.Title);
        var linked = paper.Link is { } link ? $"[{title}](<{link.AbsoluteUri}>)" : title;
        string[] more =
        [
            Escaped(string.Join(", ", paper.Authors)),
            paper.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
            Escaped(paper.Venue ?? ""),
        ];
        return string.Join(". ", more.Where(part => part.Length > 0).Prepend(linked));
    }

    private static string Escaped(string text) =>
        string.Concat(
            PaperText
                .Clean(text)
                .Select(letter => Marks.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}")
        );

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
