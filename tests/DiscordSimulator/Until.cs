namespace PaperBot.DiscordSimulator;

/// <summary>Waiting for what another thread brings about.</summary>
public static class Until
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    /// <summary>Returns when the condition holds; throws <see cref="TimeoutException"/> when it does not in time.</summary>
    /// <param name="what">The condition in words, for the exception: "the command is registered".</param>
    public static async Task HoldsAsync(
        Func<bool> condition,
        TimeSpan timeout,
        string what,
        CancellationToken ct = default
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeout);
        while (!condition())
        {
            try
            {
                await Task.Delay(Step, limit.Token);
            }
            catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
            {
                throw new TimeoutException($"After {timeout.TotalSeconds} s it does not hold that {what}.", e);
            }
        }
    }
}
