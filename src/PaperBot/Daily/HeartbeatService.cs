using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Skills.Storage;

namespace PaperBot.Daily;

/// <summary>Writes down twice a minute that the serving program is alive, for a health check from outside.</summary>
internal sealed partial class HeartbeatService(
    Heartbeats heartbeats,
    TimeProvider clock,
    ILogger<HeartbeatService> logger
) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Beat();
            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    internal void Beat()
    {
        try
        {
            heartbeats.Beat(Heartbeats.Serve);
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The heartbeat could not be written; the next one comes in half a minute.")]
    private partial void LogFailed(Exception exception);
}
