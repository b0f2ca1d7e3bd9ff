using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>What an option that is being typed may become.</summary>
internal sealed class TypedSuggestions(CommandTable table, CommandCompletion completion)
{
    public IReadOnlyList<Suggestion> For(Interaction interaction)
    {
        var option = table
            .Find(interaction.Command)
            ?.Options.FirstOrDefault(option => option.Name == interaction.Focused);
        return option is null
            ? []
            :
            [
                .. Fitting(
                    completion.Values(
                        option,
                        interaction.Values.GetValueOrDefault(interaction.Focused, ""),
                        InteractionHandler.AskerOf(interaction),
                        DiscordLimits.Suggestions
                    )
                ),
            ];
    }

    private static IEnumerable<Suggestion> Fitting(IEnumerable<Suggestion> suggestions) =>
        suggestions
            .Where(suggestion => suggestion.Value.Length is > 0 and <= DiscordLimits.SuggestionText)
            .Select(suggestion =>
                suggestion with
                {
                    Label = DiscordText.FitPlain(suggestion.Label, DiscordLimits.SuggestionText),
                }
            )
            .Where(suggestion => suggestion.Label.Length > 0)
            .Take(DiscordLimits.Suggestions);
}
