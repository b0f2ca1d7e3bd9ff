using PaperBot.Chat;
using PaperBot.Skills.Writing;

namespace PaperBot.Commands;

/// <summary>The option that names the language of an answer, the same in every command.</summary>
internal static class LanguageOption
{
    public static CommandOption Of(string name) =>
        new(name, "The language of the answer, where a language model writes it; mine: your own.", OptionKind.Choice)
        {
            Choices = ReaderLanguage.Choices,
        };
}
