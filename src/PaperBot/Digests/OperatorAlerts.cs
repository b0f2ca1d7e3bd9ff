using Microsoft.Extensions.Logging;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Tells the person who runs PaperBot of a source that cannot be relied on: once a day and source.</summary>
internal sealed partial class OperatorAlerts(
    IEnumerable<IDigestPlatform> platforms,
    SourceHealth health,
    ILogger<OperatorAlerts> log
)
{
    public async Task TellAsync(CancellationToken ct)
    {
        foreach (var source in health.All().Where(one => one.ProblemSince is not null))
        {
            if (!health.IsNews(source.Source, source.Said))
            {
                continue;
            }
            LogTrouble(source.Source, source.Said);
            foreach (var platform in platforms.Where(one => one.IsOn))
            {
                try
                {
                    await platform.TellOperatorAsync(
                        $"{source.Said.TrimEnd('.')}. Digests say so until it is mended; `doctor` tells more.",
                        ct
                    );
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    LogNotTold(platform.Name, e.Message);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Source} cannot be relied on: {Sentence}")]
    private partial void LogTrouble(string source, string sentence);

    [LoggerMessage(LogLevel.Warning, "The operator could not be told on {Platform}: {Problem}")]
    private partial void LogNotTold(string platform, string problem);
}
