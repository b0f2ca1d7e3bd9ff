using PaperBot.Chat;

namespace PaperBot.Commands;

/// <summary>The option that names a paper, the same in every command.</summary>
internal static class PaperOption
{
    public static CommandOption Required(string name) =>
        new(name, "A title, part of a title, an arXiv id or a link to the paper.", OptionKind.Paper)
        {
            Required = true,
        };
}
