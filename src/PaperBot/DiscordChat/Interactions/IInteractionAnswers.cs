using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>
/// Port: what can be said to one interaction (https://discord.com/developers/docs/interactions/receiving-and-responding).
/// One of the first six comes first, within three seconds; the others within fifteen minutes after that. A message that is
/// <see cref="DiscordMessage.Alone"/> is for the asker's eyes. Every method throws <see cref="DiscordProblem"/> where Discord
/// refuses or cannot be reached.
/// </summary>
internal interface IInteractionAnswers
{
    /// <summary>A new message.</summary>
    Task AnswerAsync(DiscordMessage message, CancellationToken ct);

    /// <summary>That a message follows.</summary>
    /// <param name="alone">Who will see it, which is settled here.</param>
    Task PromiseAsync(bool alone, CancellationToken ct);

    /// <summary>The message that the button is on, as it shall be now.</summary>
    Task ChangeAsync(DiscordMessage message, CancellationToken ct);

    /// <summary>That the message that the button is on will change.</summary>
    Task PromiseChangeAsync(CancellationToken ct);

    /// <param name="suggestions">25 at most, within their limits.</param>
    Task SuggestAsync(IReadOnlyList<Suggestion> suggestions, CancellationToken ct);

    Task AskAsync(MessageForm form, CancellationToken ct);

    /// <summary>Puts this in place of what was promised or said.</summary>
    Task EditAsync(DiscordMessage message, CancellationToken ct);

    /// <summary>Takes away what was promised or said.</summary>
    Task DeleteAsync(CancellationToken ct);

    /// <summary>One more message.</summary>
    Task FollowUpAsync(DiscordMessage message, CancellationToken ct);
}
