using System.Text;
using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Versions;

namespace PaperBot.TerminalChat;

/// <summary>
/// Pure: a Reply as lines of text. Every text is cleaned once more, so that nothing that a paper or a person wrote can
/// move the cursor or colour the screen.
/// </summary>
internal static class TerminalMessage
{
    public static IReadOnlyList<TerminalLine> Lines(Reply reply)
    {
        var parts = new List<IEnumerable<TerminalLine>>
        {
            Heading(reply),
            Text(reply),
            Table(reply.Table),
            reply.Fields.SelectMany(Field),
            reply.Items.SelectMany(Item),
            Picture(reply),
            Choices(reply),
            reply.Notes.Select(note => Line(note, Tone.Quiet)),
            Buttons(reply),
            Files(reply),
        };
        var lines = new List<TerminalLine>();
        foreach (var part in parts.Select(part => part.ToList()).Where(part => part.Count > 0))
        {
            if (lines.Count > 0)
            {
                lines.Add(TerminalLine.Empty);
            }
            lines.AddRange(part);
        }
        return lines;
    }

    /// <summary>As one text, for a pipe or a file.</summary>
    public static string Text(IEnumerable<TerminalLine> lines) => string.Join('\n', lines);

    private static IEnumerable<TerminalLine> Heading(Reply reply)
    {
        if (reply.Title is not null)
        {
            yield return Line(reply.Title, Tone.Heading);
        }
        if (reply.Link is not null)
        {
            yield return Line(reply.Link.AbsoluteUri, Tone.Quiet);
        }
    }

    private static IEnumerable<TerminalLine> Text(Reply reply) =>
        reply.Text.Length == 0
            ? []
            : reply.Text.Split('\n').Select(text => Line(text, reply.Ok ? Tone.Plain : Tone.Problem));

    private static IEnumerable<TerminalLine> Field(ReplyField field) =>
        [
            Line(field.Name, Tone.Label),
            .. field.Runs.Count > 0
                ? [Line(field.Text, Tone.Plain, 2) with { Runs = [.. field.Runs.Select(Clean)] }]
                : (field.Text + Marks(field.Sources)).Split('\n').Select(text => Line(text, Tone.Plain, 2)),
            .. field.Link is { } link ? [Line(link.AbsoluteUri, Tone.Quiet, 2)] : Array.Empty<TerminalLine>(),
        ];

    private static DiffRun Clean(DiffRun run) =>
        run with
        {
            Text = (run.Text.StartsWith(' ') ? " " : "") + PaperText.Clean(run.Text),
        };

    private static IEnumerable<TerminalLine> Table(ReplyTable? table)
    {
        if (table is null)
        {
            yield break;
        }
        for (var i = 0; i < table.Columns.Count; i++)
        {
            yield return Line($"{Letter(i)}: {table.Columns[i].Title}", Tone.Heading);
            if (table.Columns[i].Link is { } link)
            {
                yield return Line(link.AbsoluteUri, Tone.Quiet, 3);
            }
        }
        foreach (var row in table.Rows)
        {
            yield return TerminalLine.Empty;
            yield return Line(row.Name, Tone.Label);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                yield return Line($"{Letter(i)}: {row.Cells[i].Text}{Marks(row.Cells[i].Sources)}", Tone.Plain, 2);
            }
        }
    }

    private static IEnumerable<TerminalLine> Item(ReplyItem item)
    {
        yield return Line($"{item.Lead} {item.Title}", Tone.Label);
        var indent = Math.Max(2, item.Lead.Length + 1);
        if (item.Text.Length > 0)
        {
            yield return Line(item.Text, Tone.Plain, indent);
        }
        if (item.Note.Length > 0)
        {
            yield return Line(item.Note, Tone.Quiet, indent);
        }
        if (item.Link is not null)
        {
            yield return Line(item.Link.AbsoluteUri, Tone.Quiet, indent);
        }
    }

    // A menu over the list above it would only say everything twice where nothing can be clicked.
    private static IEnumerable<TerminalLine> Choices(Reply reply) =>
        (reply.Items.Count > 0 ? [] : reply.Choices).SelectMany<ReplyChoice, TerminalLine>(choice =>
            [Line(choice.Label, Tone.Label, 2), Line(choice.Command, Tone.Quiet, 4)]
        );

    private static IEnumerable<TerminalLine> Buttons(Reply reply) =>
        reply.Buttons.Select(button => Line($"{button.Label}: {button.Command}", Tone.Quiet));

    private static IEnumerable<TerminalLine> Picture(Reply reply) =>
        reply
            .Files.Where(file => file.Name == reply.Picture)
            .Select(file => Line($"Picture: {file.AltText}", Tone.Quiet));

    // Nothing is written to disk that nobody asked for: what is text is shown, of anything else that it is there.
    private static IEnumerable<TerminalLine> Files(Reply reply) =>
        reply
            .Files.Where(file => file.Name != reply.Picture)
            .SelectMany(file =>
                IsText(file)
                    ? FileLines(file).Prepend(Line($"{file.Name}:", Tone.Heading))
                    : [Line($"File: {file.Name} ({file.Bytes.Length:N0} bytes). {file.AltText}", Tone.Quiet)]
            );

    private static IEnumerable<TerminalLine> FileLines(ReplyFile file) =>
        Encoding
            .UTF8.GetString(file.Bytes.Span)
            .TrimEnd()
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => Line(line, Tone.Plain, line.Length - line.TrimStart(' ').Length));

    private static bool IsText(ReplyFile file) =>
        file.MediaType.StartsWith("text/", StringComparison.Ordinal)
        || Path.GetExtension(file.Name) is ".csv" or ".bib" or ".md";

    private static string Marks(IReadOnlyList<int> sources) =>
        sources.Count == 0 ? "" : $" [{string.Join(", ", sources)}]";

    private static char Letter(int column) => (char)('A' + column);

    private static TerminalLine Line(string text, Tone tone, int indent = 0) =>
        new(PaperText.Clean(text), tone, indent);
}
