using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using PaperBot.Skills.Latex;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Sources;

/// <summary>
/// Reads what arXiv answers: the Atom of its API (https://info.arxiv.org/help/api/user-manual.html) and the RSS and Atom
/// feeds of a day (https://info.arxiv.org/help/rss.html); other feeds of papers as far as they are alike.
/// </summary>
internal sealed partial class ArxivFeed(Stream stream) : IDisposable
{
    private readonly FeedXml feed = new(stream);

    /// <summary>What the feed calls itself.</summary>
    public string Title => feed.Title;

    /// <summary>When the feed was made, once its head was read.</summary>
    public DateTimeOffset? Updated => Days.Moment(feed.Updated);

    /// <summary>How many papers the API found, of which this is a page.</summary>
    public int? Total => int.TryParse(feed.Total, CultureInfo.InvariantCulture, out var total) ? total : null;

    /// <summary>What arXiv says instead of papers; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether it breaks off, or is no feed at all, so that something may be missing.</summary>
    public bool IsBroken { get; private set; }

    public static IEnumerable<ReadItem> Read(Stream stream)
    {
        using var reader = new ArxivFeed(stream);
        foreach (var item in reader.Items())
        {
            yield return item;
        }
    }

    public IEnumerable<ReadItem> Items()
    {
        while (Next(out var item))
        {
            yield return item;
        }
        if (Problem is null && Title.StartsWith("Feed error", StringComparison.OrdinalIgnoreCase))
        {
            Problem = PaperText.Clean(Title);
            yield return new ReadRefusal(1, $"arXiv says: {Problem}");
        }
    }

    private bool Next(out ReadItem item)
    {
        item = new ReadRefusal(feed.Line, "");
        if (IsBroken)
        {
            return false;
        }
        try
        {
            if (feed.Next() is not { } entry)
            {
                return false;
            }
            item = Item(feed.Line, entry);
        }
        catch (XmlException e)
        {
            IsBroken = true;
            item = new ReadRefusal(Math.Max(1, e.LineNumber), Reason(e));
        }
        return true;
    }

    private static string Reason(XmlException e) =>
        e.Message.Contains("DTD", StringComparison.Ordinal)
            ? "the XML declares a document type (DTD), which is not read"
            : "the XML is broken here; nothing behind it can be read";

    private ReadItem Item(long line, FeedEntry entry)
    {
        if (entry.IsTooLong)
        {
            return new ReadRefusal(line, "the record is larger than 4 MB");
        }
        if (entry.Id.Contains("arxiv.org/api/errors", StringComparison.OrdinalIgnoreCase))
        {
            Problem = PaperText.Clean(entry.Summary.Length > 0 ? entry.Summary : entry.Title);
            return new ReadRefusal(line, $"arXiv says: {Problem}");
        }
        return RecordRules.Check(line, Record(entry));
    }

    private PaperRecord Record(FeedEntry entry)
    {
        var (id, version) = Links.Arxiv(entry.Id, entry.Link);
        var announced = Announcement(entry.AnnounceType);
        var origin = OriginOf(entry, announced);
        var moment = Days.Moment(entry.Published);
        var isDaily = origin == PaperOrigin.ArxivFeed;
        var published = isDaily || moment is not { } at ? (DateOnly?)null : DateOnly.FromDateTime(at.UtcDateTime);
        return new PaperRecord
        {
            Origin = origin,
            ArxivId = id,
            Version = version,
            Title = entry.Title,
            Abstract = Prefix().Replace(entry.Summary, ""),
            Authors =
                entry.Names.Count > 0
                    ? entry.Names
                    : [.. entry.Creators.SelectMany(AuthorNames.ByComma).Select(LatexText.FromSource)],
            Published = published,
            Updated = Days.Moment(entry.Updated),
            Announced = announced,
            Categories = entry.Categories,
            Venue = entry.Journal.Length > 0 ? entry.Journal : null,
            Year = published?.Year ?? (isDaily ? YearOf(id) : null),
            Page = Links.Web(entry.Link),
            Doi = Links.Doi(entry.Doi),
            License = Links.Web(entry.Rights)?.AbsoluteUri,
            ListingDay =
                isDaily && IsListed(announced) && (moment ?? Updated) is { } day ? EasternTime.DayOf(day) : null,
        };
    }

    private static PaperOrigin OriginOf(FeedEntry entry, AnnounceType? announced) =>
        announced is not null || entry.Id.StartsWith("oai:arXiv.org", StringComparison.OrdinalIgnoreCase)
            ? PaperOrigin.ArxivFeed
        : Links.Arxiv(entry.Id).Id is not null
        && entry.Id.Contains("arxiv.org/abs/", StringComparison.OrdinalIgnoreCase)
            ? PaperOrigin.ArxivApi
        : PaperOrigin.File;

    // A new version of an old paper is on the feed, but it is no paper of that day.
    private static bool IsListed(AnnounceType? announced) =>
        announced is not (AnnounceType.Replace or AnnounceType.ReplaceCross);

    private static AnnounceType? Announcement(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "new" => AnnounceType.New,
            "cross" => AnnounceType.Cross,
            "replace" => AnnounceType.Replace,
            "replace-cross" => AnnounceType.ReplaceCross,
            _ => null,
        };

    // A feed dates the announcement, not the paper; the year of the paper stands in its id (2601.01234).
    private static int? YearOf(PaperId? id) =>
        id?.Value is [var tens and >= '0' and <= '9', var ones and >= '0' and <= '9', _, _, '.', ..]
            ? 2000 + ((tens - '0') * 10) + ones - '0'
            : null;

    public void Dispose() => feed.Dispose();

    [GeneratedRegex(@"^\s*arXiv:\S+\s+Announce Type:\s*\S+\s+(?:Abstract:\s*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
