using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Trending;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>What a team votes for and saves.</summary>
public sealed class TeamVotesTests : IDisposable
{
    private static readonly PaperId Widgets = PaperId.Stored("2601.00001");
    private static readonly PaperId Gadgets = PaperId.Stored("2601.00002");

    private readonly TempDatabase library = new();
    private readonly TeamVotes votes;
    private readonly SavedPapers saved;

    public TeamVotesTests()
    {
        votes = new TeamVotes(library.Database, library.Clock);
        saved = new SavedPapers(library.Database, library.Clock);
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public void A_second_vote_takes_the_first_back()
    {
        Assert.Equal(new TeamVote(true, 1), votes.Toggle(Mina, Server, Widgets));
        Assert.Equal(new TeamVote(true, 2), votes.Toggle(Jo, Server, Widgets));
        Assert.Equal(new TeamVote(false, 1), votes.Toggle(Mina, Server, Widgets));
        Assert.Equal(new TeamVote(true, 1), votes.Toggle(Mina, "another", Widgets));
    }

    [Fact]
    public async Task A_vote_stays_one_vote_when_the_paper_gets_its_arXiv_id()
    {
        await library.KeepAsync(Record("Sparse Widgets"));
        votes.Toggle(Mina, Server, library.Store.WithTitle("Sparse Widgets").Single().Id);
        await library.KeepAsync(Record("Sparse Widgets", Widgets.Value));

        Assert.Equal(2, votes.Toggle(Jo, Server, Widgets).Votes);
        Assert.Equal([new TeamScore(Widgets, 2, 0)], votes.Best("discord", Server));
        Assert.Equal(new TeamVote(false, 1), votes.Toggle(Mina, Server, Widgets));
    }

    [Fact]
    public void Votes_come_before_saves_and_other_servers_do_not_count()
    {
        votes.Toggle(Mina, Server, Gadgets);
        saved.Save(Mina, Server, Widgets);
        saved.Save(Jo, Server, Widgets);
        saved.Save(Jo, "another", Gadgets);
        votes.Toggle(Jo, "another", Widgets);

        Assert.Equal([new TeamScore(Gadgets, 1, 0), new TeamScore(Widgets, 0, 2)], votes.Best("discord", Server));
    }

    [Fact]
    public async Task The_week_of_a_team_has_the_days_of_its_zone_and_no_others()
    {
        await library.KeepAsync(Record("Sparse Widgets", Widgets.Value), Record("Fast Gadgets", Gadgets.Value));
        var week = new TeamWeek(votes, library.Store);
        library.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 11, 23, 30, 0, TimeSpan.Zero)); // Monday in Berlin
        votes.Toggle(Mina, Server, Widgets);
        library.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 18, 22, 30, 0, TimeSpan.Zero)); // Sunday there
        votes.Toggle(Jo, Server, Widgets);
        saved.Save(Jo, Server, Gadgets);
        library.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 18, 23, 30, 0, TimeSpan.Zero)); // Monday there
        votes.Toggle(Jo, Server, Gadgets);

        var recap = week.Of(
            "discord",
            Server,
            new DateOnly(2026, 1, 12),
            new DateOnly(2026, 1, 18),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")
        );

        Assert.Equal((2, 1), (recap.Voters, recap.Saves));
        Assert.Equal(
            [("Sparse Widgets", 2, 0), ("Fast Gadgets", 0, 1)],
            recap.Best.Select(paper => (paper.Title, paper.Votes, paper.Saves))
        );
        Assert.Equal(1, week.Of("discord", Server, new DateOnly(2026, 1, 12), new DateOnly(2026, 1, 18)).Voters);
    }

    [Fact]
    public void A_week_without_votes_is_empty()
    {
        var recap = new TeamWeek(votes, library.Store).Of(
            "discord",
            Server,
            new DateOnly(2026, 1, 5),
            new DateOnly(2026, 1, 11)
        );

        Assert.Empty(recap.Best);
        Assert.Equal((0, 0), (recap.Voters, recap.Saves));
    }

    [Fact]
    public async Task A_period_and_a_topic_narrow_what_trends_in_the_team()
    {
        await library.KeepAsync(
            Record("Sparse Widgets", Widgets.Value) with
            {
                Votes = 42,
            },
            Record("Fast Gadgets", Gadgets.Value, @abstract: "Gadgets.")
        );
        var trending = new TeamTrending(votes, library.Store, library.Clock);
        votes.Toggle(Mina, Server, Gadgets);
        library.Clock.Advance(TimeSpan.FromDays(10));
        votes.Toggle(Jo, Server, Widgets);

        Assert.Equal(["Sparse Widgets"], Titles("week", ""));
        Assert.Equal(["Sparse Widgets", "Fast Gadgets"], Titles("month", ""));
        Assert.Equal(["Fast Gadgets"], Titles("all", "gadget"));
        Assert.Empty(Titles("all", "gizmo"));
        Assert.Equal(42, trending.Find("discord", Server, TrendingQuery.Parse("week", "", 5))[0].SourceVotes);

        IEnumerable<string> Titles(string period, string topic) =>
            trending.Find("discord", Server, TrendingQuery.Parse(period, topic, 5)).Select(item => item.Paper.Title);
    }
}
