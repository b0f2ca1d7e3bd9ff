using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Tests.Daily;

namespace PaperBot.Tests.Digests;

public sealed class DigestRunTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    private readonly TempDatabase library = new();
    private readonly FakePlatform platform = new();

    public DigestRunTests() => At(Monday, 9);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_channel_gets_the_papers_of_yesterdays_list_at_its_hour_and_nothing_more_that_day()
    {
        await ListAsync(Monday.AddDays(-3), "Old and loved", votes: 50);
        await ListAsync(Monday, "Of today", votes: 90);
        var bot = Bot("lab");

        await RunAsync(bot, times: 3);

        var message = Assert.Single(platform.Arrived);
        Assert.Equal(["Old and loved"], Titles(message));
        Assert.Null(message.Content.Notice);
    }

    [Fact]
    public async Task An_early_channel_gets_todays_list_and_what_came_later_in_the_same_message_once_the_list_is_closed()
    {
        await ListAsync(Monday, "In the morning", votes: 5);
        var bot = Bot("lab", new DigestSettings { Mode = DigestMode.Early });
        await RunAsync(bot);
        At(Monday, 15);
        await ListAsync(Monday, "In the afternoon", votes: 7);
        await ListAsync(Monday.AddDays(-3), "Late on an old list", votes: 70);
        await RunAsync(bot);

        At(Monday.AddDays(1), 2, 39); // the list closed at 02:30 UTC
        await RunAsync(bot);
        Assert.Single(platform.Arrived);
        At(Monday.AddDays(1), 2, 41);
        await RunAsync(bot, times: 2);

        Assert.Equal([DigestPartKind.Message, DigestPartKind.Late], platform.Arrived.Select(one => one.Kind));
        Assert.Equal(["In the afternoon"], platform.Arrived[1].Content.Late.Select(pick => pick.Title));
        Assert.Equal(2, platform.Arrived[1].Content.Late[0].Rank);
    }

    [Fact]
    public async Task A_paper_is_never_posted_twice_in_a_channel_under_whatever_version_title_or_source()
    {
        await ListAsync(Monday.AddDays(-1), "Sparse Widgets", votes: 5, id: "2601.00001");
        var bot = Bot("lab");
        await RunAsync(bot);

        At(Monday.AddDays(1), 9);
        await ListAsync(Monday, "Sparse Widgets for All", votes: 50, id: "2601.00001", version: 2);
        await library.KeepAsync(
            NewPaper.Record("Sparse widgets", origin: PaperOrigin.SemanticScholar, rank: 1, listingDay: Monday)
        );
        await RunAsync(bot);

        Assert.Equal(["Sparse Widgets"], Titles(platform.Arrived[0]));
        Assert.Empty(platform.Arrived[1].Content.Picks);
        Assert.Equal(EditionNotice.AllPosted, platform.Arrived[1].Content.Notice);
    }

    [Fact]
    public async Task Two_channels_of_one_hour_choose_each_for_itself()
    {
        await ListAsync(Monday.AddDays(-1), "Diffusion of widgets", votes: 5);
        await ListAsync(Monday.AddDays(-1), "Sparse widgets", votes: 50);
        At(Monday, 12);
        var bot = Again();
        bot.Add("all");
        bot.Add("diffusion", new DigestSettings { Topics = ["diffusion"] });
        bot.Add("robots", new DigestSettings { Topics = ["robots"] });

        At(Monday.AddDays(1), 9);
        await RunAsync(bot);

        Assert.Equal(["Sparse widgets", "Diffusion of widgets"], Titles(Of("all")));
        Assert.Equal(["Diffusion of widgets"], Titles(Of("diffusion")));
        Assert.Equal("topic: diffusion", Of("diffusion").Content.Picks[0].Why);
        Assert.Empty(Of("robots").Content.Picks);
        Assert.Equal(
            "Nothing new today that meets this channel's wishes (topic robots): 2 papers of the last week's lists were looked at.",
            Of("robots").Content.Notice
        );
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_again_and_not_repeated()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        platform.After = _ => throw new IOException("The connection was closed.");
        var bot = Bot("lab");
        await RunAsync(bot);

        platform.After = _ => Task.CompletedTask;
        await RunAsync(Again());

        var part = Assert.Single(bot.Outbox.Parts(1));
        Assert.Equal((DigestPartState.Confirmed, "1"), (part.State, part.Place));
        Assert.Single(platform.Arrived);
    }

    [Fact]
    public async Task A_post_that_never_arrived_is_sent_again_with_the_same_papers()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        platform.Before = _ => throw new NotDeliveredException("Discord could not be reached.");
        var bot = Bot("lab");
        await RunAsync(bot);
        Assert.Equal("Discord could not be reached.", bot.Outbox.Parts(1)[0].Error);

        platform.Before = _ => Task.CompletedTask;
        await RunAsync(Again());

        Assert.Equal(["Widgets"], Titles(Assert.Single(platform.Arrived)));
        Assert.Null(bot.Outbox.Parts(1)[0].Error);
    }

    [Fact]
    public async Task After_days_out_of_reach_there_is_one_digest_that_says_which_days_it_makes_up_for()
    {
        await ListAsync(Monday.AddDays(-1), "Of Sunday", votes: 5);
        platform.Before = _ => throw new NotDeliveredException("Discord could not be reached.");
        var bot = Bot("lab");
        for (var day = 0; day < 3; day++)
        {
            At(Monday.AddDays(day), 9);
            await RunAsync(bot);
        }

        platform.Before = _ => Task.CompletedTask;
        At(Monday.AddDays(3), 9);
        await RunAsync(Again(), times: 2);

        var message = Assert.Single(platform.Arrived);
        Assert.Equal(["Of Sunday"], Titles(message));
        Assert.Equal(
            "There was no digest from 5 January to 7 January; this one makes up for those days.",
            message.Content.Notice
        );
        Assert.Equal(Monday, bot.Outbox.Last(1)[0].Since);
    }

    [Fact]
    public async Task A_channel_that_is_lost_ends_its_digest_is_told_once_and_troubles_no_other()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        platform.Before = errand =>
            errand.Digest.Channel == "gone"
                ? throw new ChannelLostException("The channel is gone.")
                : Task.CompletedTask;
        var bot = Bot("lab");
        bot.Add("gone");
        At(Monday.AddDays(1), 9);
        await RunAsync(bot);
        At(Monday.AddDays(2), 9);

        await RunAsync(Again(), times: 2);

        Assert.Equal(["gone: The channel is gone."], platform.ToldManagers);
        Assert.Equal("The channel is gone.", bot.Digests.Get("discord", "gone")?.EndedWhy);
        Assert.Equal(2, platform.Messages("lab").Count());
    }

    [Fact]
    public async Task A_channel_that_came_back_gets_the_papers_that_it_never_saw()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        platform.Before = _ => throw new ChannelLostException("PaperBot may not post there.");
        var bot = Bot("lab");
        await RunAsync(bot);

        platform.Before = _ => Task.CompletedTask;
        bot.Add("lab");
        At(Monday.AddDays(1), 9);
        await RunAsync(bot);

        Assert.Equal(["Widgets"], Titles(Assert.Single(platform.Arrived)));
    }

    [Fact]
    public async Task A_paused_digest_is_silent_and_does_not_make_up_for_its_pause()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var bot = Bot("lab");
        bot.Digests.Pause("discord", "lab");
        await RunAsync(bot);
        At(Monday.AddDays(2), 12);
        bot.Digests.Resume("discord", "lab");
        await RunAsync(bot);
        Assert.Empty(platform.Arrived);

        At(Monday.AddDays(3), 9);
        await RunAsync(bot);

        Assert.Null(Assert.Single(platform.Arrived).Content.Notice);
    }

    [Fact]
    public async Task A_broken_source_is_said_in_the_channel_and_to_the_operator_once_a_day()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var broken = new FakeSources(
            (_, _) =>
                Task.FromResult<IReadOnlyList<SourceNews>>([
                    new SourceNews("Hugging Face", false, false, "Hugging Face could not be reached (503)."),
                ])
        );
        At(Monday, 12);
        var bot = new DigestInstallation(library, platform, broken);
        bot.Add("lab");
        bot.Add("other", new DigestSettings { Time = new TimeOnly(11, 0) });
        At(Monday.AddDays(1), 9);
        await RunAsync(bot);
        At(Monday.AddDays(1), 11);
        await RunAsync(bot);

        Assert.All(
            platform.Arrived,
            one =>
                Assert.StartsWith(
                    "Hugging Face could not be reached (503)",
                    one.Content.Notice,
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(2, platform.Arrived.Count);
        Assert.Single(platform.ToldOperator);
        Assert.NotNull(Assert.Single(bot.Health.All()).ProblemSince);
    }

    [Fact]
    public async Task A_forum_gets_a_post_for_each_paper_and_one_line_on_a_day_without_any()
    {
        await ListAsync(Monday.AddDays(-1), "One", votes: 5);
        await ListAsync(Monday.AddDays(-1), "Two", votes: 4);
        var bot = Bot("forum", new DigestSettings { Place = DigestPlace.Forum });
        await RunAsync(bot);
        At(Monday.AddDays(1), 9);
        await RunAsync(bot);

        Assert.Equal(3, platform.Arrived.Count);
        Assert.All(platform.Arrived, one => Assert.Equal(DigestPartKind.ForumPost, one.Kind));
        Assert.Equal(["1", "2"], bot.Outbox.Parts(1).Select(part => part.Content));
        Assert.Equal(["0"], bot.Outbox.Parts(2).Select(part => part.Content));
    }

    [Fact]
    public async Task An_announcement_is_published_and_its_thread_opened_after_its_message()
    {
        await ListAsync(Monday.AddDays(-1), "One", votes: 5);
        var bot = Bot("news", new DigestSettings { Place = DigestPlace.Announcement, HasThread = true });

        await RunAsync(bot);

        Assert.Equal(
            [DigestPartKind.Message, DigestPartKind.Crosspost, DigestPartKind.Thread],
            platform.Arrived.Select(one => one.Kind)
        );
    }

    [Fact]
    public async Task A_clock_that_is_put_back_posts_nothing_again_and_one_that_ran_ahead_silences_nobody()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var bot = Bot("lab");
        await RunAsync(bot);
        At(Monday.AddDays(10), 9); // the clock is wrong
        await RunAsync(bot);
        At(Monday, 10);
        await RunAsync(bot);
        At(Monday.AddDays(1), 9);
        await RunAsync(bot);

        Assert.Equal([Monday, Monday.AddDays(10), Monday.AddDays(1)], platform.Arrived.Select(one => one.Day));
    }

    [Fact]
    public async Task What_was_given_up_or_has_ended_is_not_waited_for_any_more()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        platform.Before = _ => throw new NotDeliveredException("Discord could not be reached.");
        var bot = Bot("lab");
        await RunAsync(bot);
        Assert.NotNull(bot.Postman.NextTry);

        bot.Digests.Pause("discord", "lab");
        await RunAsync(bot);

        Assert.Null(bot.Postman.NextTry);
    }

    [Fact]
    public async Task A_weekly_digest_that_never_left_is_made_up_for_by_the_next_one()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        platform.Before = _ => throw new NotDeliveredException("Discord could not be reached.");
        var bot = Bot("lab", new DigestSettings { IsWeekly = true, Days = DigestDays.Monday });
        for (var hours = 0; hours < 24 * 6; hours += 2)
        {
            library.Clock.AdjustTime(
                new DateTimeOffset(Monday.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero).AddHours(hours)
            );
            await RunAsync(bot);
        }

        platform.Before = _ => Task.CompletedTask;
        At(Monday.AddDays(7), 9);
        await RunAsync(bot, times: 2);

        var message = Assert.Single(platform.Arrived);
        Assert.Equal(["Widgets"], Titles(message));
        Assert.StartsWith("There was no digest on 5 January", message.Content.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_notes_come_after_the_digests()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var bot = Bot("lab");
        Follow(bot, "1", "Mina", "widgets", note: true);
        await ListAsync(Monday.AddDays(-1), "More widgets", votes: 5);

        await RunAsync(bot);

        Assert.Equal(["message", "note to 1"], platform.Order);
    }

    [Fact]
    public async Task Who_follows_something_is_named_under_it_in_that_persons_server_only()
    {
        await ListAsync(Monday.AddDays(-1), "Golden goldfish", votes: 5);
        await ListAsync(Monday.AddDays(-1), "Looms", votes: 4);
        var bot = Bot("lab");
        bot.Digests.Set("discord", "elsewhere", "other", new DigestSettings());
        Follow(bot, "1", "Mina", "goldfish", mention: true);
        Follow(bot, "2", "Jo", "golden goldfish");
        At(Monday.AddDays(1), 9);
        await RunAsync(bot);

        var (goldfish, looms) = (Of("lab").Content.Picks[0], Of("lab").Content.Picks[1]);
        Assert.Equal([("Mina", true), ("Jo", false)], goldfish.Readers.Select(reader => (reader.Name, reader.Mention)));
        Assert.Empty(looms.Readers);
        Assert.All(Of("other").Content.Picks, pick => Assert.Empty(pick.Readers));
    }

    [Fact]
    public async Task A_paper_that_another_channel_of_the_server_had_leads_there()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var bot = Bot("first");
        await RunAsync(bot);
        bot.Add("second", new DigestSettings { Time = new TimeOnly(11, 0) });
        bot.Digests.Set("discord", "elsewhere", "third", new DigestSettings { Time = new TimeOnly(11, 0) });

        At(Monday, 11);
        await RunAsync(bot);

        Assert.Null(Of("first").Content.Picks[0].Before);
        Assert.Equal("https://discord.com/channels/server/first/1", Of("second").Content.Picks[0].Before?.ToString());
        Assert.Null(Of("third").Content.Picks[0].Before);
    }

    [Fact]
    public async Task The_teams_week_comes_on_the_last_day_of_the_week_that_has_a_digest()
    {
        var bot = Bot("lab", new DigestSettings { HasRecap = true });
        foreach (var day in Enumerable.Range(0, 5).Select(Monday.AddDays))
        {
            At(day, 8);
            await ListAsync(day.AddDays(-1), $"Paper of {day:yyyy-MM-dd}", votes: 5);
            await library.KeepAsync(NewPaper.Record("Loved"));
            var votes = new TeamVotes(library.Database, library.Clock);
            votes.Toggle(new Person("discord", $"{day.Day}"), "server", PaperId.FromTitle("Loved"));
            At(day, 9);
            await RunAsync(bot);
        }

        var recaps = platform.Messages("lab").Select(message => message.Content.Recap).ToList();
        Assert.All(recaps.Take(4), Assert.Null);
        Assert.Equal((Monday.AddDays(-2), Monday.AddDays(4)), (recaps[4]?.From, recaps[4]?.Until));
        Assert.Equal("Loved", Assert.Single(recaps[4]!.Best).Title); // asserted above
        Assert.Equal(5, recaps[4]!.Voters);
    }

    [Fact]
    public async Task A_server_that_is_left_ends_its_digests_and_one_that_comes_back_keeps_what_it_had()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var bot = Bot("lab");
        bot.News.ServerLeft("discord", "server");
        await RunAsync(bot);
        Assert.Empty(platform.Arrived);
        Assert.Contains("Invite it again", bot.Digests.Get("discord", "lab")?.EndedWhy, StringComparison.Ordinal);

        At(Monday.AddDays(29), 9);
        bot.News.ServerIsThere("discord", "server");
        await RunAsync(bot);
        At(Monday.AddDays(60), 9);
        await RunAsync(bot);
        Assert.NotNull(bot.Digests.Get("discord", "lab"));

        bot.News.ServerLeft("discord", "server");
        await RunAsync(bot);
        At(Monday.AddDays(91), 9);
        await RunAsync(bot);
        Assert.Null(bot.Digests.Get("discord", "lab"));
    }

    [Fact]
    public async Task A_channel_that_was_deleted_ends_its_digest_and_is_told_once()
    {
        var bot = Bot("lab");
        bot.News.ChannelGone("discord", "server", "lab");
        bot.News.ChannelGone("discord", "server", "lab");
        bot.News.ChannelGone("discord", "server", "no digest there");

        await RunAsync(bot);

        Assert.Equal(
            ["lab: The channel was deleted. Set a digest up in another one with /digest setup."],
            platform.ToldManagers
        );
    }

    [Fact]
    public async Task A_preview_shows_what_would_come_and_keeps_nothing()
    {
        await ListAsync(Monday.AddDays(-1), "Widgets", votes: 5);
        var bot = Bot("lab");

        var preview = await bot.Planner.PreviewAsync(bot.Digests.Get("discord", "lab")!, CancellationToken.None); // Bot adds it
        Assert.Empty(bot.Outbox.Open());
        await RunAsync(bot);

        Assert.Equal(preview.Picks.Select(pick => pick.Title), Titles(Assert.Single(platform.Arrived)));
    }

    private DigestInstallation Bot(string channel, DigestSettings? settings = null)
    {
        var now = library.Clock.GetUtcNow();
        library.Clock.AdjustTime(now.AddHours(-2)); // it was set up in time
        var bot = Again();
        bot.Add(channel, settings);
        library.Clock.AdjustTime(now);
        return bot;
    }

    private static void Follow(
        DigestInstallation bot,
        string user,
        string name,
        string topic,
        bool mention = false,
        bool note = false
    ) => bot.Follows.Add(new Person("discord", user), "server", name, FollowWish.Topic(topic), mention, note);

    private DigestInstallation Again() => new(library, platform);

    private static async Task RunAsync(DigestInstallation bot, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await bot.Run.RunAsync(CancellationToken.None);
        }
    }

    private Arrival Of(string channel) => platform.Messages(channel).Last();

    private static IEnumerable<string> Titles(Arrival arrival) => arrival.Content.Picks.Select(pick => pick.Title);

    private void At(DateOnly day, int hour, int minute = 0) =>
        library.Clock.AdjustTime(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Zero));

    private Task ListAsync(DateOnly day, string title, int votes, string? id = null, int? version = null) =>
        library.KeepAsync(
            NewPaper.Record(
                title,
                arxivId: id,
                version: version,
                origin: PaperOrigin.HuggingFace,
                votes: votes,
                rank: 1,
                listingDay: day
            )
        );
}
