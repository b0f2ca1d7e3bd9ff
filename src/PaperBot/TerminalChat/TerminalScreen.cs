using PaperBot.Skills.Versions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperBot.TerminalChat;

/// <summary>Lines on a real terminal: coloured, and wrapped so that a wrapped line keeps its indent.</summary>
internal sealed class TerminalScreen(IAnsiConsole console)
{
    private readonly Lock writing = new();

    public void Write(IEnumerable<TerminalLine> lines)
    {
        lock (writing) // the daily post may arrive while an answer is written
        {
            foreach (var line in lines)
            {
                console.Write(new Padder(Shown(line)).Padding(line.Indent, 0, 0, 0));
            }
        }
    }

    // Text and not markup: square brackets in a title are letters. Without colours the brackets of the text say the same.
    private IRenderable Shown(TerminalLine line)
    {
        if (line.Runs.Count == 0 || console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
        {
            return new Text(line.Text, StyleOf(line.Tone));
        }
        var paragraph = new Paragraph();
        foreach (var run in line.Runs)
        {
            paragraph.Append(run.Text, StyleOf(run.Kind));
        }
        return paragraph;
    }

    // Told apart without colours too, for those who do not see them.
    private static Style StyleOf(DiffKind kind) =>
        kind switch
        {
            DiffKind.Removed => new Style(Color.Red, decoration: Decoration.Strikethrough),
            DiffKind.Added => new Style(Color.Green, decoration: Decoration.Underline),
            _ => Style.Plain,
        };

    private static Style StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Heading => new Style(Color.Aqua, decoration: Decoration.Bold),
            Tone.Label => new Style(decoration: Decoration.Bold),
            Tone.Quiet => new Style(Color.Grey),
            Tone.Problem => new Style(Color.Yellow),
            _ => Style.Plain,
        };
}
