using Microsoft.Extensions.Logging;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.DiscordChat;

/// <summary>Tries until Discord can be reached: the network may come up after the program.</summary>
internal sealed partial class FirstContact(TimeProvider clock, ILogger<FirstContact> log)
{
    /// <exception cref="DiscordProblem">Discord does not accept the token.</exception>
    public async Task<T> UntilAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        var said = "";
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await ask(ct);
            }
            catch (DiscordProblem e) when (e.Status is not 401)
            {
                if (e.Message != said)
                {
                    LogUnreachable(said = e.Message);
                }
                await Task.Delay(Backoff.Wait(failures, Random.Shared.NextDouble()), clock, ct);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Sentence} It is tried again.")]
    private partial void LogUnreachable(string sentence);
}
