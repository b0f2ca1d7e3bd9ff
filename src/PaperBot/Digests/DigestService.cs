using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Digests;

/// <summary>The loop of the digests. Nothing that fails in a round ends it.</summary>
internal sealed partial class DigestService(
    DigestRun run,
    DueDigests due,
    DigestPostman postman,
    TimeProvider clock,
    ILogger<DigestService> log
) : BackgroundService
{
    // Timers stand still while a computer sleeps, wall clocks are set, and digests are set up at any moment.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PreparedBefore = TimeSpan.FromMinutes(15);

    private DateTimeOffset preparedFor;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await StepAsync(stoppingToken);
            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    /// <returns>How long to wait before the next round.</returns>
    internal async Task<TimeSpan> StepAsync(CancellationToken ct)
    {
        try
        {
            await run.RunAsync(ct);
            await PrepareAsync(ct);
            return Wait();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(e);
            return LongestWait;
        }
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        if (due.Next() is { } next && next - clock.GetUtcNow() <= PreparedBefore && preparedFor != next)
        {
            preparedFor = next;
            await run.PrepareAsync(next - clock.GetUtcNow(), ct);
        }
    }

    private TimeSpan Wait()
    {
        var left = (due.Next() is { } next ? next - clock.GetUtcNow() : LongestWait);
        left = postman.NextTry is { } again && again < left ? again : left;
        return left < ShortestWait ? ShortestWait
            : left < LongestWait ? left
            : LongestWait;
    }

    [LoggerMessage(LogLevel.Error, "The digests failed; they will be tried again.")]
    private partial void LogFailed(Exception exception);
}
