using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>How an intake went; <see cref="Refused"/> holds the first <see cref="PaperIntake.MostRefusals"/> only.</summary>
public sealed record IntakeReport
{
    public int New { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int RefusedCount { get; init; }
    public IReadOnlyList<ReadRefusal> Refused { get; init; } = [];

    public int Read => New + Updated + Unchanged + RefusedCount;
}

/// <summary>
/// Takes what a reader finds into the library: records are prepared on one core while another writes them, a bounded
/// number of bytes at a time, so that memory stays flat however long the file and its records are.
/// </summary>
public sealed class PaperIntake(Database database, TimeProvider clock)
{
    /// <summary>Refusals beyond this are counted, not remembered.</summary>
    public const int MostRefusals = 1_000;

    private const int MostBytesBetween = 4_000_000;
    private const int Handful = 64;
    private static readonly TimeSpan StuckReader = TimeSpan.FromSeconds(1);

    /// <param name="items">What a reader finds; read lazily, on a thread of its own.</param>
    /// <param name="stored">Told after each batch is on disk; a killed program loses nothing that was told.</param>
    /// <param name="ct">Ends the intake soon; what was read until then is stored.</param>
    /// <exception cref="LibraryException">The library cannot be written; what was stored stays.</exception>
    public async Task<IntakeReport> TakeInAsync(
        IEnumerable<ReadItem> items,
        Action<IntakeReport>? stored = null,
        CancellationToken ct = default
    )
    {
        var between = new Handover<IntakeItem>(MostBytesBetween, Handful);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var preparing = InBackground(() => Prepare(items, between, today));
        try
        {
            return await InBackground(() => Write(between, stored, ct));
        }
        catch (Exception e) when (e is not LibraryException && database.Explain(e) is { } problem)
        {
            throw problem;
        }
        finally
        {
            between.Abandon();
            // Its failure came through the handover. A reader that is stuck in a read (a terminal, a dead line) is left behind.
            await preparing
                .WaitAsync(StuckReader, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes all of it in, in one transaction, if the library holds no paper.</summary>
    /// <returns>Whether it was taken in.</returns>
    internal bool TakeInIfEmpty(Func<IEnumerable<PaperRecord>> records)
    {
        try
        {
            using var writer = new PaperWriter(database);
            writer.Begin(); // the only writer from here on: two programs that start at once do not both fill it
            if (!writer.IsEmpty)
            {
                return false;
            }
            var now = clock.GetUtcNow();
            var index = new IndexText.Builder();
            foreach (var record in records())
            {
                writer.Keep(PreparedPaper.From(record, DateOnly.FromDateTime(now.UtcDateTime), index), now);
            }
            writer.Commit();
            return true;
        }
        catch (Exception e) when (e is not LibraryException && database.Explain(e) is { } problem)
        {
            throw problem;
        }
    }

    private static void Prepare(IEnumerable<ReadItem> items, Handover<IntakeItem> between, DateOnly today)
    {
        try
        {
            var index = new IndexText.Builder();
            foreach (var item in items)
            {
                var prepared = IntakeItem.From(item, today, index);
                if (!between.Give(prepared, prepared.Bytes))
                {
                    return;
                }
            }
            between.Complete();
        }
        catch (Exception e)
        {
            between.Complete(e);
        }
    }

    private IntakeReport Write(Handover<IntakeItem> between, Action<IntakeReport>? stored, CancellationToken ct)
    {
        using var batches = new IntakeBatches(database, clock, stored);
        var items = new List<IntakeItem>();
        try
        {
            while (between.Take(items, batches.Patience, ct) is { } taken)
            {
                batches.Add(taken);
                items = taken;
            }
        }
        catch (Exception e) when (!batches.HasFailed(e))
        {
            batches.Store(); // what came before the reader broke off is good
            throw;
        }
        return batches.Store();
    }

    private static Task InBackground(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task<T> InBackground<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
