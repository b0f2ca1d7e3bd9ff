using PaperBot.Skills.Papers;
using PaperBot.Skills.Trending;

namespace PaperBot.Skills.People;

/// <param name="Rank">From 1.</param>
/// <param name="Votes">Of the team, in the period.</param>
/// <param name="Saves">Likewise.</param>
/// <param name="SourceVotes">Of everybody, as a source counted them last; null where none does.</param>
public sealed record TeamTrendingPaper(int Rank, Paper Paper, int Votes, int Saves, int? SourceVotes);

/// <summary>What trends in a team: its own votes and saves of the last day, 7 days, 30 days, or ever.</summary>
public sealed class TeamTrending(TeamVotes votes, PaperStore papers, TimeProvider clock)
{
    /// <param name="server">The team's.</param>
    /// <returns>Best first: votes, then saves, then the newest; empty where nobody voted or saved.</returns>
    public IReadOnlyList<TeamTrendingPaper> Find(string platform, string server, TrendingQuery query)
    {
        var from = TrendingQuery.Days(query.Period) is { } days
            ? clock.GetUtcNow().AddDays(-days)
            : (DateTimeOffset?)null;
        return
        [
            .. votes
                .Best(platform, server, from)
                .Select(score => (score, paper: papers.Get(score.Paper)))
                .Where(one =>
                    one.paper is not null && (query.Stems.Count == 0 || PaperTraits.Of(one.paper).HasAll(query.Stems))
                )
                .Take(query.Count)
                .Select(
                    (one, index) =>
                        new TeamTrendingPaper(
                            index + 1,
                            one.paper!, // the line above
                            one.score.Votes,
                            one.score.Saves,
                            papers.Votes(one.score.Paper)
                        )
                ),
        ];
    }
}
