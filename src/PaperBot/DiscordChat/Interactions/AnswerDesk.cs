using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>
/// Answers one interaction, and knows what has been said to it: a first word within three seconds, then at most one
/// message in its place (https://discord.com/developers/docs/interactions/receiving-and-responding).
/// </summary>
internal sealed class AnswerDesk(DiscordRest rest, Interaction interaction)
{
    /// <summary>A first word was said.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The first word was a promise, and it was not kept yet.</summary>
    public bool Owes { get; private set; }

    /// <summary>The whole answer at once.</summary>
    public async Task FirstAsync(ReadOnlyMemory<byte> answer, CancellationToken ct)
    {
        await rest.AnswerAsync(interaction.Id, interaction.Token, answer, ct);
        HasBegun = true;
    }

    /// <summary>That the answer follows.</summary>
    public async Task PromiseAsync(ReadOnlyMemory<byte> promise, CancellationToken ct)
    {
        await FirstAsync(promise, ct);
        Owes = true;
    }

    /// <summary>Keeps the promise with a message to those to whom it was made.</summary>
    public async Task KeepAsync(Reply reply, MessageLook look, CancellationToken ct)
    {
        await rest.EditAnswerAsync(
            interaction.Application,
            interaction.Token,
            DiscordMessage.Json(reply, look with { IsEdit = true }),
            ct
        );
        Owes = false;
    }

    /// <summary>
    /// Keeps a promise that was made to everybody with an answer for one: the promise goes, and the answer comes apart,
    /// because who sees the first message cannot be changed.
    /// </summary>
    public async Task KeepAloneAsync(Reply reply, MessageLook look, CancellationToken ct)
    {
        await rest.DeleteAnswerAsync(interaction.Application, interaction.Token, ct);
        Owes = false;
        await AddAsync(reply, look, ct);
    }

    /// <summary>Leaves the message that a button is on as it is, and says something to who pressed it.</summary>
    public async Task LeaveAsync(Reply reply, MessageLook look, CancellationToken ct)
    {
        Owes = false;
        await AddAsync(reply, look, ct);
    }

    private Task AddAsync(Reply reply, MessageLook look, CancellationToken ct) =>
        rest.FollowUpAsync(
            interaction.Application,
            interaction.Token,
            DiscordMessage.Json(reply, look with { Alone = true }),
            ct
        );
}
