using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Trending;

/// <summary>How many votes a source had counted at the end of a day.</summary>
internal sealed record VoteSnapshot(long Paper, PaperOrigin Origin, DateOnly Day, int Votes);

/// <summary>Today's votes of a paper and how they came about.</summary>
/// <param name="Growth">Null where they were counted once only.</param>
/// <param name="Since">The day that the growth is counted from.</param>
internal sealed record VoteCount(int Votes, int? Growth, DateOnly? Since)
{
    /// <param name="snapshots">Of one paper, in the order of origin and time.</param>
    /// <param name="start">The growth is counted from what was known at the end of this day.</param>
    public static VoteCount? From(IReadOnlyList<VoteSnapshot> snapshots, DateOnly start)
    {
        if (snapshots.Count == 0)
        {
            return null;
        }
        var trusted = snapshots[^1].Origin;
        var latest = snapshots.Count - 1;
        var before = latest;
        while (before > 0 && snapshots[before].Day > start && snapshots[before - 1].Origin == trusted)
        {
            before--;
        }
        return before == latest
            ? new VoteCount(snapshots[latest].Votes, null, null)
            : new VoteCount(
                snapshots[latest].Votes,
                snapshots[latest].Votes - snapshots[before].Votes,
                snapshots[before].Day
            );
    }
}
