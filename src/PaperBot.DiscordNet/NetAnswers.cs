using Discord;
using Discord.WebSocket;
using PaperBot.Chat;
using PaperBot.DiscordChat.Interactions;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordNet;

/// <summary>Says things to one interaction over Discord.Net.</summary>
internal sealed class NetAnswers(SocketInteraction interaction) : IInteractionAnswers
{
    public Task AnswerAsync(DiscordMessage message, CancellationToken ct) =>
        FirstAsync(
            message.Files.Count > 0
                ? interaction.RespondWithFilesAsync(
                    NetMessage.Files(message),
                    NetMessage.Text(message),
                    embed: NetMessage.Embed(message),
                    components: NetMessage.Components(message),
                    ephemeral: message.Alone,
                    allowedMentions: NetMessage.Nobody,
                    options: Until(ct)
                )
                : interaction.RespondAsync(
                    NetMessage.Text(message),
                    embed: NetMessage.Embed(message),
                    components: NetMessage.Components(message),
                    ephemeral: message.Alone,
                    allowedMentions: NetMessage.Nobody,
                    options: Until(ct)
                ),
            ct
        );

    // Of a component, plain DeferAsync would promise a change of its message.
    public Task PromiseAsync(bool alone, CancellationToken ct) =>
        FirstAsync(
            interaction switch
            {
                SocketMessageComponent pressed => pressed.DeferLoadingAsync(alone, Until(ct)),
                SocketModal form => form.DeferLoadingAsync(alone, Until(ct)),
                _ => interaction.DeferAsync(alone, Until(ct)),
            },
            ct
        );

    public Task ChangeAsync(DiscordMessage message, CancellationToken ct) =>
        FirstAsync(Pressed.UpdateAsync(change => NetMessage.Fill(change, message), Until(ct)), ct);

    public Task PromiseChangeAsync(CancellationToken ct) => FirstAsync(Pressed.DeferAsync(options: Until(ct)), ct);

    public Task SuggestAsync(IReadOnlyList<Suggestion> suggestions, CancellationToken ct) =>
        FirstAsync(
            ((SocketAutocompleteInteraction)interaction).RespondAsync(
                suggestions.Select(one => new AutocompleteResult(one.Label, one.Value)),
                Until(ct)
            ),
            ct
        );

    public Task AskAsync(MessageForm form, CancellationToken ct) =>
        FirstAsync(interaction.RespondWithModalAsync(NetMessage.Form(form), Until(ct)), ct);

    public Task EditAsync(DiscordMessage message, CancellationToken ct) =>
        NetProblem.GuardAsync(
            interaction.ModifyOriginalResponseAsync(change => NetMessage.Fill(change, message), Until(ct)),
            "PATCH webhooks/*/*/messages/@original",
            ct
        );

    public async Task DeleteAsync(CancellationToken ct)
    {
        try
        {
            await NetProblem.GuardAsync(
                interaction.DeleteOriginalResponseAsync(Until(ct)),
                "DELETE webhooks/*/*/messages/@original",
                ct
            );
        }
        catch (DiscordChat.DiscordProblem e) when (e.Code == DiscordChat.DiscordProblem.UnknownMessage)
        {
            // Gone already, which is all that was wanted.
        }
    }

    public Task FollowUpAsync(DiscordMessage message, CancellationToken ct) =>
        NetProblem.GuardAsync(
            message.Files.Count > 0
                ? interaction.FollowupWithFilesAsync(
                    NetMessage.Files(message),
                    NetMessage.Text(message),
                    embed: NetMessage.Embed(message),
                    components: NetMessage.Components(message),
                    ephemeral: message.Alone,
                    allowedMentions: NetMessage.Nobody,
                    options: Until(ct)
                )
                : interaction.FollowupAsync(
                    NetMessage.Text(message),
                    embed: NetMessage.Embed(message),
                    components: NetMessage.Components(message),
                    ephemeral: message.Alone,
                    allowedMentions: NetMessage.Nobody,
                    options: Until(ct)
                ),
            "POST webhooks/*/*",
            ct
        );

    private SocketMessageComponent Pressed => (SocketMessageComponent)interaction;

    private static async Task FirstAsync(Task answer, CancellationToken ct)
    {
        try
        {
            await NetProblem.GuardAsync(answer, "POST interactions/*/*/callback", ct);
        }
        catch (DiscordChat.DiscordProblem e) when (e.Code == DiscordChat.DiscordProblem.AlreadyAcknowledged)
        {
            // An earlier try arrived, and only its answer was lost.
        }
    }

    private static RequestOptions Until(CancellationToken ct) => new() { CancelToken = ct };
}
