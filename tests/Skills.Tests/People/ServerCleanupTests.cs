using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Storage;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>What becomes of a server's data when PaperBot is taken out of it.</summary>
public sealed class ServerCleanupTests : IDisposable
{
    private const string Other = "888888888888888888";

    private readonly TempDatabase library = new();
    private readonly ServerCleanup cleanup;

    public ServerCleanupTests()
    {
        cleanup = new ServerCleanup(library.Database, library.Clock);
        Fill(Server);
        Fill(Other);
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public void After_30_days_everything_of_it_is_gone_and_nothing_of_others()
    {
        var before = Counts(Other);
        cleanup.Left("discord", Server);

        library.Clock.Advance(TimeSpan.FromDays(29));
        cleanup.Left("discord", Server); // told again after a restart
        Assert.Equal(0, cleanup.Run());
        Assert.DoesNotContain(0, Counts(Server));
        library.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, cleanup.Run());

        Assert.All(Counts(Server), count => Assert.Equal(0, count));
        Assert.Equal(before, Counts(Other));
        Assert.Equal(0, cleanup.Run());
    }

    [Fact]
    public void A_server_that_it_came_back_to_keeps_everything()
    {
        cleanup.Left("discord", Server);
        library.Clock.Advance(TimeSpan.FromDays(29));
        cleanup.CameBack("discord", Server);
        library.Clock.Advance(TimeSpan.FromDays(29));

        Assert.Equal(0, cleanup.Run());
        Assert.DoesNotContain(0, Counts(Server));
    }

    [Fact]
    public void What_people_saved_there_stays_theirs_without_the_server()
    {
        cleanup.Left("discord", Server);
        library.Clock.Advance(ServerCleanup.KeptFor);
        cleanup.Run();

        Assert.Equal(2, new SavedPapers(library.Database, library.Clock).Of(Mina).Count);
    }

    [Fact]
    public void The_same_number_on_another_platform_is_another_server()
    {
        cleanup.Left("elsewhere", Server);
        library.Clock.Advance(ServerCleanup.KeptFor);

        Assert.Equal(1, cleanup.Run());
        Assert.DoesNotContain(0, Counts(Server));
    }

    private void Fill(string server)
    {
        var channel = $"channel of {server}";
        var digest = new DigestStore(library.Database, library.Clock).Set(
            "discord",
            server,
            channel,
            new DigestSettings()
        );
        new DigestOutbox(library.Database, library.Clock).Plan(
            digest,
            new DigestContent(
                new DateOnly(2026, 1, 6),
                [new DigestPick(1, "2601.00001", "Sparse Widgets", null, "", null, "", "", false)],
                null
            ),
            null,
            null,
            [new DigestPlannedPart(DigestPartKind.Message)]
        );
        new FollowStore(library.Database, library.Clock).Add(
            Mina,
            server,
            "Mina",
            FollowWish.Topic("widgets"),
            mention: true,
            note: true
        );
        new TeamVotes(library.Database, library.Clock).Toggle(Mina, server, PaperId.Stored("2601.00001"));
        new SavedPapers(library.Database, library.Clock).Save(Mina, server, PaperId.Stored($"2601.{server[..5]}"));
        using var connection = library.Database.Open();
        connection.Run(
            "INSERT INTO mentions VALUES ('discord', ?1, '2601.00001', ?2, '1', NULL, 'digest', '2026-01-06T00:00:00Z')",
            server,
            channel
        );
        connection.Run(
            "INSERT INTO model_usage VALUES ('2026-01-06', 'discord:' || ?1, '', 'ask', 'm', 1, 1, 1, 0, 0)",
            server
        );
        connection.Run("INSERT INTO budget_warnings VALUES ('2026-01', 'discord:' || ?1, 80)", server);
    }

    private List<long> Counts(string server)
    {
        using var connection = library.Database.Open();
        return
        [
            .. new[]
            {
                "SELECT count(*) FROM digests WHERE server = ?1",
                "SELECT count(*) FROM digest_posts JOIN digests ON digests.id = digest WHERE server = ?1",
                "SELECT count(*) FROM digest_papers WHERE channel = 'channel of ' || ?1",
                "SELECT count(*) FROM follows WHERE server = ?1",
                "SELECT count(*) FROM team_votes WHERE server = ?1",
                "SELECT count(*) FROM saved_papers WHERE server = ?1",
                "SELECT count(*) FROM mentions WHERE server = ?1",
                "SELECT count(*) FROM model_usage WHERE server = 'discord:' || ?1",
                "SELECT count(*) FROM budget_warnings WHERE server = 'discord:' || ?1",
            }.Select(sql => connection.Number(sql, server)),
        ];
    }
}
