namespace PaperBot.Skills.Papers;

/// <param name="Kept">What became of the papers; null where there were none.</param>
public sealed record FetchReport(IPaperSource Source, FetchResult Result, IntakeReport? Kept);

/// <summary>Asks a source and takes what it has into the library.</summary>
public sealed class PaperFetch(
    IEnumerable<IPaperSource> sources,
    PaperIntake intake,
    FetchMarks marks,
    TimeProvider clock
)
{
    public IReadOnlyList<IPaperSource> Sources { get; } = [.. sources];

    /// <param name="source">One of <see cref="Sources"/>.</param>
    /// <param name="day">Null: the newest there are.</param>
    /// <exception cref="Storage.LibraryException">The papers cannot be stored.</exception>
    public async Task<FetchReport> FetchAsync(IPaperSource source, DateOnly? day, CancellationToken ct)
    {
        if (marks.LimitedUntil(source.Name) is { } until && until > clock.GetUtcNow())
        {
            return new FetchReport(source, Limited(source, until), Kept: null);
        }
        var result = await source.NewestAsync(day, ct);
        if (result.LimitedUntil is { } later)
        {
            marks.Limit(source.Name, later);
        }
        var kept = result.Items.Count > 0 ? await intake.TakeInAsync(result.Items, ct: ct) : null;
        // Only now: an ETag remembered before its papers are stored would lose them for good if this process died.
        foreach (var (url, mark) in result.Marks)
        {
            marks.Remember(url, mark);
        }
        return new FetchReport(source, result, kept);
    }

    /// <summary>The answer of a source that has asked to be left alone.</summary>
    public static FetchResult Limited(IPaperSource source, DateTimeOffset until) =>
        new(
            FetchOutcome.Limited,
            $"{source.Title} wants no more requests until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC; nothing was asked."
        )
        {
            LimitedUntil = until,
        };
}
