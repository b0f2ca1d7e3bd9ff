using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Says things to one interaction over our own client.</summary>
/// <param name="asked">When the interaction came, as a time stamp of the clock.</param>
internal sealed class RestAnswers(DiscordRest rest, Interaction interaction, long asked) : IInteractionAnswers
{
    public Task AnswerAsync(DiscordMessage message, CancellationToken ct) =>
        FirstAsync(InteractionJson.Answer(message), ct);

    public Task PromiseAsync(bool alone, CancellationToken ct) => FirstAsync(InteractionJson.Later(alone), ct);

    public Task ChangeAsync(DiscordMessage message, CancellationToken ct) =>
        FirstAsync(InteractionJson.Change(message), ct);

    public Task PromiseChangeAsync(CancellationToken ct) => FirstAsync(InteractionJson.ChangeLater(), ct);

    public Task SuggestAsync(IReadOnlyList<Suggestion> suggestions, CancellationToken ct) =>
        FirstAsync(InteractionJson.Suggest(suggestions), ct);

    public Task AskAsync(MessageForm form, CancellationToken ct) => FirstAsync(InteractionJson.Ask(form), ct);

    public Task EditAsync(DiscordMessage message, CancellationToken ct) =>
        rest.EditAnswerAsync(interaction.Application, interaction.Token, MessageBody.Of(message, isEdit: true), ct);

    public Task DeleteAsync(CancellationToken ct) =>
        rest.DeleteAnswerAsync(interaction.Application, interaction.Token, ct);

    public Task FollowUpAsync(DiscordMessage message, CancellationToken ct) =>
        rest.FollowUpAsync(interaction.Application, interaction.Token, MessageBody.Of(message), ct);

    private Task FirstAsync(MessageBody answer, CancellationToken ct) =>
        rest.AnswerAsync(interaction.Id, interaction.Token, answer, ct, asked);
}
