using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Answers one interaction, and knows what has been said to it: a first word, then at most one message in its place.</summary>
internal sealed class AnswerDesk(IInteractionAnswers answers)
{
    /// <summary>A first word was said.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The first word was a promise, and it was not kept yet.</summary>
    public bool Owes { get; private set; }

    /// <summary>The whole answer at once.</summary>
    public Task FirstAsync(DiscordMessage answer, CancellationToken ct) => BeginAsync(answers.AnswerAsync(answer, ct));

    /// <summary>The message that the button is on, at once.</summary>
    public Task ChangeAsync(DiscordMessage message, CancellationToken ct) =>
        BeginAsync(answers.ChangeAsync(message, ct));

    public Task SuggestAsync(IReadOnlyList<Suggestion> suggestions, CancellationToken ct) =>
        BeginAsync(answers.SuggestAsync(suggestions, ct));

    public Task AskAsync(MessageForm form, CancellationToken ct) => BeginAsync(answers.AskAsync(form, ct));

    /// <summary>That the answer follows.</summary>
    public async Task PromiseAsync(bool alone, CancellationToken ct)
    {
        await BeginAsync(answers.PromiseAsync(alone, ct));
        Owes = true;
    }

    /// <summary>That the message that the button is on will change.</summary>
    public async Task PromiseChangeAsync(CancellationToken ct)
    {
        await BeginAsync(answers.PromiseChangeAsync(ct));
        Owes = true;
    }

    /// <summary>Keeps the promise with a message to those to whom it was made.</summary>
    public async Task KeepAsync(DiscordMessage message, CancellationToken ct)
    {
        await answers.EditAsync(message, ct);
        Owes = false;
    }

    /// <summary>
    /// Keeps a promise that was made to everybody with an answer for one: the promise goes, and the answer comes apart,
    /// because who sees the first message cannot be changed.
    /// </summary>
    public async Task KeepAloneAsync(DiscordMessage message, CancellationToken ct)
    {
        await answers.DeleteAsync(ct);
        Owes = false;
        await answers.FollowUpAsync(message with { Alone = true }, ct);
    }

    /// <summary>Leaves the message that a button is on as it is, and says something to who pressed it.</summary>
    public async Task LeaveAsync(DiscordMessage message, CancellationToken ct)
    {
        Owes = false;
        await answers.FollowUpAsync(message with { Alone = true }, ct);
    }

    private async Task BeginAsync(Task word)
    {
        await word;
        HasBegun = true;
    }
}
