using Spectre.Console;

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
                // Text and not markup: square brackets in a title are letters.
                console.Write(new Padder(new Text(line.Text, StyleOf(line.Tone))).Padding(line.Indent, 0, 0, 0));
            }
        }
    }

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
