using PaperBot.Chat;

namespace PaperBot.Commands;

/// <summary>The option that names a paper, the same in every command.</summary>
internal static class PaperOption
{
    private const string What = "title, part of a title, an arXiv id or a link to the paper.";

    public static CommandOption Required(string name) => new(name, $"A {What}", OptionKind.Paper) { Required = true };

    /// <param name="which">"A third paper"</param>
    public static CommandOption Optional(string name, string which) =>
        new(name, $"{which}, if any: {What}", OptionKind.Paper);
}
