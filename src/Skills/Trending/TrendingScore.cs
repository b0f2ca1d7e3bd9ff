using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Trending;

/// <summary>
/// The published score of a paper:
/// <code>score = (votes + growth) × 2^(−age / half-life)</code>
/// <list type="bullet">
/// <item><c>votes</c>: as they were last counted, 0 where no source counts any. Where several sources count, those of the
/// most trusted one; numbers of two sources are never mixed.</item>
/// <item><c>growth</c>: the votes less those known one period before the newest list (a day, a week or a month; a month for
/// "all"), or less the oldest count where none is that old; 0 where they were counted once only, or fell. So a vote that
/// came within the period counts twice.</item>
/// <item><c>age</c>: days from the newest list in which the paper stands to the newest list of all.</item>
/// <item><c>half-life</c>: 2 days for "week", 10 days for "month"; "day" looks at one list, and in "all" nothing fades.</item>
/// </list>
/// Equal scores: the newer list first, then the source's own rank, then the newer paper, then the smaller id.
/// </summary>
public static class TrendingScore
{
    /// <param name="votes">Null where no source counts any.</param>
    /// <param name="growth">Null where they were counted once only.</param>
    /// <param name="age">Days, 0 or more.</param>
    public static double Of(int? votes, int? growth, int age, TrendingPeriod period) =>
        ((double)Math.Max(votes ?? 0, 0) + Math.Max(growth ?? 0, 0)) * Fading(age, period);

    /// <summary>Best first.</summary>
    internal static IEnumerable<TrendingCandidate> Order(IEnumerable<TrendingCandidate> candidates) =>
        candidates
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Place.Day)
            .ThenBy(candidate => candidate.Place.Rank ?? int.MaxValue)
            .ThenByDescending(candidate => candidate.Place.Published)
            .ThenBy(candidate => candidate.Place.Key, StringComparer.Ordinal);

    private static double Fading(int age, TrendingPeriod period) =>
        period switch
        {
            TrendingPeriod.Week => Math.Pow(2, -age / 2.0),
            TrendingPeriod.Month => Math.Pow(2, -age / 10.0),
            _ => 1,
        };
}

/// <summary>Where a paper stands: on which day's list of whom, and where on it.</summary>
/// <param name="Paper">The row of the paper.</param>
/// <param name="Origin">Whose list it is; null where the paper is on none and the day is that of its last count.</param>
internal sealed record TrendingPlace(
    long Paper,
    string Key,
    DateOnly? Published,
    DateOnly Day,
    PaperOrigin? Origin,
    int? Rank
);

internal sealed record TrendingCandidate(TrendingPlace Place, VoteCount? Count, double Score);
