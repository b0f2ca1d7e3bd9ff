using System.Text;
using PaperBot.Chat;

namespace PaperBot.DiscordChat.Messages;

/// <summary>A part of an embed that has a heading.</summary>
internal sealed record EmbedField(string Name, string Value);

/// <summary>One embed; every text in it is escaped and within its limit.</summary>
internal sealed record DiscordEmbed(
    string Title,
    Uri? Link,
    string Description,
    IReadOnlyList<EmbedField> Fields,
    string Footer,
    int Colour
)
{
    /// <summary>The address of the picture below the text; null where there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>As Discord counts them against the limit of all embeds.</summary>
    public int Length =>
        Title.Length + Description.Length + Footer.Length + Fields.Sum(part => part.Name.Length + part.Value.Length);
}

/// <summary>
/// Pure: a reply as embeds, one a page. Nothing is lost but what a single text is too long for: what does not fit onto a
/// page goes onto the next.
/// </summary>
internal static class DiscordEmbeds
{
    private const int Answer = 0x4C7DD6;
    private const int Problem = 0xC98A2B;
    private const int ItemsPerPage = 10;
    private const int TextRoom = 3_600; // of a description; the rest of what all embeds may have is for fields and small print
    private const int FooterRoom = 1_200;
    private const int PlaceRoom = 32; // of "Page 1 of 9"
    private const int ItemLead = 32;
    private const int ItemTitle = 300;
    private const int ItemText = 700;
    private const int ItemNote = 300;
    private const int ColumnTitle = 400;
    private const int LinkTitle = 200;
    private const int LinkedText = 400;
    private const int MostCells = 50;
    private const int CellRoom = 500;
    private static readonly string Blank = "\u200B"; // Discord takes no empty text, but this

    /// <returns>At least one.</returns>
    public static IReadOnlyList<DiscordEmbed> Pages(Reply reply)
    {
        var title = DiscordText.Fit(reply.Title ?? "", DiscordLimits.EmbedTitle);
        var notes = DiscordText.FitPlain(string.Join('\n', reply.Notes), FooterRoom - PlaceRoom);
        var bodies = Bodies(reply, DiscordLimits.AllEmbeds - title.Length - notes.Length - PlaceRoom);
        return
        [
            .. bodies.Select(
                (body, i) =>
                    new DiscordEmbed(
                        title,
                        Address(reply.Link, DiscordLimits.EmbedLink) is null ? null : reply.Link,
                        body.Description,
                        body.Fields,
                        Lines(bodies.Count > 1 ? $"Page {i + 1} of {bodies.Count}" : "", notes),
                        reply.Ok ? Answer : Problem
                    )
            ),
        ];
    }

    /// <param name="room">For the description and the fields of a page.</param>
    private static List<Body> Bodies(Reply reply, int room)
    {
        var pages = new List<Body>();
        var description = new StringBuilder(DiscordText.Fit(reply.Text, TextRoom));
        var fields = new List<EmbedField>();
        var (items, length) = (0, 0);
        foreach (var item in reply.Items.Select(Item).Where(item => item.Length > 0))
        {
            if (items == ItemsPerPage || (description.Length > 0 && description.Length + 2 + item.Length > TextRoom))
            {
                EndPage();
            }
            description.Append(description.Length > 0 ? "\n\n" : "").Append(item);
            items++;
        }
        foreach (var field in Fields(reply))
        {
            var more = field.Name.Length + field.Value.Length;
            var isEmpty = fields.Count == 0 && description.Length == 0;
            if (fields.Count == DiscordLimits.Fields || (!isEmpty && description.Length + length + more > room))
            {
                EndPage();
            }
            fields.Add(field);
            length += more;
        }
        if (description.Length == 0 && fields.Count == 0 && pages.Count == 0)
        {
            description.Append(Blank);
        }
        if (description.Length > 0 || fields.Count > 0)
        {
            EndPage();
        }
        return pages;

        void EndPage()
        {
            pages.Add(new Body(description.ToString(), fields));
            description.Clear();
            (fields, items, length) = ([], 0, 0);
        }
    }

    // The lead stands outside the link: Discord takes "[1. Title](…)" for no link.
    private static string Item(ReplyItem item)
    {
        var head = string.Join(
            ' ',
            new[] { DiscordText.Fit(OneLine(item.Lead), ItemLead), Linked(item.Title, item.Link, ItemTitle) }.Where(
                part => part.Length > 0
            )
        );
        var note = string.Join(
            " · ",
            item.Links.Select(link => Linked(link.Label, link.Address, LinkTitle))
                .Prepend(DiscordText.Fit(OneLine(item.Note), ItemNote))
                .Where(part => part.Length > 0)
        );
        return Lines(
            head.Length > 0 ? $"**{head}**" : "",
            DiscordText.Fit(item.Text, ItemText),
            note.Length > 0 ? $"-# {note}" : ""
        );
    }

    private static IEnumerable<EmbedField> Fields(Reply reply)
    {
        foreach (var field in reply.Fields)
        {
            if (field.Runs.Count > 0)
            {
                foreach (var (i, part) in DiscordDiff.Parts(field.Runs, DiscordLimits.FieldValue).Index())
                {
                    yield return Field(i == 0 ? field.Name : $"{field.Name} (continued)", part);
                }
                continue;
            }
            yield return Field(
                field.Name,
                field.Link is not null ? Linked(field.Text, field.Link, LinkedText)
                    : field.Links.Count > 0 ? LinkList(field)
                    : WithSources(field.Text, field.Sources, DiscordLimits.FieldValue)
            );
        }
        if (reply.Table is not { } table)
        {
            yield break;
        }
        foreach (var (column, i) in table.Columns.Select((column, i) => (column, i)))
        {
            yield return Field(Letter(i), Linked(column.Title, column.Link, ColumnTitle));
        }
        foreach (var field in table.Rows.SelectMany(Rows))
        {
            yield return field;
        }
    }

    // A row of three or four long cells takes a second field.
    private static IEnumerable<EmbedField> Rows(ReplyRow row)
    {
        var value = new StringBuilder();
        var name = row.Name;
        foreach (var (i, cell) in row.Cells.Take(MostCells).Index())
        {
            var line = $"**{Letter(i)}:** {WithSources(cell.Text, cell.Sources, CellRoom)}";
            if (value.Length > 0 && value.Length + 1 + line.Length > DiscordLimits.FieldValue)
            {
                yield return Field(name, value.ToString());
                name = $"{row.Name} (continued)";
                value.Clear();
            }
            value.Append(value.Length > 0 ? "\n" : "").Append(line);
        }
        yield return Field(name, value.ToString());
    }

    /// <param name="value">Escaped, and within its limit.</param>
    private static EmbedField Field(string name, string value) =>
        new(
            DiscordText.Fit(OneLine(name), DiscordLimits.FieldName) is { Length: > 0 } shown ? shown : Blank,
            value.Length > 0 ? value : Blank
        );

    private static string WithSources(string text, IReadOnlyList<int> sources, int room)
    {
        var marks = sources.Count == 0 ? "" : $" \\[{string.Join(", ", sources)}]";
        return marks.Length > room / 2
            ? DiscordText.Fit(text, room)
            : (DiscordText.Fit(text, room - marks.Length) + marks).TrimStart();
    }

    // One below the other, as many as fit whole.
    private static string LinkList(ReplyField field)
    {
        var list = new StringBuilder();
        foreach (var link in field.Links)
        {
            var line = Linked($"{link.Host}{link.AbsolutePath.TrimEnd('/')}", link, LinkTitle);
            if (list.Length + 1 + line.Length <= DiscordLimits.FieldValue)
            {
                list.Append(list.Length > 0 ? "\n" : "").Append(line);
            }
        }
        return list.Length > 0 ? list.ToString() : WithSources(field.Text, field.Sources, DiscordLimits.FieldValue);
    }

    // What Discord would not show as the text of a link stands before it.
    private static string Linked(string title, Uri? link, int room)
    {
        title = OneLine(title);
        var plain = DiscordText.FitPlain(title, room);
        return Address(link, DiscordLimits.LinkAddress) is not { } address ? DiscordText.Fit(title, room)
            : DiscordText.CanBeLink(plain) ? $"[{plain}]({address})"
            : $"{DiscordText.Fit(title, room)} ([open]({address}))".TrimStart();
    }

    // Without what would end the link, or the bold around it; null where Discord would make no link of it.
    private static string? Address(Uri? link, int most)
    {
        if (link is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            return null;
        }
        var address = link
            .AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("[", "%5B", StringComparison.Ordinal)
            .Replace("]", "%5D", StringComparison.Ordinal)
            .Replace("*", "%2A", StringComparison.Ordinal);
        return address.Length <= most && !address.AsSpan().ContainsAnyExceptInRange('!', '~') ? address : null;
    }

    private static string Lines(params IEnumerable<string> lines) =>
        string.Join('\n', lines.Where(line => line.Length > 0));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{column + 1}";

    private sealed record Body(string Description, IReadOnlyList<EmbedField> Fields);
}
