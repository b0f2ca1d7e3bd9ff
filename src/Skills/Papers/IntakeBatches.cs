using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>What a reader found, ready to be written: a paper, or why it is refused.</summary>
internal readonly record struct IntakeItem(PreparedPaper? Paper, ReadRefusal? Refusal)
{
    public int Bytes => Paper?.Bytes ?? 100 + 2 * (Refusal?.Reason.Length ?? 0);

    public static IntakeItem From(ReadItem item, DateOnly today, IndexText.Builder index) =>
        item switch
        {
            ReadRefusal refusal => new(null, refusal),
            ReadPaper paper when PreparedPaper.Objection(paper.Record) is { } objection => new(
                null,
                new ReadRefusal(paper.Line, objection)
            ),
            ReadPaper paper => new(PreparedPaper.From(paper.Record, today, index), null),
            _ => throw new ArgumentException($"{item.GetType().Name} is no item of a reader.", nameof(item)),
        };
}

/// <summary>
/// Writes items in transactions that are large when much arrives at once and small when little does, and counts what
/// became of them. Not for several threads.
/// </summary>
internal sealed class IntakeBatches(Database database, TimeProvider clock, Action<IntakeReport>? stored) : IDisposable
{
    // Few at first, so that one soon hears that papers are stored; then twice as many each time, which is faster.
    private const int FewestPapers = 5_000;
    private const int MostPapers = 20_000;
    private const int MostBytes = 32_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(50);

    // An intake that takes longer leaves a gap after each batch in which any other writer gets its turn: those who wait
    // look every 100 ms (https://www.sqlite.org/c3ref/busy_timeout.html).
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(110);

    private readonly long started = TimeProvider.System.GetTimestamp();
    private readonly PaperWriter writer = new(database);
    private readonly List<ReadRefusal> refused = [];
    private IntakeReport report = new();
    private Exception? failure;
    private long begun;
    private int limit = FewestPapers;
    private int papers;
    private long bytes;
    private bool open;
    private bool news;

    /// <summary>How long to wait for more before <see cref="Add"/> is to be called with nothing.</summary>
    public TimeSpan Patience => news ? Idle : Timeout.InfiniteTimeSpan;

    /// <summary>Whether this is why nothing more can be stored.</summary>
    public bool HasFailed(Exception exception) => failure == exception;

    public void Dispose() => writer.Dispose();

    /// <param name="items">The next ones; none, when the reader makes a pause: then what there is is stored at once.</param>
    public void Add(List<IntakeItem> items)
    {
        foreach (var item in items)
        {
            if (!news)
            {
                (news, begun) = (true, TimeProvider.System.GetTimestamp());
            }
            if (item.Paper is { } paper)
            {
                Count(Guard(() => Keep(paper)));
            }
            else if (item.Refusal is { } refusal)
            {
                report = report with { RefusedCount = report.RefusedCount + 1 };
                if (refused.Count < PaperIntake.MostRefusals)
                {
                    refused.Add(refusal);
                }
            }
            if (papers >= limit || bytes >= MostBytes)
            {
                limit = Math.Min(2 * limit, MostPapers);
                Store();
            }
        }
        if (news && (items.Count == 0 || TimeProvider.System.GetElapsedTime(begun) > Longest))
        {
            Store();
        }
    }

    /// <summary>Puts on disk what was added, and tells it.</summary>
    public IntakeReport Store()
    {
        if (!news)
        {
            return report;
        }
        if (open)
        {
            Guard(() =>
            {
                writer.Commit();
                return true;
            });
        }
        (open, news, papers, bytes) = (false, false, 0, 0);
        report = report with { Refused = [.. refused] };
        stored?.Invoke(report);
        return report;
    }

    private Kept Keep(PreparedPaper paper)
    {
        if (!open)
        {
            if (papers + report.Read > 0 && TimeProvider.System.GetElapsedTime(started) > Long)
            {
                Thread.Sleep(Gap);
            }
            writer.Begin();
            open = true;
        }
        papers++;
        bytes += paper.Bytes;
        return writer.Keep(paper, clock.GetUtcNow());
    }

    private void Count(Kept outcome) =>
        report = outcome switch
        {
            Kept.New => report with { New = report.New + 1 },
            Kept.Updated => report with { Updated = report.Updated + 1 },
            _ => report with { Unchanged = report.Unchanged + 1 },
        };

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
    }
}
