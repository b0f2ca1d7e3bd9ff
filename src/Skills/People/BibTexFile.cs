using System.Globalization;
using System.Text;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>
/// Pure: papers as BibTeX (http://www.bibtex.org/Format/), in UTF-8. Every entry is a <c>@misc</c>, because the library knows
/// a venue's name but not its kind. Keys are made of the first author, the year and the title, and are unique in the file.
/// </summary>
internal static class BibTexFile
{
    // BibTeX counts braces whatever stands before them, so a single one is written by its name.
    private static readonly Dictionary<char, string> Escapes = new()
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\textbraceleft{}",
        ['}'] = @"\textbraceright{}",
        ['~'] = @"\textasciitilde{}",
        ['^'] = @"\textasciicircum{}",
        ['$'] = @"\$",
        ['&'] = @"\&",
        ['%'] = @"\%",
        ['#'] = @"\#",
        ['_'] = @"\_",
        ['<'] = @"\textless{}",
        ['>'] = @"\textgreater{}",
    };

    public static string Of(IReadOnlyList<SavedPaper> saved)
    {
        var used = new HashSet<string>();
        var file = new StringBuilder();
        foreach (var one in saved)
        {
            file.Append("@misc{").Append(Unused(Key(one), used));
            foreach (var (name, value) in Fields(one).Where(field => field.Value.Length > 0))
            {
                file.Append(CultureInfo.InvariantCulture, $",\n  {name} = {{{value}}}");
            }
            file.Append("\n}\n\n");
        }
        return file.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Fields(SavedPaper one)
    {
        if (one.Paper is not { } paper)
        {
            return [("note", $"{Text(one.Id.Value)} (no longer in the library)")];
        }
        return
        [
            ("title", $"{{{Text(paper.Title)}}}"), // its capitals are meant
            ("author", string.Join(" and ", paper.Authors.Select(Author))),
            ("year", paper.Year?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("howpublished", Text(paper.Venue ?? "")),
            ("eprint", paper.Id.IsArxiv ? paper.Id.Value : ""),
            ("archivePrefix", paper.Id.IsArxiv ? "arXiv" : ""),
            ("primaryClass", paper.Id.IsArxiv && paper.Categories is [var first, ..] ? Text(first) : ""),
            ("doi", Address(paper.Doi)),
            ("url", Address(paper.Link?.AbsoluteUri)),
            ("keywords", Text(string.Join(", ", paper.Keywords))),
        ];
    }

    // A team's name may have a comma or an "and" in it, which part names.
    private static string Author(string name)
    {
        var text = Text(name);
        return
            name.Contains(',', StringComparison.Ordinal)
            || name.Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase)
            ? $"{{{text}}}"
            : text;
    }

    private static string Text(string text) =>
        string.Concat(PaperText.Clean(text).Select(letter => Escapes.GetValueOrDefault(letter) ?? letter.ToString()));

    // Programs take addresses as they stand; what would end the field cannot be in one.
    private static string Address(string? address) =>
        string.Concat(
            (address ?? "").Where(letter => letter is not ('{' or '}' or '\\') && !char.IsWhiteSpace(letter))
        );

    // "example2026sparse"
    private static string Key(SavedPaper one)
    {
        var family = one.Paper?.Authors is [var first, ..] ? AuthorName.Of(first)?.Family : null;
        var word = Words.Of(one.Paper?.Title ?? "").FirstOrDefault(word => !IndexText.IsTooCommon(word));
        var key = string.Concat(
            $"{family}{one.Paper?.Year?.ToString(CultureInfo.InvariantCulture)}{word}".Where(char.IsAsciiLetterOrDigit)
        );
        return key.Length > 0 && char.IsAsciiLetter(key[0]) ? key : $"paper{key}";
    }

    private static string Unused(string key, HashSet<string> used)
    {
        var candidate = key;
        for (var number = 2; !used.Add(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{key}-{number}");
        }
        return candidate;
    }
}
