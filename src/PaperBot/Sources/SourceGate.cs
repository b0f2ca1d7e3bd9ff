namespace PaperBot.Sources;

/// <summary>
/// One source's door: one request at a time, and a pause between them, over all its hosts and everybody who asks in this
/// process. arXiv: "no more than one request every three seconds, and limit requests to a single connection at a time"
/// (https://info.arxiv.org/help/api/tou.html).
/// </summary>
internal sealed class SourceGate(TimeSpan pause, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim door = new(1);
    private DateTimeOffset next = DateTimeOffset.MinValue;

    public async Task<T> PassAsync<T>(Func<Task<T>> request, CancellationToken ct)
    {
        await door.WaitAsync(ct);
        try
        {
            if (next - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                // A clock that was set back must not close the door for hours.
                await Task.Delay(wait < pause ? wait : pause, clock, ct);
            }
            return await request();
        }
        finally
        {
            next = clock.GetUtcNow() + pause;
            door.Release();
        }
    }

    public void Dispose() => door.Dispose();
}
