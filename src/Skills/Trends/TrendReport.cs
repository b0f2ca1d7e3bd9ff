namespace PaperBot.Skills.Trends;

/// <summary>How topics moved over weeks: pure counts of what the library holds.</summary>
/// <param name="About">Of which weeks, and what the library does not know of them; one or two sentences.</param>
/// <param name="Counting">How papers came into their weeks and votes to their numbers; one or two sentences.</param>
/// <param name="Topics">In the order asked for; their weeks are the same. Without weeks where the library knows no day of any paper.</param>
/// <param name="IsLastOpen">The last week is not over yet.</param>
public sealed record TrendReport(string About, string Counting, IReadOnlyList<TopicTrend> Topics, bool IsLastOpen)
{
    /// <summary>Some of the papers are of the sample that comes with PaperBot.</summary>
    public bool HasSamples { get; init; }

    /// <summary>No paper of these weeks is about any of the topics.</summary>
    public bool IsEmpty => Topics.All(topic => topic.Papers == 0);

    /// <summary>Some source counts votes for some of the papers.</summary>
    public bool HasVotes => Topics.Any(topic => topic.Votes is not null);
}

/// <param name="Topic">As it was asked for.</param>
/// <param name="Weeks">Oldest first, without gaps.</param>
public sealed record TopicTrend(string Topic, IReadOnlyList<TrendWeek> Weeks)
{
    public int Papers => Weeks.Sum(week => week.Papers);

    /// <summary>Of all its papers together; null where no source counts any for one of them.</summary>
    public int? Votes => Weeks.Any(week => week.Votes is not null) ? Weeks.Sum(week => week.Votes ?? 0) : null;

    /// <summary>The week with the most papers, the newer one of several; null where there is no paper.</summary>
    public TrendWeek? Best => Papers == 0 ? null : Weeks.Reverse().MaxBy(week => week.Papers);
}

/// <summary>An ISO week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Papers">How many papers of the topic came in it.</param>
/// <param name="Votes">What these papers have got until now; null where no source counts any for one of them.</param>
/// <param name="IsKnown">The library holds any paper of that week, whatever it is about; else 0 does not mean that there was none.</param>
public sealed record TrendWeek(DateOnly Monday, int Papers, int? Votes, bool IsKnown);
