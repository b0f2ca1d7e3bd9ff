using System.Text;
using System.Xml;
using PaperBot.Sources.Reading;

namespace PaperBot.Sources;

/// <summary>One entry of an Atom feed or item of an RSS feed, as it is written there.</summary>
internal sealed class FeedEntry
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public string Updated { get; set; } = "";
    public string Published { get; set; } = "";
    public string AnnounceType { get; set; } = "";
    public string Rights { get; set; } = "";
    public string Doi { get; set; } = "";
    public string Journal { get; set; } = "";
    public string Link { get; set; } = "";
    public List<string> Names { get; } = [];
    public List<string> Creators { get; } = [];
    public List<string> Categories { get; } = [];

    /// <summary>It has more text than a record may have; not all of it is here.</summary>
    public bool IsTooLong { get; set; }
}

/// <summary>Steps through a feed, element by element, with flat memory.</summary>
internal sealed class FeedXml(Stream stream) : IDisposable
{
    private readonly XmlLetters text = new(stream);
    private readonly char[] chunk = new char[4096];
    private XmlReader? reader;
    private int entryLength;

    public string Title { get; private set; } = "";

    public string Updated { get; private set; } = "";

    /// <summary>How many entries there are in all, where the feed is one page of them.</summary>
    public string Total { get; private set; } = "";

    /// <summary>The line at which the last entry begins.</summary>
    public long Line { get; private set; } = 1;

    /// <returns>Null at the end.</returns>
    /// <exception cref="XmlException">The XML is broken; nothing behind it can be read.</exception>
    public FeedEntry? Next()
    {
        reader ??= XmlReader.Create(text, XmlLetters.Settings);
        entryLength = 0;
        while (Step(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            Line = (reader as IXmlLineInfo)?.LineNumber ?? 1;
            switch (reader.LocalName)
            {
                case "entry" or "item":
                    return Entry(reader);
                case "title" when Title.Length == 0:
                    Title = Text(reader);
                    break;
                case "updated" or "lastBuildDate" or "pubDate" or "date" when Updated.Length == 0:
                    Updated = Text(reader);
                    break;
                case "totalResults":
                    Total = Text(reader);
                    break;
            }
        }
        return null;
    }

    private bool Step(XmlReader xml)
    {
        text.NextNode();
        return xml.Read();
    }

    private FeedEntry Entry(XmlReader xml)
    {
        var entry = new FeedEntry();
        if (xml.IsEmptyElement)
        {
            return entry;
        }
        var depth = xml.Depth;
        while (Step(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                Field(xml, entry);
            }
        }
        entry.IsTooLong = entryLength > Input.LongestRecord;
        return entry;
    }

    // Children of children (author/name) come by here as well; their names are different enough.
    private void Field(XmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "id" or "guid":
                entry.Id = First(entry.Id, xml);
                break;
            case "title":
                entry.Title = First(entry.Title, xml);
                break;
            case "summary" or "description":
                entry.Summary = First(entry.Summary, xml);
                break;
            case "updated":
                entry.Updated = First(entry.Updated, xml);
                break;
            case "published" or "pubDate" or "date":
                entry.Published = First(entry.Published, xml);
                break;
            case "announce_type":
                entry.AnnounceType = First(entry.AnnounceType, xml);
                break;
            case "rights":
                entry.Rights = First(entry.Rights, xml);
                break;
            case "doi" or "DOI":
                entry.Doi = First(entry.Doi, xml);
                break;
            case "journal_ref" or "journal_reference":
                entry.Journal = First(entry.Journal, xml);
                break;
            case "link":
                entry.Link = entry.Link.Length > 0 ? entry.Link : xml.GetAttribute("href") ?? Text(xml);
                break;
            case "name":
                entry.Names.Add(Text(xml));
                break;
            case "creator":
                entry.Creators.Add(Text(xml));
                break;
            case "category" or "primary_category":
                AddCategory(entry, xml.GetAttribute("term") ?? Text(xml));
                break;
        }
    }

    private static void AddCategory(FeedEntry entry, string category)
    {
        if (category.Length > 0 && !entry.Categories.Contains(category))
        {
            entry.Categories.Add(category);
        }
    }

    private string First(string known, XmlReader xml) => Text(xml) is var said && known.Length > 0 ? known : said;

    /// <summary>All text inside of the element at which the reader stands; it then stands at its end.</summary>
    private string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var depth = xml.Depth;
        var found = new StringBuilder();
        while (Step(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (
                xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
            )
            {
                AppendValue(xml, found);
            }
        }
        return found.ToString().Trim();
    }

    private void AppendValue(XmlReader xml, StringBuilder found)
    {
        int length;
        while ((length = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            text.NextNode();
            entryLength = Math.Min(entryLength + length, Input.LongestRecord + 1);
            if (entryLength <= Input.LongestRecord)
            {
                found.Append(chunk, 0, length);
            }
        }
    }

    public void Dispose()
    {
        reader?.Dispose();
        text.Dispose();
    }
}
