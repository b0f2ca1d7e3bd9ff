using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Daily;

/// <summary>The loop: looks whether an edition is due, runs it, waits. Nothing that fails in a run ends it.</summary>
internal sealed partial class DailyPostService(
    DailySchedule schedule,
    DailyRun run,
    TimeProvider clock,
    ILogger<DailyPostService> logger
) : BackgroundService
{
    // Timers stand still while a computer sleeps, and wall clocks are set: so the clock is looked at often.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>So long before its hour an edition is prepared.</summary>
    internal static readonly TimeSpan PreparedBefore = TimeSpan.FromMinutes(15);

    private DateOnly? finished;
    private DateOnly? failing;
    private int failures;
    private long failedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogNext(schedule.NextAfter(clock.GetUtcNow()));
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await StepAsync(stoppingToken);
            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    /// <summary>Runs what is due, if anything, and prepares what will be soon.</summary>
    /// <returns>How long to wait before the next look.</returns>
    internal async Task<TimeSpan> StepAsync(CancellationToken ct)
    {
        DateOnly? wanted = null;
        try
        {
            wanted = Wanted(clock.GetUtcNow());
            if (wanted is { } day && !Pausing(day))
            {
                var report = await run.RunAsync(day, ct);
                Remember(day, report.Complete);
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(e);
            Remember(wanted, succeeded: false);
        }
        return await PreparedAsync(ct) ? TimeSpan.Zero : Wait();
    }

    // It ends at the hour at the latest; then the next look follows at once.
    private async Task<bool> PreparedAsync(CancellationToken ct)
    {
        var begun = false;
        try
        {
            var now = clock.GetUtcNow();
            var next = schedule.NextAfter(now);
            var day = schedule.DayOf(next);
            if (next - now <= PreparedBefore && run.IsToBePrepared(day))
            {
                begun = true;
                await run.PrepareAsync(day, next - now, ct);
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNotPrepared(e);
        }
        return begun;
    }

    // What is due is run once after a start in any case: an outlet may have been set up since. Else it is due when
    // something is missing, be it of an earlier day.
    private DateOnly? Wanted(DateTimeOffset now) =>
        schedule.Due(now) is { } due && (finished != due || run.IsWanted(due))
            ? due
            : run.Unfinished(schedule.DayOf(now));

    // After a failure 5, 10, 20 … minutes, at most an hour: a mail server that refuses a password should not be asked
    // every five minutes. Measured by the clock that nobody sets.
    private bool Pausing(DateOnly day)
    {
        if (failures == 0 || failing != day)
        {
            return false;
        }
        var pause = LongestWait * Math.Pow(2, Math.Min(failures - 1, 10));
        return clock.GetElapsedTime(failedAt) < (pause < LongestPause ? pause : LongestPause);
    }

    private void Remember(DateOnly? day, bool succeeded)
    {
        finished = succeeded ? day : null;
        failures =
            succeeded ? 0
            : failing == day ? failures + 1
            : 1;
        failing = day;
        failedAt = clock.GetTimestamp();
    }

    private TimeSpan Wait()
    {
        var now = clock.GetUtcNow();
        var left = schedule.NextAfter(now) - now;
        left = left > PreparedBefore ? left - PreparedBefore : left;
        return left < LongestWait ? left : LongestWait;
    }

    [LoggerMessage(LogLevel.Information, "The next daily post is due at {Moment:u}.")]
    private partial void LogNext(DateTimeOffset moment);

    [LoggerMessage(LogLevel.Error, "The daily post could not be prepared; PaperBot's own engine writes its sentences.")]
    private partial void LogNotPrepared(Exception exception);

    [LoggerMessage(LogLevel.Error, "The daily post failed; it will be tried again.")]
    private partial void LogFailed(Exception exception);
}
