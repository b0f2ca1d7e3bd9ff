using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;

namespace PaperBot.Daily;

/// <summary>The sources as the daily post sees them: all asked at once, none able to stop the others.</summary>
internal sealed partial class FetchedPapers(IServiceProvider services, ILogger<FetchedPapers> log) : INewPapers
{
    public async Task<IReadOnlyList<SourceNews>> GatherAsync(DateOnly day, CancellationToken ct)
    {
        // Made when they are needed: their clients cost megabytes, and most of the day nobody asks them.
        var fetch = services.GetRequiredService<PaperFetch>();
        return await Task.WhenAll(fetch.Sources.Select(source => AskAsync(fetch, source, day: null, ct)));
    }

    // arXiv's announcements are whole when they come.
    public async Task<IReadOnlyList<SourceNews>> SettleAsync(DateOnly list, CancellationToken ct)
    {
        var fetch = services.GetRequiredService<PaperFetch>();
        return await Task.WhenAll(
            fetch
                .Sources.Where(source => source.Name == "huggingface")
                .Select(source => AskAsync(fetch, source, list, ct))
        );
    }

    private async Task<SourceNews> AskAsync(PaperFetch fetch, IPaperSource source, DateOnly? day, CancellationToken ct)
    {
        try
        {
            var (_, result, _) = await fetch.FetchAsync(source, day, ct);
            LogFetched(source.Name, result.Outcome, result.Sentence);
            return new SourceNews(
                source.Title,
                result.IsHealthy,
                result.Outcome == FetchOutcome.EmptyExpected,
                result.Sentence
            );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(e, source.Name);
            return new SourceNews(
                source.Title,
                Healthy: false,
                EmptyAsExpected: false,
                $"What {source.Title} has could not be stored."
            );
        }
    }

    [LoggerMessage(LogLevel.Information, "{Source}: {Outcome}. {Sentence}")]
    private partial void LogFetched(string source, FetchOutcome outcome, string sentence);

    [LoggerMessage(LogLevel.Error, "What {Source} has could not be stored.")]
    private partial void LogFailed(Exception exception, string source);
}
