using Microsoft.Extensions.Logging;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>
/// The sources, asked in time for whoever posts: never longer than there is time, never twice within some minutes where
/// channels of many time zones are due one after the other, and written down how each fared.
/// </summary>
internal sealed partial class Gathering(
    INewPapers sources,
    SourceHealth health,
    TimeProvider clock,
    ILogger<Gathering> logger
)
{
    /// <summary>Sources that have not answered by then must not hold a post back.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // A list is settled once; one that could not be read is asked for again after this.
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(20);

    private Round? last;
    private readonly Dictionary<DateOnly, Round> settled = [];

    /// <summary>Takes what the sources have into the library.</summary>
    /// <param name="limit">At most <see cref="Limit"/>.</param>
    /// <returns>How each source fared; a failure is news, not an exception.</returns>
    public async Task<IReadOnlyList<SourceNews>> AskAsync(DateOnly day, TimeSpan limit, CancellationToken ct)
    {
        var news = await AskAsync(token => sources.GatherAsync(day, token), limit, ct);
        last = new Round(news, clock.GetUtcNow(), clock.GetTimestamp());
        return news;
    }

    /// <summary>The same, unless somebody asked a few minutes ago.</summary>
    public async Task<IReadOnlyList<SourceNews>> AskLatelyAsync(DateOnly day, CancellationToken ct) =>
        last is { } round && IsFresh(round) ? round.News : await AskAsync(day, Limit, ct);

    /// <summary>The whole list of a day that is closed; asked for until it was read once.</summary>
    /// <returns>How each source whose lists close fared.</returns>
    public async Task<IReadOnlyList<SourceNews>> SettleAsync(DateOnly list, CancellationToken ct)
    {
        if (settled.TryGetValue(list, out var known) && (known.News.All(one => one.Healthy) || IsFresh(known)))
        {
            return known.News;
        }
        var news = await AskAsync(token => sources.SettleAsync(list, token), Limit, ct);
        foreach (var old in settled.Keys.Where(day => day < list.AddDays(-7)).ToList())
        {
            settled.Remove(old);
        }
        settled[list] = new Round(news, clock.GetUtcNow(), clock.GetTimestamp());
        return news;
    }

    // By both clocks: one may be set, the other stands still while a computer sleeps.
    private bool IsFresh(Round round) =>
        clock.GetElapsedTime(round.Ticks) < FreshFor && (clock.GetUtcNow() - round.At).Duration() < FreshFor;

    private async Task<IReadOnlyList<SourceNews>> AskAsync(
        Func<CancellationToken, Task<IReadOnlyList<SourceNews>>> ask,
        TimeSpan limit,
        CancellationToken ct
    )
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            // Not left to the token alone: a source that does not heed it must not hold the post back either.
            var news = await Task.Run(() => ask(enough.Token), ct).WaitAsync(limit < Limit ? limit : Limit, clock, ct);
            health.Learn(news);
            return news;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(e);
            var reason =
                e is TimeoutException
                    ? $"The sources did not answer within {Limit.TotalMinutes} minutes"
                    : "The sources could not be asked for new papers";
            return [new SourceNews("The sources", Healthy: false, EmptyAsExpected: false, reason)];
        }
        finally
        {
            await enough.CancelAsync();
        }
    }

    private sealed record Round(IReadOnlyList<SourceNews> News, DateTimeOffset At, long Ticks);

    [LoggerMessage(LogLevel.Error, "The sources could not be asked for new papers.")]
    private partial void LogFailed(Exception exception);
}
