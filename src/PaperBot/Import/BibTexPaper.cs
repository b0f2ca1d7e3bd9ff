using System.Text.RegularExpressions;
using PaperBot.Skills.Latex;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>Pure: the fields of a BibTeX entry, still LaTeX, to a paper.</summary>
internal static partial class BibTexPaper
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    public static PaperRecord From(Dictionary<string, string> fields)
    {
        string? Raw(string name) => fields.GetValueOrDefault(name);
        string? Text(string name) => Raw(name) is { } raw ? LatexText.FromSource(raw) : null;

        var link = Address(Raw("url") ?? Raw("howpublished"));
        var doi = Links.Doi(Address(Raw("doi")));
        var (id, version) = ArxivId(fields, link, doi);
        var published = Published(Text("date"), Raw("year"), Raw("month"), Raw("day"));
        return new PaperRecord
        {
            Origin = PaperOrigin.File,
            ArxivId = id,
            Version = version,
            Title = Title(Text("title"), Text("subtitle")),
            Abstract = Text("abstract") ?? "",
            Authors = Authors(Raw("author") ?? ""),
            Published = published,
            Categories = Text("primaryclass") is { } category ? [category] : [],
            Keywords = (Text("keywords") ?? Text("keyword") ?? "").Split([',', ';'], Trimmed),
            Venue = Text("booktitle") ?? Text("journal") ?? Text("journaltitle"),
            Year = Year(Raw("year") ?? Raw("date")),
            Page = Links.Web(link),
            Code = Links.Web(Address(Raw("code"))),
            Doi = doi,
        };
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static string Title(string? title, string? subtitle) =>
        subtitle is { Length: > 0 } && title is not null ? $"{title}: {subtitle}" : title ?? "";

    // Google Scholar writes the id into the journal: "arXiv preprint arXiv:2401.01234".
    private static (PaperId? Id, int? Version) ArxivId(Dictionary<string, string> fields, string? link, string? doi)
    {
        string? Field(string name) => fields.GetValueOrDefault(name)?.Trim(' ', '{', '}');

        var named = Field("journal") ?? Field("journaltitle") ?? Field("note") ?? "";
        var mention = named.Length < 500 ? Mention().Match(named) : Match.Empty;
        return Links.Arxiv(
            Field("eprint"),
            Field("arxivid"),
            Field("arxiv"),
            link,
            doi is null ? null : $"doi.org/{doi}",
            mention.Success ? mention.Value : null
        );
    }

    /// <summary>An address as it is meant: without \url{…}, escapes and line breaks.</summary>
    private static string? Address(string? raw)
    {
        if (raw is null || raw.Length > 2_000)
        {
            return null;
        }
        var plain = Macro().Replace(raw, "");
        var bare = new string([
            .. plain.Where(letter => letter is not ('\\' or '{' or '}') && !char.IsWhiteSpace(letter)),
        ]);
        return bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{bare}" : bare;
    }

    /// <summary>"A and Last, First and {The Team}": the word and inside of braces parts nothing.</summary>
    private static List<string> Authors(string raw)
    {
        var names = new List<string>();
        foreach (var part in ByAnd(raw))
        {
            var isTeam = part.StartsWith('{') && part.EndsWith('}') && part.AsSpan(1).IndexOf('{') < 0;
            var name = LatexText.FromSource(part);
            if (!name.Equals("others", StringComparison.OrdinalIgnoreCase))
            {
                names.Add(isTeam ? name : AuthorNames.FirstLast(name));
            }
        }
        return names;
    }

    private static IEnumerable<string> ByAnd(string raw)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            depth +=
                raw[i] == '{' ? 1
                : raw[i] == '}' ? -1
                : 0;
            if (depth == 0 && IsAnd(raw, i))
            {
                yield return raw[start..i].Trim();
                start = i + 5;
                i += 3; // the blank behind it may be the one before the next
            }
        }
        yield return raw[Math.Min(start, raw.Length)..].Trim();
    }

    private static bool IsAnd(string raw, int i) =>
        i + 5 <= raw.Length
        && char.IsWhiteSpace(raw[i])
        && raw.AsSpan(i + 1, 3).Equals("and", StringComparison.OrdinalIgnoreCase)
        && char.IsWhiteSpace(raw[i + 4]);

    private static int? Year(string? raw) =>
        raw is not null && FourDigits().Match(raw) is { Success: true } year ? int.Parse(year.Value) : null;

    /// <summary>Only where the day is known: a month is no date.</summary>
    private static DateOnly? Published(string? date, string? year, string? month, string? day)
    {
        if (Days.Read(date) is { } whole)
        {
            return whole;
        }
        // "5 jan", or month = {jan} and day = {5}
        var parts = $"{month} {day}";
        var name = parts.Length < 60 ? Letters().Match(parts) : Match.Empty;
        var number = parts.Length < 60 ? Digits().Match(parts) : Match.Empty;
        var at = name.Success ? Months.IndexOf(name.Value[..3].ToLowerInvariant(), StringComparison.Ordinal) : -1;
        if (Year(year) is not { } known || at < 0 || at % 3 != 0 || !number.Success)
        {
            return null;
        }
        return DateOnly.TryParseExact(
            $"{known:0000}-{(at / 3) + 1:00}-{int.Parse(number.Value):00}",
            "yyyy-MM-dd",
            out var found
        )
            ? found
            : null;
    }

    [GeneratedRegex(@"arXiv:\s*\S+?(?=[\s,;)}\]]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\\(?:url|path|href|texttt)(?![A-Za-z])")]
    private static partial Regex Macro();

    [GeneratedRegex(@"\b(?:1[5-9]|2[01])\d\d\b")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\b\d{1,2}\b")]
    private static partial Regex Digits();
}
