using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>Brings editions to the outlets: each to each target once, whatever fails or is cut off in between.</summary>
internal sealed partial class EditionDelivery(
    IEnumerable<IEditionOutlet> outlets,
    PublicationLog log,
    EditionStore editions,
    DigestStore digests,
    TimeProvider clock,
    ILogger<EditionDelivery> logger
)
{
    /// <summary>
    /// What an outlet could not take is offered again for so many days, so that its papers are not lost; after that it
    /// stays in the log with its error, because nobody wants a week of old news at once.
    /// </summary>
    internal const int DaysOffered = 3;

    /// <summary>An outlet that does not answer must not hold the next one back.</summary>
    internal static readonly TimeSpan OutletLimit = TimeSpan.FromMinutes(2);

    private readonly SaidFailures failures = new();
    private readonly ConcurrentDictionary<string, HashSet<string>> wanted = []; // targets by outlet, as last named
    private readonly Dictionary<string, IEditionOutlet> outlets = outlets.ToDictionary(outlet => outlet.Name);

    /// <summary>Where an edition that is built now should go.</summary>
    public async Task<IReadOnlyList<Publication>> PlanAsync(DateOnly day, CancellationToken ct)
    {
        var planned = new List<Publication>();
        foreach (var outlet in outlets.Values)
        {
            planned.AddRange((await PlanAsync(outlet, day, ct)).Planned);
        }
        return planned;
    }

    /// <summary>Sends what is missing of this edition and of the last ones before it.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliverAsync(Edition edition, CancellationToken ct)
    {
        var deliveries = await PlanMissingAsync(edition.Day, ct);
        foreach (var state in Unsent(edition.Day))
        {
            var due = state.Publication.Day == edition.Day ? edition : editions.Get(state.Publication.Day);
            if (due is not null)
            {
                deliveries.Add(await DeliverAsync(due, state, ct));
            }
        }
        return deliveries;
    }

    /// <summary>The newest day until this one of which something is still to be sent; null where nothing is.</summary>
    public DateOnly? Unfinished(DateOnly day) => Unsent(day).LastOrDefault()?.Publication.Day;

    // Targets that were added since the edition was built get it too, as do those of an outlet that could not name them then.
    private async Task<List<Delivery>> PlanMissingAsync(DateOnly day, CancellationToken ct)
    {
        var unplanned = new List<Delivery>();
        foreach (var outlet in outlets.Values)
        {
            var (planned, failure) = await PlanAsync(outlet, day, ct);
            if (failure is null)
            {
                log.Plan(planned);
                wanted[outlet.Name] = [.. planned.Select(publication => publication.Target)];
            }
            else if (!log.Of(day, day).Any(state => state.Publication.Outlet == outlet.Name))
            {
                unplanned.Add(failure);
            }
        }
        return unplanned;
    }

    // Not to targets that nobody names any more.
    private IEnumerable<PublicationState> Unsent(DateOnly day) =>
        log.Of(DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - DaysOffered)), day)
            .Where(state =>
                !state.IsSent
                && outlets.ContainsKey(state.Publication.Outlet)
                && (
                    !wanted.TryGetValue(state.Publication.Outlet, out var targets)
                    || targets.Contains(state.Publication.Target)
                )
            );

    private async Task<(IReadOnlyList<Publication> Planned, Delivery? Failure)> PlanAsync(
        IEditionOutlet outlet,
        DateOnly day,
        CancellationToken ct
    )
    {
        try
        {
            // A channel that has a digest of its own gets that instead.
            var targets = (await LimitedAsync(outlet.TargetsAsync, ct)).Where(target =>
                digests.Get(outlet.Name, target) is null
            );
            return ([.. targets.Select(target => new Publication(day, outlet.Name, target))], null);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNoTargets(e, outlet.Name);
            return ([], new Delivery(new Publication(day, outlet.Name, ""), Sentence(e)));
        }
    }

    private async Task<Delivery> DeliverAsync(Edition edition, PublicationState state, CancellationToken ct)
    {
        var publication = state.Publication;
        try
        {
            await LimitedAsync(enough => PublishAsync(edition, state, enough), ct);
            log.Sent(publication);
            failures.Forget(publication);
            LogSent(publication.Day, publication.Outlet, publication.Target);
            return new Delivery(publication, Error: null);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var problem = Sentence(e);
            log.Failed(publication, problem, inDoubt: e is not NotDeliveredException);
            // It is tried again and again, and said once.
            if (failures.IsNew(publication, problem, state.Error ?? log.ErrorBefore(publication)))
            {
                LogFailed(
                    e is SkillException ? null : e,
                    publication.Day,
                    publication.Outlet,
                    publication.Target,
                    problem
                );
                await ReportAsync(publication, e, ct);
            }
            return new Delivery(publication, problem);
        }
    }

    private async Task ReportAsync(Publication publication, Exception failure, CancellationToken ct)
    {
        try
        {
            await LimitedAsync(
                async enough =>
                {
                    await outlets[publication.Outlet].ReportAsync(publication.Target, failure, enough);
                    return true;
                },
                ct
            );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNotReported(publication.Outlet, publication.Target, Sentence(e));
        }
    }

    private async Task<bool> PublishAsync(Edition edition, PublicationState state, CancellationToken ct)
    {
        var (_, name, target) = state.Publication;
        var inDoubt = state.Tries > 0;
        if (inDoubt && await outlets[name].WasPublishedAsync(edition, target, ct))
        {
            return false;
        }
        ct.ThrowIfCancellationRequested();
        log.Begun(state.Publication);
        await outlets[name].PublishAsync(edition, target, ct);
        return true;
    }

    // Not left to the token alone: an outlet that does not heed it must not hold the next one back either.
    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(OutletLimit, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await Task.Run(() => call(enough.Token), ct).WaitAsync(enough.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {OutletLimit.TotalMinutes} minutes.", e);
        }
    }

    private static string Sentence(Exception exception) =>
        exception switch
        {
            SkillException or TimeoutException => exception.Message,
            _ => $"{exception.GetType().Name}: {exception.Message}",
        };

    [LoggerMessage(LogLevel.Information, "The edition of {Day:yyyy-MM-dd} is on {Outlet} ({Target}).")]
    private partial void LogSent(DateOnly day, string outlet, string target);

    [LoggerMessage(
        LogLevel.Error,
        "The edition of {Day:yyyy-MM-dd} did not reach {Outlet} ({Target}); it will be tried again. {Problem}"
    )]
    private partial void LogFailed(Exception? exception, DateOnly day, string outlet, string target, string problem);

    [LoggerMessage(LogLevel.Warning, "Nobody could be told of that at {Outlet} ({Target}): {Problem}")]
    private partial void LogNotReported(string outlet, string target, string problem);

    [LoggerMessage(LogLevel.Error, "{Outlet} does not say where its editions go; it will be asked again.")]
    private partial void LogNoTargets(Exception exception, string outlet);
}
