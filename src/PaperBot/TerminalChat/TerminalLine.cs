namespace PaperBot.TerminalChat;

internal enum Tone
{
    Plain,
    Heading,
    Label,
    Quiet,
    Problem,
}

/// <param name="Indent">Blanks before it, also before what a narrow terminal wraps.</param>
internal sealed record TerminalLine(string Text, Tone Tone = Tone.Plain, int Indent = 0)
{
    public static TerminalLine Empty { get; } = new("");

    public override string ToString() => new string(' ', Indent) + Text;
}
