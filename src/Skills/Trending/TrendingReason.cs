using System.Globalization;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Trending;

/// <summary>Pure: why a paper is where it is, and of which days a list is, in words.</summary>
internal static class TrendingReason
{
    public static string For(TrendingCandidate candidate, TrendingPeriod period, DateOnly today)
    {
        var place = candidate.Place;
        if (candidate.Count is not { } count)
        {
            return place.Rank is null ? $"no votes known; {Where(place)}" : $"rank {place.Rank} {Where(place)}";
        }
        if (place.Origin is null)
        {
            return $"{Votes(count, today)}; on no list";
        }
        // Of one day's list nobody needs to hear again which day that is.
        return period == TrendingPeriod.Day && place.Rank is null ? Votes(count, today)
            : place.Rank is null ? $"{Votes(count, today)}; {Where(place)}"
            : $"{Votes(count, today)}; rank {place.Rank} {Where(place)}";
    }

    /// <summary>Where there are neither lists nor votes.</summary>
    public static string ForNewest(Paper paper) =>
        paper switch
        {
            { Published: { } day } => $"no votes known; newest first, published {Iso(day)}",
            { Year: { } year } => $"no votes known; newest first, of {year}",
            _ => "no votes known; newest first, without a date of publication",
        };

    public static string About(TrendingPeriod period, DateOnly newest, DateOnly today, bool listed)
    {
        var late = newest < today ? $"; no list of today, {Long(today)}, is known yet" : "";
        var from = newest.AddDays(1 - (TrendingQuery.Days(period) ?? 1));
        return (listed, period) switch
        {
            (false, _) => $"No lists are known: papers by their votes, last counted on {Long(newest)}.",
            (_, TrendingPeriod.Day) => $"The list of {Long(newest)}{late}.",
            (_, TrendingPeriod.All) => $"All lists, the newest of {Long(newest)}{late}.",
            _ => $"The lists from {Long(from)} to {Long(newest)}{late}.",
        };
    }

    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Votes(VoteCount count, DateOnly today)
    {
        var votes = count.Votes == 1 ? "1 vote" : $"{count.Votes:N0} votes";
        return count switch
        {
            { Growth: { } growth, Since: { } since } => $"{votes}, {Signed(growth)} since {Name(since, today)}",
            _ => votes,
        };
    }

    private static string Signed(int growth) =>
        growth switch
        {
            > 0 => $"+{growth:N0}",
            < 0 => $"−{-growth:N0}",
            _ => "none",
        };

    private static string Where(TrendingPlace place) =>
        place.Origin switch
        {
            PaperOrigin.Sample => $"on PaperBot's sample list of {Iso(place.Day)}",
            PaperOrigin.HuggingFace => $"on Hugging Face's list of {Iso(place.Day)}",
            PaperOrigin.ArxivFeed or PaperOrigin.ArxivApi => $"announced by arXiv on {Iso(place.Day)}",
            PaperOrigin.SemanticScholar => $"on Semantic Scholar's list of {Iso(place.Day)}",
            _ => $"on the imported page of {Iso(place.Day)}",
        };

    private static string Name(DateOnly day, DateOnly today) =>
        (today.DayNumber - day.DayNumber) switch
        {
            0 => "earlier today",
            1 => "yesterday",
            _ => Iso(day),
        };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
