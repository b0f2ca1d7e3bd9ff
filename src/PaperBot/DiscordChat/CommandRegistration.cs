using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.DiscordChat;

/// <summary>Brings PaperBot's commands to Discord, once per process and only where Discord has others.</summary>
internal sealed partial class CommandRegistration(
    IDiscord discord,
    CommandTable table,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    ILogger<CommandRegistration> log
)
{
    private int begun;

    /// <summary>Until Discord has them or refuses them: without commands the bot is of no use. Never throws.</summary>
    public async Task RunAsync(ulong application, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref begun, 1) != 0)
        {
            return;
        }
        for (var failures = 1; !ct.IsCancellationRequested; failures++)
        {
            try
            {
                await RunOnceAsync(application, ct);
                return;
            }
            catch (DiscordProblem e) when (e.Status is 0 or 429 or >= 500)
            {
                LogAgain(e.Message);
                await Task.Delay(Backoff.Wait(failures, Random.Shared.NextDouble()), clock, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogFailed(e is DiscordProblem ? null : e, e.Message);
                return;
            }
            catch (OperationCanceledException)
            {
                return; // the next start does it
            }
        }
    }

    private async Task RunOnceAsync(ulong application, CancellationToken ct)
    {
        var guild = options.Value.TestGuildId;
        var wanted = DiscordCommandSchema.All(table.All, isTest: guild is not null);
        using var has = await discord.CommandsAsync(application, guild, ct);
        if (!DiscordCommandSchema.IsSame(has.RootElement, wanted))
        {
            await discord.SetCommandsAsync(application, guild, wanted, ct);
            LogDone(DiscordCommandSchema.Count(table.All));
        }
    }

    [LoggerMessage(LogLevel.Information, "Discord has PaperBot's {Count} commands now.")]
    private partial void LogDone(int count);

    [LoggerMessage(LogLevel.Warning, "The commands are not registered with Discord yet; it is tried again. {Sentence}")]
    private partial void LogAgain(string sentence);

    [LoggerMessage(LogLevel.Error, "The commands could not be registered with Discord: {Sentence}")]
    private partial void LogFailed(Exception? exception, string sentence);
}
