using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Answers one interaction, and knows what has been said to it: a first word, then at most one message in its place.</summary>
internal sealed class AnswerDesk(IInteractionAnswers answers)
{
    private bool changes; // what is owed is a change of the message that the button is on
    private bool openly; // what is owed is promised to everybody

    /// <summary>A first word was said.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>All has been said that was to be said.</summary>
    public bool IsSettled { get; private set; }

    private bool Owes { get; set; }

    /// <summary>The whole answer at once.</summary>
    public Task FirstAsync(DiscordMessage answer, CancellationToken ct) => SayAsync(answers.AnswerAsync(answer, ct));

    /// <summary>The message that the button is on, at once.</summary>
    public Task ChangeAsync(DiscordMessage message, CancellationToken ct) => SayAsync(answers.ChangeAsync(message, ct));

    public Task SuggestAsync(IReadOnlyList<Suggestion> suggestions, CancellationToken ct) =>
        SayAsync(answers.SuggestAsync(suggestions, ct));

    public Task AskAsync(MessageForm form, CancellationToken ct) => SayAsync(answers.AskAsync(form, ct));

    /// <summary>That the answer follows.</summary>
    public async Task PromiseAsync(bool alone, CancellationToken ct)
    {
        await answers.PromiseAsync(alone, ct);
        (HasBegun, Owes, openly) = (true, true, !alone);
    }

    /// <summary>That the message that the button is on will change.</summary>
    public async Task PromiseChangeAsync(CancellationToken ct)
    {
        await answers.PromiseChangeAsync(ct);
        (HasBegun, Owes, changes) = (true, true, true);
    }

    /// <summary>What is ready, in the place of the promise, which is still to be kept.</summary>
    public Task ShowAsync(DiscordMessage part, CancellationToken ct) => answers.EditAsync(part, ct);

    /// <summary>Keeps the promise with a message to those to whom it was made.</summary>
    public Task KeepAsync(DiscordMessage message, CancellationToken ct) => SayAsync(answers.EditAsync(message, ct));

    /// <summary>
    /// Keeps a promise that was made to everybody with an answer for one: the promise goes, and the answer comes apart,
    /// because who sees the first message cannot be changed.
    /// </summary>
    public async Task KeepAloneAsync(DiscordMessage message, CancellationToken ct)
    {
        await answers.DeleteAsync(ct);
        Owes = false;
        await LeaveAsync(message, ct);
    }

    /// <summary>Leaves the message that a button is on as it is, and says something to who pressed it.</summary>
    public Task LeaveAsync(DiscordMessage message, CancellationToken ct) =>
        SayAsync(answers.FollowUpAsync(message with { Alone = true }, ct));

    /// <summary>An apology to the asker alone, in the place where an answer is awaited as far as that is possible.</summary>
    public Task ApologiseAsync(DiscordMessage message, CancellationToken ct) =>
        !HasBegun ? FirstAsync(message, ct)
        : Owes && openly ? KeepAloneAsync(message, ct)
        : Owes && !changes ? KeepAsync(message, ct)
        : LeaveAsync(message, ct);

    private async Task SayAsync(Task words)
    {
        await words;
        (HasBegun, IsSettled) = (true, true);
    }
}
