using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>What a team voted for and saved in some days, for the recap in its digest.</summary>
public sealed class TeamWeek(TeamVotes votes, PaperStore papers)
{
    public const int MostPapers = 5;

    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="zone">Whose days they are; null: UTC.</param>
    /// <returns>Without papers where nobody voted or saved; papers that have left the library are not among the best.</returns>
    public DigestRecap Of(string platform, string server, DateOnly from, DateOnly until, TimeZoneInfo? zone = null)
    {
        var clock = new WallClock(zone ?? TimeZoneInfo.Utc);
        var first = Start(clock, from);
        var end = Start(clock, until.AddDays(1));
        var scores = votes.Best(platform, server, first, end);
        return new DigestRecap(
            from,
            until,
            [
                .. scores
                    .Select(score => (score, paper: papers.Get(score.Paper)))
                    .Where(one => one.paper is not null)
                    .Take(MostPapers)
                    .Select(one => new DigestRecapPaper(
                        one.paper!.Id.Value, // the line above
                        one.paper.Title,
                        one.paper.Link,
                        one.score.Votes,
                        one.score.Saves
                    )),
            ],
            votes.VotersOf(platform, server, first, end),
            scores.Sum(score => score.Saves)
        );
    }

    // A day that the zone skipped begins when the next one does.
    private static DateTimeOffset Start(WallClock clock, DateOnly day) =>
        clock.MomentOf(day, TimeOnly.MinValue) ?? Start(clock, day.AddDays(1));
}
