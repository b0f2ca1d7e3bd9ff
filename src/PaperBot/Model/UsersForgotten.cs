using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Skills.Model;

namespace PaperBot.Model;

/// <summary>Sees to it once a day that nobody's use of the model stays known for longer than it should, also when the model is gone.</summary>
internal sealed partial class UsersForgotten(ModelLedger ledger, TimeProvider clock, ILogger<UsersForgotten> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                ledger.ForgetUsers();
            }
            catch (Exception e)
            {
                LogFailed(e);
            }
            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "Old rows of the language model's use could not be tidied; it is tried again tomorrow."
    )]
    private partial void LogFailed(Exception exception);
}
