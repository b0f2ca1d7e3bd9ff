using System.Threading.Channels;
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
/// number at a time, so that memory stays flat however long the file is.
/// </summary>
public sealed class PaperIntake(Database database, TimeProvider clock)
{
    /// <summary>Refusals beyond this are counted, not remembered.</summary>
    public const int MostRefusals = 1_000;

    private const int BatchSize = 2_000;

    /// <param name="items">What a reader finds; read lazily, on a thread of its own.</param>
    /// <param name="stored">Told after each batch is on disk; a killed program loses nothing that was told.</param>
    /// <param name="ct">Ends the intake between batches; what was stored stays.</param>
    /// <exception cref="LibraryException">The library cannot be written; what was stored stays.</exception>
    public async Task<IntakeReport> TakeInAsync(
        IEnumerable<ReadItem> items,
        Action<IntakeReport>? stored = null,
        CancellationToken ct = default
    )
    {
        var batches = Channel.CreateBounded<Batch>(
            new BoundedChannelOptions(2) { SingleReader = true, SingleWriter = true }
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var preparing = Task.Run(() => PrepareAsync(items, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            return await Task.Run(() => WriteAsync(batches.Reader, stored, ct), ct);
        }
        catch (Exception e) when (database.Explain(e) is { } problem && e is not LibraryException)
        {
            throw problem;
        }
        finally
        {
            await stop.CancelAsync();
            await preparing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // its failure came through the channel
        }
    }

    private static async Task PrepareAsync(
        IEnumerable<ReadItem> items,
        ChannelWriter<Batch> batches,
        CancellationToken ct
    )
    {
        try
        {
            var index = new IndexText.Builder();
            var batch = new Batch();
            foreach (var item in items)
            {
                batch.Add(item, index);
                if (batch.Count == BatchSize)
                {
                    await batches.WriteAsync(batch, ct);
                    batch = new Batch();
                }
            }
            await batches.WriteAsync(batch, ct);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
        }
    }

    private async Task<IntakeReport> WriteAsync(
        ChannelReader<Batch> batches,
        Action<IntakeReport>? stored,
        CancellationToken ct
    )
    {
        using var writer = new PaperWriter(database);
        var report = new IntakeReport();
        await foreach (var batch in batches.ReadAllAsync(ct))
        {
            var outcomes = batch.Papers.Count > 0 ? writer.Keep(batch.Papers, clock.GetUtcNow()) : [];
            report = report with
            {
                New = report.New + outcomes.Count(outcome => outcome == Kept.New),
                Updated = report.Updated + outcomes.Count(outcome => outcome == Kept.Updated),
                Unchanged = report.Unchanged + outcomes.Count(outcome => outcome == Kept.Unchanged),
                RefusedCount = report.RefusedCount + batch.Refusals.Count,
                Refused = [.. report.Refused, .. batch.Refusals.Take(MostRefusals - report.Refused.Count)],
            };
            stored?.Invoke(report);
        }
        return report;
    }

    private sealed class Batch
    {
        public List<PreparedPaper> Papers { get; } = [];

        public List<ReadRefusal> Refusals { get; } = [];

        public int Count => Papers.Count + Refusals.Count;

        public void Add(ReadItem item, IndexText.Builder index)
        {
            switch (item)
            {
                case ReadRefusal refusal:
                    Refusals.Add(refusal);
                    break;
                case ReadPaper paper when PreparedPaper.Objection(paper.Record) is { } objection:
                    Refusals.Add(new ReadRefusal(paper.Line, objection));
                    break;
                case ReadPaper paper:
                    Papers.Add(PreparedPaper.From(paper.Line, paper.Record, index));
                    break;
            }
        }
    }
}
