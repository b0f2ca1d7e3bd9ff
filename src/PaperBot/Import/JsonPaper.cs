using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Sources;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>
/// A JSON object to a paper: Hugging Face's, Semantic Scholar's, or anybody's whose fields have usual names. One reader
/// reads one file, because Hugging Face's lists are counted.
/// </summary>
internal sealed class JsonPaper
{
    private readonly HuggingFaceJson huggingFace = new();

    public ReadItem Read(long line, JsonElement item)
    {
        var fields = new JsonFields(item);
        if (!fields.IsObject)
        {
            return new ReadRefusal(line, "not a JSON object");
        }
        if (HuggingFaceJson.IsPaper(fields))
        {
            return RecordRules.Check(line, huggingFace.Read(item));
        }
        var record = IsSemanticScholar(fields) ? SemanticScholar(fields) : Anybody(fields);
        return record.Title.Length == 0 && Said(fields) is { } error
            ? new ReadRefusal(line, $"the title is missing; it says: {error}")
            : RecordRules.Check(line, record);
    }

    private static bool IsSemanticScholar(JsonFields fields) =>
        fields.Has("paperid"u8)
        && (fields.Has("externalids"u8) || fields.Has("citationcount"u8) || fields.Text("paperid"u8)?.Length == 40);

    // https://api.semanticscholar.org/api-docs/graph
    private static PaperRecord SemanticScholar(JsonFields fields)
    {
        var ids = fields.Inner("externalids"u8);
        var (id, version) = Links.Arxiv(ids.Text("arxiv"u8));
        var published = fields.Day("publicationdate"u8);
        return new PaperRecord
        {
            Origin = PaperOrigin.SemanticScholar,
            ArxivId = id,
            Version = version,
            Title = fields.Text("title"u8) ?? "",
            Abstract = fields.Text("abstract"u8) ?? "",
            Authors = fields.Texts("authors"u8),
            Published = published,
            Venue = fields.Text("venue"u8),
            Year = fields.Count("year"u8) ?? published?.Year,
            Page = Links.Web(fields.Text("url"u8)),
            Doi = Links.Doi(ids.Text("doi"u8)),
        };
    }

    private static PaperRecord Anybody(JsonFields fields)
    {
        var link = First(fields, Fields.Link);
        var doi = Links.Doi(fields.Text("doi"u8));
        var (id, version) = Links.Arxiv(
            fields.Text("arxivid"u8),
            fields.Text("arxiv"u8),
            fields.Text("id"u8),
            link,
            fields.Text("arxivurl"u8),
            fields.Text("pdfurl"u8),
            fields.Text("pdf"u8),
            fields.Text("eprint"u8),
            doi is null ? null : $"doi.org/{doi}"
        );
        var published = Published(fields);
        return new PaperRecord
        {
            Origin = PaperOrigin.File,
            ArxivId = id,
            Version = fields.Count("version"u8) ?? version ?? VersionOf(fields),
            Title = fields.Text("title"u8) ?? "",
            Abstract = First(fields, Fields.Abstract) ?? "",
            Authors = Authors(fields),
            Published = published,
            Categories = List(fields, Fields.Categories, ' '),
            Keywords = List(fields, Fields.Keywords, ','),
            Venue = First(fields, Fields.Venue),
            Year = fields.Count("year"u8) ?? fields.Count("date"u8) ?? published?.Year,
            Page = Links.Web(link),
            Code = Links.Repository(First(fields, Fields.Code)),
            Doi = doi,
            License = Links.Web(fields.Text("license"u8))?.AbsoluteUri,
            Votes = FirstCount(fields, Fields.Votes),
            Comments = FirstCount(fields, Fields.Comments),
            Stars = FirstCount(fields, Fields.Stars),
            ListingDay = fields.Day("listingday"u8) ?? fields.Day("listed"u8) ?? fields.Day("submittedondailyat"u8),
            Rank = fields.Count("rank"u8) is > 0 and var rank ? rank : null,
        };
    }

    /// <summary>Names under which people keep one thing, the usual one first.</summary>
    private static class Fields
    {
        public static readonly byte[][] Link = Names("url link page entryid absurl paperurl href");
        public static readonly byte[][] Abstract = Names("abstract summary abstracttext description");
        public static readonly byte[][] Categories = Names("categories category primarycategory");
        public static readonly byte[][] Keywords = Names("keywords keyword tags topics");
        public static readonly byte[][] Venue = Names("venue journal journalref booktitle conference containertitle");
        public static readonly byte[][] Code = Names(
            "code codeurl codelink github githuburl githubrepo repository repo"
        );
        public static readonly byte[][] Votes = Names("votes upvotes likes");
        public static readonly byte[][] Comments = Names("numcomments commentcount comments");
        public static readonly byte[][] Stars = Names("stars githubstars");
        public static readonly byte[][] Published = Names(
            "published publishedat publicationdate publisheddate pubdate date submitted created createdat"
        );

        private static byte[][] Names(string names) =>
            [.. names.Split(' ').Select(System.Text.Encoding.ASCII.GetBytes)];
    }

    private static string? First(JsonFields fields, byte[][] names)
    {
        foreach (var name in names)
        {
            if (fields.Text(name) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }
        return null;
    }

    private static int? FirstCount(JsonFields fields, byte[][] names)
    {
        foreach (var name in names)
        {
            if (fields.Count(name) is { } count)
            {
                return count;
            }
        }
        return null;
    }

    private static IReadOnlyList<string> List(JsonFields fields, byte[][] names, char separator)
    {
        foreach (var name in names)
        {
            if (fields.Texts(name) is { Count: > 0 } texts)
            {
                return texts;
            }
            if (fields.Text(name) is { Length: > 0 } text)
            {
                return text.Split(
                    [separator, ';'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                );
            }
        }
        return [];
    }

    // authors_parsed is arXiv's metadata snapshot (https://www.kaggle.com/datasets/Cornell-University/arxiv), whose
    // authors are one text with LaTeX in it.
    private static IReadOnlyList<string> Authors(JsonFields fields) =>
        fields.Texts("authorsparsed"u8) is { Count: > 0 } parsed ? parsed
        : fields.Texts("authors"u8) is { Count: > 0 } authors ? authors
        : fields.Texts("author"u8) is { Count: > 0 } author ? author
        : AuthorNames.Read(fields.Text("authors"u8) ?? fields.Text("author"u8));

    private static DateOnly? Published(JsonFields fields)
    {
        foreach (var name in Fields.Published)
        {
            if (fields.Day(name) is { } day)
            {
                return day;
            }
        }
        return Versions(fields) is { Count: > 0 } versions ? versions[0].Day("created"u8) : null;
    }

    private static int? VersionOf(JsonFields fields) =>
        Versions(fields) is { Count: > 0 } versions ? versions.Count : null;

    private static List<JsonFields> Versions(JsonFields fields) =>
        fields.Find("versions"u8) is { ValueKind: JsonValueKind.Array } versions
            ? [.. versions.EnumerateArray().Take(1_000).Select(version => new JsonFields(version))]
            : [];

    /// <summary>What a service says instead of a paper.</summary>
    private static string? Said(JsonFields fields)
    {
        var said = PaperText.Clean(fields.Text("error"u8) ?? fields.Text("message"u8) ?? fields.Text("detail"u8));
        return said.Length == 0 ? null
            : said.Length > 200 ? said[..200] + "…"
            : said;
    }
}
