using System.Text.Json;
using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>Pure: the beginning of a file to its format, or to why it is none that is read.</summary>
internal static partial class FormatDetector
{
    public const string WhatIsRead =
        "PaperBot reads Hugging Face's daily papers (JSON), arXiv's Atom and RSS, JSON, JSON Lines, BibTeX and the text of a "
        + "page with titles and abstracts line by line, each also gzipped";

    // Signatures of what people try, and what to do about it.
    private static readonly (byte[] Signature, string What)[] Binaries =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive; unpack it first"),
        ("%PDF"u8.ToArray(), "a PDF; a list of papers is needed, not a paper"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd; unpack it first"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "compressed with xz; unpack it first"),
        ("BZh"u8.ToArray(), "compressed with bzip2; unpack it first"),
        ([0x1F, 0x8B], "gzipped twice; unpack it once"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database; a list of papers is needed"),
        ("PAR1"u8.ToArray(), "a Parquet file; save it as JSON Lines"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture"),
    ];

    /// <param name="start">The first bytes, from the first that is no blank.</param>
    /// <param name="isAll">There are no more.</param>
    public static (PaperFormat Format, string? Problem) Detect(ReadOnlySpan<byte> start, bool isAll)
    {
        if (start.IsEmpty)
        {
            return (PaperFormat.Unknown, "the file is empty");
        }
        if (BinaryProblem(start) is { } binary)
        {
            return (PaperFormat.Unknown, binary);
        }
        return start[0] switch
        {
            (byte)'[' when IsJsonList(start) => (JsonKind(start, PaperFormat.Json), null),
            (byte)'{' => (JsonKind(start, ObjectFormat(start, isAll)), null),
            (byte)'<' => Xml(LenientText.Of(start)),
            _ => PlainText(LenientText.Of(start), isAll),
        };
    }

    private static string? BinaryProblem(ReadOnlySpan<byte> start)
    {
        foreach (var (signature, what) in Binaries)
        {
            if (start.StartsWith(signature))
            {
                return $"the file is {what}";
            }
        }
        return start.Count((byte)0) * 100 > start.Length ? "the file is binary" : null;
    }

    // A title may begin with a bracket as well: "[Re] A Replication".
    private static bool IsJsonList(ReadOnlySpan<byte> start)
    {
        var next = start[1..].IndexOfAnyExcept(" \t\r\n["u8);
        return next < 0 || start[next + 1] is (byte)'{' or (byte)']' || start.IndexOf("\"title\""u8) >= 0;
    }

    private static PaperFormat JsonKind(ReadOnlySpan<byte> start, PaperFormat other) =>
        start.IndexOf("\"submittedOnDailyAt\""u8) >= 0
        || start.IndexOf("\"upvotes\""u8) >= 0 && start.IndexOf("\"discussionId\""u8) >= 0
            ? PaperFormat.HuggingFace
        : start.IndexOf("\"paperId\""u8) >= 0 && start.IndexOf("\"externalIds\""u8) >= 0 ? PaperFormat.SemanticScholar
        : other;

    private static PaperFormat ObjectFormat(ReadOnlySpan<byte> start, bool isAll)
    {
        var end = start.IndexOf((byte)'\n');
        if (end < 0)
        {
            var isLongList = !isAll && JsonShapes.Of(start, all: false, out _) == JsonShape.Wrapper;
            return isLongList ? PaperFormat.Json : PaperFormat.JsonLines;
        }
        var next = start[end..].IndexOfAnyExcept(" \t\r\n"u8);
        return IsWhole(start[..end]) || next < 0 || start[end + next] == '{' ? PaperFormat.JsonLines : PaperFormat.Json;
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, isFinalBlock: true, new JsonReaderState(JsonShapes.Options));
            return reader.Read() && reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (PaperFormat Format, string? Problem) Xml(string text)
    {
        var root = RootOf(text);
        return root.ToLowerInvariant() switch
        {
            "feed" => (PaperFormat.Atom, null),
            "rss" => (PaperFormat.Rss, null),
            "html" => (PaperFormat.Unknown, "the file is a web page (HTML); copy its text, or save the data behind it"),
            _ when text.Contains("</", StringComparison.Ordinal) || text.StartsWith("<?", StringComparison.Ordinal) => (
                PaperFormat.Unknown,
                "the file is HTML or XML, but neither an Atom nor an RSS feed"
            ),
            _ => PlainText(text, isAll: true),
        };
    }

    /// <summary>The name of the first element, past declarations and comments; "html" for a page by its document type.</summary>
    private static string RootOf(string text)
    {
        var position = 0;
        while (true)
        {
            var open = text.IndexOf('<', position);
            if (open < 0)
            {
                return "";
            }
            var rest = text.AsSpan(open);
            if (rest.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                return "html";
            }
            if (rest is not ['<', '?' or '!', ..])
            {
                return Element().Match(text, open) is { Success: true } element && element.Index == open
                    ? element.Groups["name"].Value
                    : "";
            }
            var ending = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">";
            var close = text.IndexOf(ending, open, StringComparison.Ordinal);
            if (close < 0)
            {
                return "";
            }
            position = close + ending.Length;
        }
    }

    private static (PaperFormat Format, string? Problem) PlainText(string text, bool isAll)
    {
        if (text.Count(letter => letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f')) * 100 > text.Length)
        {
            return (PaperFormat.Unknown, "the file is binary");
        }
        if (BibTexEntryStart().IsMatch(text))
        {
            return (PaperFormat.BibTex, null);
        }
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var whole = isAll || lines.Length < 2 ? lines : lines[..^1];
        if (
            whole.Count(line => line.StartsWith('{') && line.Contains("\"title\"", StringComparison.OrdinalIgnoreCase))
                * 2
            >= Math.Max(1, whole.Length)
        )
        {
            return (PaperFormat.JsonLines, null);
        }
        return TableProblem(lines) is { } table ? (PaperFormat.Unknown, table)
            : IsPage(lines) ? (PaperFormat.PageText, null)
            : (PaperFormat.Unknown, "the file is text, but no list of papers is found in it");
    }

    private static string? TableProblem(string[] lines)
    {
        if (lines.Length > 0 && lines[0].StartsWith("TY  -", StringComparison.Ordinal))
        {
            return "the file is RIS; export the list as BibTeX instead";
        }
        var cells = lines.Length > 0 ? lines[0].Split([',', ';', '\t'], StringSplitOptions.TrimEntries) : [];
        var names = cells.Select(cell => cell.Trim('"', ' ').ToLowerInvariant()).ToList();
        return
            names.Count > 1 && names.Exists(name => name is "title" or "abstract" or "paper_title" or "article title")
            ? "the file is a table (CSV); save it as JSON Lines with title and abstract"
            : null;
    }

    /// <summary>From the first title with an abstract below, such pairs make up at least half of the page.</summary>
    private static bool IsPage(string[] lines)
    {
        var page = lines
            .Select(PaperText.Clean)
            .Where(line => line.Length > 0 && !PageLine.IsFurniture(line))
            .Select(line => new PageLine(1, line))
            .ToList();
        var pairs = page.Zip(page.Skip(1), (line, next) => !line.IsAbstract && next.IsAbstract).ToList();
        var first = pairs.IndexOf(true);
        return first >= 0 && pairs.Count(isPair => isPair) * 4 >= page.Count - first;
    }

    [GeneratedRegex(@"<(?:[\w.-]{1,40}:)?(?<name>[A-Za-z][\w.-]{0,40})")]
    private static partial Regex Element();

    [GeneratedRegex(
        @"^[ \t]*@[ \t]*(?:(?:article|book|booklet|conference|dataset|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|patent|phdthesis|proceedings|report|software|techreport|thesis|unpublished|string|preamble|comment)[ \t]*[{(]|[A-Za-z]{2,32}[ \t]*\{[^\s,{}=]*,)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex BibTexEntryStart();
}
