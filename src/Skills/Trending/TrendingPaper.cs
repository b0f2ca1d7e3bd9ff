using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Trending;

/// <summary>A paper, its place, and why it has it.</summary>
/// <param name="Rank">The place in this answer, from 1.</param>
/// <param name="Score">See <see cref="TrendingScore"/>; 0 where no votes are known.</param>
/// <param name="Votes">As they were last counted; null where no source counts any.</param>
/// <param name="Growth">How many came in the period (may be negative); null where they were counted once only.</param>
/// <param name="Reason">Such as "42 votes, +12 since yesterday".</param>
public sealed record TrendingPaper(int Rank, Paper Paper, double Score, int? Votes, int? Growth, string Reason)
{
    /// <summary>The day of the list on which it stood last, up to the day asked for; null where it is on none.</summary>
    public DateOnly? ListedOn { get; init; }
}

/// <param name="About">One or two sentences: of which days this list is, and whether that includes today.</param>
/// <param name="Day">The newest day that counts; null where neither a list nor votes are known.</param>
public sealed record TrendingList(string About, DateOnly? Day, IReadOnlyList<TrendingPaper> Papers);
