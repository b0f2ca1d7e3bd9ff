using PaperBot.Skills.Versions;

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
    /// <summary>The text as what was kept, removed and added, for a screen with colours; empty where it is no such thing.</summary>
    public IReadOnlyList<DiffRun> Runs { get; init; } = [];

    public static TerminalLine Empty { get; } = new("");

    public override string ToString() => new string(' ', Indent) + Text;
}
