using System.Globalization;
using System.Runtime.InteropServices;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>Keeps what sources count and list, each as of its moment: nothing of it is overwritten.</summary>
internal sealed class Popularity(PaperTables tables)
{
    private const string DaysVotes =
        "SELECT votes, comments, stars, taken_at FROM votes WHERE paper = ?1 AND origin = ?2 AND taken_at >= ?3 AND taken_at < ?4";
    private const string AllVotes =
        "SELECT votes, comments, stars, taken_at, origin FROM votes WHERE paper = ?1 ORDER BY origin, taken_at";
    private const string LastVotes =
        "SELECT votes, comments, stars, taken_at FROM votes WHERE paper = ?1 AND origin = ?2 AND taken_at < ?3 ORDER BY taken_at DESC LIMIT 1";
    private const string AddVotes =
        "INSERT OR IGNORE INTO votes (paper, origin, taken_at, votes, comments, stars) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    private const string AddListing = """
        INSERT INTO listings (day, origin, paper, rank, seen_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE rank IS NOT excluded.rank
        """;

    /// <summary>
    /// One snapshot a day, and one more whenever the numbers are others than any of that day: a file that is imported
    /// twice on one day adds none.
    /// </summary>
    /// <returns>Whether the numbers moved since the last snapshot.</returns>
    public bool Count(long paper, PaperRecord record, DateTimeOffset now)
    {
        var numbers = new Numbers(record.Votes, record.Comments, record.Stars);
        return numbers != default && Count(paper, record.Origin, numbers, now);
    }

    /// <summary>Gives one paper the snapshots of another that turned out to be the same.</summary>
    public void Move(long from, long to)
    {
        var statement = tables.For(AllVotes).Bind(1, from);
        var found = new List<(PaperOrigin Origin, Snapshot Snapshot)>();
        while (statement.Step())
        {
            found.Add(((PaperOrigin)statement.Number(4), Read(statement)));
        }
        foreach (var (origin, snapshot) in found)
        {
            Count(to, origin, snapshot.Numbers, snapshot.At);
        }
    }

    private bool Count(long paper, PaperOrigin origin, Numbers numbers, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var today = Snapshots(DaysVotes, paper, origin, midnight, midnight.AddDays(1));
        if (today.Exists(snapshot => snapshot.Numbers == numbers))
        {
            return false;
        }
        // Within a day they stay in the order in which they came, also where the clock was put back.
        var last = today.Count > 0 ? today.Max(snapshot => snapshot.At) : default;
        Add(paper, origin, numbers, last >= Whole(now) ? last.AddSeconds(1) : now);
        return today.Count > 0
            || !Snapshots(LastVotes, paper, origin, midnight, null).Exists(snapshot => snapshot.Numbers == numbers);
    }

    public void List(long paper, PaperRecord record, DateTimeOffset now)
    {
        if (record.Rank is null && record.ListingDay is null)
        {
            return;
        }
        var day = record.ListingDay ?? DateOnly.FromDateTime(now.UtcDateTime);
        tables
            .For(AddListing)
            .Bind(1, PaperRow.Day(day))
            .Bind(2, (long)record.Origin)
            .Bind(3, paper)
            .Bind(4, record.Rank)
            .Bind(5, Time(now))
            .Run();
    }

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private void Add(long paper, PaperOrigin origin, Numbers numbers, DateTimeOffset at) =>
        tables
            .For(AddVotes)
            .Bind(1, paper)
            .Bind(2, (long)origin)
            .Bind(3, Time(at))
            .Bind(4, numbers.Votes)
            .Bind(5, numbers.Comments)
            .Bind(6, numbers.Stars)
            .Run();

    private List<Snapshot> Snapshots(
        string sql,
        long paper,
        PaperOrigin origin,
        DateTimeOffset from,
        DateTimeOffset? until
    )
    {
        var statement = tables.For(sql).Bind(1, paper).Bind(2, (long)origin).Bind(3, Time(from));
        if (until is { } end)
        {
            statement.Bind(4, Time(end));
        }
        var found = new List<Snapshot>();
        while (statement.Step())
        {
            found.Add(Read(statement));
        }
        return found;
    }

    private static DateTimeOffset Whole(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static Snapshot Read(Statement row) =>
        new(
            new Numbers(row.NumberOrNull(0), row.NumberOrNull(1), row.NumberOrNull(2)),
            DateTimeOffset.Parse(row.Text(3), CultureInfo.InvariantCulture)
        );

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Numbers(int? Votes, int? Comments, int? Stars);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Snapshot(Numbers Numbers, DateTimeOffset At);
}
