using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Storage;

namespace PaperBot.Daily;

/// <summary>
/// One day's edition to every outlet, once: used by the loop and by the verb <c>post</c>. It may be cut off anywhere and
/// run again; what was built and sent before stays, what is missing is made up for.
/// </summary>
internal sealed partial class DailyRun(
    Gathering gathering,
    EditionBuilder builder,
    EditionPreparation preparation,
    EditionStore editions,
    EditionDelivery delivery,
    Database database,
    IOptions<DailyOptions> options,
    TimeProvider clock,
    ILogger<DailyRun> logger
)
{
    /// <summary>So long an edition waits for its sentences where nobody could prepare them before.</summary>
    internal static readonly TimeSpan SentencesLimit = TimeSpan.FromMinutes(2);

    private DateOnly? prepared;

    public async Task<DailyReport> RunAsync(DateOnly day, CancellationToken ct)
    {
        using var alone = await RunLock.TakeAsync(database.Path, ct);
        var stored = editions.Get(day);
        var edition = stored ?? await BuildAsync(day, ct);
        var deliveries = await delivery.DeliverAsync(edition, ct);
        return new DailyReport(edition, BuiltNow: stored is null, deliveries);
    }

    /// <summary>Whether <see cref="PrepareAsync"/> would have anything to do.</summary>
    public bool IsToBePrepared(DateOnly day) => preparation.IsNeeded && prepared != day && editions.Get(day) is null;

    /// <summary>
    /// Ahead of a day's run: asks the sources and has the sentences written for what would be picked now. What the sources
    /// bring between now and then gets those of PaperBot's own engine.
    /// </summary>
    /// <param name="limit">When to stop, however far it is.</param>
    public async Task PrepareAsync(DateOnly day, TimeSpan limit, CancellationToken ct)
    {
        prepared = day; // also where it fails: the hour has come by then
        var begun = clock.GetTimestamp();
        await gathering.AskAsync(day, limit, ct);
        await preparation.PrepareAsync(builder.Choose(options.Value.Papers), limit - clock.GetElapsedTime(begun), ct);
    }

    /// <summary>What <see cref="RunAsync"/> would post, without keeping or posting it.</summary>
    public async Task<Edition> PreviewAsync(DateOnly day, CancellationToken ct) =>
        editions.Get(day)
        ?? builder.Build(day, options.Value.Papers, await gathering.AskAsync(day, Gathering.Limit, ct), ct);

    /// <summary>Whether a run of this day would have anything to do.</summary>
    public bool IsWanted(DateOnly day) => editions.Get(day) is null || delivery.Unfinished(day) is not null;

    /// <summary>The newest day until this one with an edition that some outlet has yet to get; null where all have all.</summary>
    public DateOnly? Unfinished(DateOnly day) => delivery.Unfinished(day);

    private async Task<Edition> BuildAsync(DateOnly day, CancellationToken ct)
    {
        var news = await gathering.AskAsync(day, Gathering.Limit, ct);
        if (prepared != day) // by the verb, or after a start
        {
            await preparation.PrepareAsync(builder.Choose(options.Value.Papers), SentencesLimit, ct);
            prepared = day;
        }
        var built = builder.Build(day, options.Value.Papers, news, ct);
        var kept = editions.Keep(built, await delivery.PlanAsync(day, ct));
        LogBuilt(day, kept.Picks.Count, kept.Notice);
        return kept;
    }

    [LoggerMessage(LogLevel.Information, "The edition of {Day:yyyy-MM-dd} is built: {Picks} papers. {Notice}")]
    private partial void LogBuilt(DateOnly day, int picks, string? notice);
}
