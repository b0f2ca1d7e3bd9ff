using PaperBot.Daily;
using PaperBot.Fakes;
using PaperBot.Skills;
using PaperBot.Skills.Editions;

namespace PaperBot.Tests.Daily;

public sealed class DailyRunTests : IDisposable
{
    private static readonly DateOnly Tuesday = new(2026, 1, 6);
    private static readonly DateOnly Wednesday = new(2026, 1, 7);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempDatabase library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_post_appears_in_the_channel_with_what_the_sources_brought()
    {
        var sources = new FakeSources(
            async (_, _) =>
            {
                await library.KeepAsync(NewPaper.Record("Alpha", rank: 1), NewPaper.Record("Beta", rank: 2));
                return [new SourceNews("Hugging Face", Healthy: true, EmptyAsExpected: false, "")];
            }
        );
        var bot = new Installation(library, sources);

        var report = await bot.Run.RunAsync(Tuesday, None);

        Assert.True(report is { BuiltNow: true, Complete: true });
        var post = Assert.Single(bot.Channel.After(0));
        Assert.Equal((Tuesday, "Trending papers, Tuesday 6 January 2026"), (post.Day, post.Reply.Title));
        Assert.Equal(["Alpha", "Beta"], post.Reply.Items.Select(item => item.Title));
    }

    [Fact]
    public async Task A_second_run_asks_nobody_and_posts_nothing()
    {
        var sources = new FakeSources();
        var wire = new FakeOutlet("wire", "a", "b");
        await new Installation(library, sources, [wire]).Run.RunAsync(Tuesday, None);

        var again = new Installation(library, sources, [wire]);
        var report = await again.Run.RunAsync(Tuesday, None);

        Assert.True(report is { BuiltNow: false, Complete: true, Deliveries: [] });
        Assert.Equal(["2026-01-06 a", "2026-01-06 b"], wire.Arrived);
        Assert.Single(again.Channel.After(0));
        Assert.Equal(1, sources.Asked);
        Assert.False(again.Run.IsWanted(Tuesday));
        Assert.True(again.Run.IsWanted(Wednesday));
    }

    [Fact]
    public async Task A_target_that_is_added_later_the_same_day_gets_the_post_too_and_one_that_is_taken_out_is_let_be()
    {
        var wire = new FakeOutlet("wire", "a", "b")
        {
            Before = (target, _) =>
                target == "b" ? throw new NotDeliveredException("b is closed.") : Task.CompletedTask,
        };
        await new Installation(library, outlets: [wire]).Run.RunAsync(Tuesday, None);
        wire.Targets = () => ["a", "c"];

        var later = new Installation(library, outlets: [wire]);
        var report = await later.Run.RunAsync(Tuesday, None);

        Assert.True(report is { BuiltNow: false, Complete: true });
        Assert.Equal(["2026-01-06 a", "2026-01-06 c"], wire.Arrived);
        Assert.False(later.Run.IsWanted(Tuesday));
    }

    [Fact]
    public async Task Two_that_run_at_once_post_once()
    {
        await library.KeepAsync(Enumerable.Range(1, 9).Select(rank => NewPaper.Record($"Paper {rank}", rank: rank)));
        var wire = new FakeOutlet("wire", "a", "b") { Before = (_, ct) => Task.Delay(20, ct) };
        var processes = Enumerable.Range(0, 4).Select(_ => new Installation(library, outlets: [wire])).ToList();

        var reports = await Task.WhenAll(processes.Select(bot => Task.Run(() => bot.Run.RunAsync(Tuesday, None))));

        Assert.Single(reports, report => report.BuiltNow);
        Assert.Equal(["2026-01-06 a", "2026-01-06 b"], wire.Arrived);
        Assert.Single(processes[0].Channel.After(0));
    }

    [Fact]
    public async Task One_outlet_that_fails_stops_no_other_and_gets_the_edition_on_the_next_run()
    {
        var wire = new FakeOutlet("wire", "a", "b")
        {
            Before = (target, _) =>
                target == "a" ? throw new SkillException("The wire is cut. Mend it.") : Task.CompletedTask,
        };
        var post = new FakeOutlet("post", "c");
        var bot = new Installation(library, outlets: [wire, post]);

        var first = await bot.Run.RunAsync(Tuesday, None);
        wire.Before = (_, _) => Task.CompletedTask;
        var second = await new Installation(library, outlets: [wire, post]).Run.RunAsync(Tuesday, None);

        Assert.Equal("The wire is cut. Mend it.", Assert.Single(first.Deliveries, d => d.Error is not null).Error);
        Assert.Equal(new Publication(Tuesday, "wire", "a"), Assert.Single(second.Deliveries).Publication);
        Assert.Equal(["2026-01-06 b", "2026-01-06 a"], wire.Arrived);
        Assert.Equal(["2026-01-06 c"], post.Arrived);
        Assert.Single(bot.Channel.After(0));
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_reason_until_the_edition_has_arrived()
    {
        var wire = new FakeOutlet("wire", "a") { Before = (_, _) => throw new SkillException("The wire is cut.") };
        var bot = new Installation(library, outlets: [wire]);

        await bot.Run.RunAsync(Tuesday, None);
        var failed = Assert.Single(bot.Log.Of(Tuesday, Tuesday), state => !state.IsSent);
        wire.Before = (_, _) => Task.CompletedTask;
        await bot.Run.RunAsync(Tuesday, None);

        Assert.Equal(("wire", 1, "The wire is cut."), (failed.Publication.Outlet, failed.Tries, failed.Error));
        Assert.All(bot.Log.Of(Tuesday, Tuesday), state => Assert.True(state is { IsSent: true, Error: null }));
    }

    [Fact]
    public async Task What_an_outlet_missed_comes_with_the_next_days_edition_and_older_things_do_not()
    {
        var wire = new FakeOutlet("wire", "a") { Before = (_, _) => throw new SkillException("The wire is cut.") };
        var bot = new Installation(library, outlets: [wire]);
        for (var day = Tuesday; day < Tuesday.AddDays(6); day = day.AddDays(1))
        {
            await bot.Run.RunAsync(day, None);
        }

        wire.Before = (_, _) => Task.CompletedTask;
        await bot.Run.RunAsync(Tuesday.AddDays(6), None);

        Assert.Equal(["2026-01-09 a", "2026-01-10 a", "2026-01-11 a", "2026-01-12 a"], wire.Arrived);
        Assert.Equal(
            ["The wire is cut.", "The wire is cut.", "The wire is cut."],
            bot.Log.Of(Tuesday, Tuesday.AddDays(6)).Where(state => !state.IsSent).Select(state => state.Error)
        );
    }

    [Fact]
    public async Task An_edition_that_arrived_although_the_outlet_reported_a_failure_is_not_sent_again()
    {
        var wire = new FakeOutlet("wire", "a") { After = (_, _) => throw new IOException("Connection reset.") };
        var bot = new Installation(library, outlets: [wire]);

        var first = await bot.Run.RunAsync(Tuesday, None);
        var second = await bot.Run.RunAsync(Tuesday, None);

        Assert.False(first.Complete);
        Assert.True(second.Complete);
        Assert.Equal(["2026-01-06 a"], wire.Arrived);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_between_two_outlets_neither_repeats_nor_loses_anything(bool hadArrived)
    {
        using var crash = new CancellationTokenSource();
        var wire = new FakeOutlet("wire", "a", "b", "c");
        Func<string, CancellationToken, Task> die = (target, _) => target == "b" ? DieAsync(crash) : Task.CompletedTask;
        (wire.Before, wire.After) = hadArrived ? (wire.Before, die) : (die, wire.After);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Installation(library, outlets: [wire]).Run.RunAsync(Tuesday, crash.Token)
        );
        (wire.Before, wire.After) = ((_, _) => Task.CompletedTask, (_, _) => Task.CompletedTask);

        var bot = new Installation(library, outlets: [wire]);
        await bot.Run.RunAsync(bot.Run.Unfinished(Wednesday)!.Value, None); // not null: "b" and "c" are missing

        Assert.Equal(["2026-01-06 a", "2026-01-06 b", "2026-01-06 c"], wire.Arrived);
        Assert.Single(bot.Channel.After(0));
        Assert.Null(bot.Run.Unfinished(Wednesday));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_hanging_source_does_not_hold_the_post_back()
    {
        await library.KeepAsync(NewPaper.Record("Alpha", rank: 1));
        var sources = new FakeSources((_, _) => new TaskCompletionSource<IReadOnlyList<SourceNews>>().Task);
        var bot = new Installation(library, sources);

        var running = bot.Run.RunAsync(Tuesday, None);
        await AdvanceUntilDoneAsync(running, Gathering.Limit);

        Assert.Equal(
            "The sources did not answer within 2 minutes, so today's list may be incomplete.",
            (await running).Edition.Notice
        );
        Assert.Equal("Alpha", Assert.Single((await running).Edition.Picks).Title);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_hanging_outlet_does_not_hold_the_next_one_back()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wire = new FakeOutlet("a wire", "a")
        {
            Before = (_, _) =>
            {
                asked.SetResult();
                return new TaskCompletionSource().Task; // does not heed the token
            },
        };
        var post = new FakeOutlet("post", "b");
        var bot = new Installation(library, outlets: [wire, post]);

        var running = bot.Run.RunAsync(Tuesday, None);
        await asked.Task;
        library.Clock.Advance(EditionDelivery.OutletLimit); // once: the next outlet's time does not run out with it

        Assert.Equal(
            "No answer within 2 minutes.",
            Assert.Single((await running).Deliveries, d => d.Error is not null).Error
        );
        Assert.Equal(["2026-01-06 b"], post.Arrived);
    }

    [Fact]
    public async Task Sources_that_break_down_are_named_in_the_edition()
    {
        var bot = new Installation(library, new FakeSources((_, _) => throw new InvalidOperationException("boom")));

        var report = await bot.Run.RunAsync(Tuesday, None);

        Assert.Equal(
            "The sources could not be asked for new papers, so today's list may be incomplete.",
            report.Edition.Notice
        );
    }

    [Fact]
    public async Task A_day_without_picks_is_posted_with_its_reason()
    {
        var quiet = new SourceNews("Hugging Face", true, true, "Hugging Face lists nothing on Saturdays.");
        var bot = new Installation(
            library,
            new FakeSources((_, _) => Task.FromResult<IReadOnlyList<SourceNews>>([quiet]))
        );

        await bot.Run.RunAsync(Tuesday, None);

        var reply = Assert.Single(bot.Channel.After(0)).Reply;
        Assert.Equal("Quiet day: Hugging Face lists nothing on Saturdays.", reply.Text);
        Assert.Empty(reply.Items);
    }

    [Fact]
    public async Task An_outlet_that_cannot_say_where_to_is_asked_again_on_the_next_run()
    {
        var wire = new FakeOutlet("wire", "a");
        wire.Targets = () => throw new SkillException("No list of channels.");
        var bot = new Installation(library, outlets: [wire]);

        var first = await bot.Run.RunAsync(Tuesday, None);
        wire.Targets = () => ["a"];
        var second = await bot.Run.RunAsync(Tuesday, None);

        Assert.Contains(first.Deliveries, delivery => delivery.Error == "No list of channels.");
        Assert.True(second.Complete);
        Assert.Equal(["2026-01-06 a"], wire.Arrived);
    }

    [Fact]
    public async Task A_preview_shows_the_edition_and_keeps_and_posts_nothing()
    {
        await library.KeepAsync(NewPaper.Record("Alpha", rank: 1));
        var wire = new FakeOutlet("wire", "a");
        var bot = new Installation(library, outlets: [wire]);

        var preview = await bot.Run.PreviewAsync(Tuesday, None);

        Assert.Equal("Alpha", Assert.Single(preview.Picks).Title);
        Assert.Null(bot.Editions.Get(Tuesday));
        Assert.Empty(bot.Channel.After(0));
        Assert.Empty(wire.Arrived);
        Assert.Equal(preview.Picks, (await bot.Run.RunAsync(Tuesday, None)).Edition.Picks);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_channel_can_be_followed_from_any_message_on()
    {
        var bot = new Installation(library);
        await bot.Run.RunAsync(Tuesday, None);
        var seen = bot.Channel.LastId();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var posts = bot.Channel.FollowAsync(seen, end.Token).GetAsyncEnumerator(end.Token);

        var next = posts.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await new Installation(library).Run.RunAsync(Wednesday, None);
        await AdvanceUntilDoneAsync(next, TimeSpan.FromSeconds(1));

        Assert.True(await next);
        Assert.Equal(Wednesday, posts.Current.Day);
    }

    private static async Task DieAsync(CancellationTokenSource process)
    {
        await process.CancelAsync();
        process.Token.ThrowIfCancellationRequested();
    }

    // The work reaches its wait at a moment that only it knows; the clock is moved on until it has.
    private async Task AdvanceUntilDoneAsync(Task work, TimeSpan step)
    {
        for (var i = 0; i < 1000; i++)
        {
            await Task.Delay(10);
            if (work.IsCompleted)
            {
                break;
            }
            library.Clock.Advance(step);
        }
        await work;
    }
}
