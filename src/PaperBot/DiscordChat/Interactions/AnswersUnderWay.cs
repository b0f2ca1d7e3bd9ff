using System.Collections.Concurrent;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Runs each answer apart from the reading of the gateway, so that none holds another or a heartbeat up.</summary>
internal sealed class AnswersUnderWay(InteractionHandler handler, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3); // an interaction waits no longer either

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<ulong, Task> answering = [];

    /// <summary>Cancelled when the program has said its last words.</summary>
    public CancellationToken Stopping => stopping.Token;

    public void Begin(Interaction interaction, IInteractionAnswers answers)
    {
        var answer = Task.Run(() => handler.HandleAsync(interaction, answers, stopping.Token));
        if (answering.TryAdd(interaction.Id, answer))
        {
            _ = answer.ContinueWith(
                _ => answering.TryRemove(interaction.Id, out Task? _),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    /// <summary>Lets what is under way end, within three seconds.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await Task.WhenAny(Task.WhenAll(answering.Values), Task.Delay(LastWords, clock, ct));
        await stopping.CancelAsync();
    }

    public void Dispose() => stopping.Dispose();
}
