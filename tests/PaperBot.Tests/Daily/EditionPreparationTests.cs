using System.Globalization;
using PaperBot.Daily;
using PaperBot.Fakes;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Model;

namespace PaperBot.Tests.Daily;

/// <summary>Sentences that take their time are written before the edition's hour, and never hold it back.</summary>
public sealed class EditionPreparationTests : IDisposable
{
    private const string Long = "We count the widgets of a whole year. It works.";
    private static readonly DateOnly Tuesday = new(2026, 1, 6);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempDatabase library = new();
    private readonly FakeSources sources;
    private readonly FakeSentences sentences = new() { Write = (_, _) => Task.CompletedTask };
    private readonly FakeOutlet wire = new("wire", "a", "b");

    public EditionPreparationTests() =>
        sources = new FakeSources(
            async (_, _) =>
            {
                await library.KeepAsync(
                    NewPaper.Record("Alpha", Long, rank: 1),
                    NewPaper.Record("Beta", "We count.", rank: 2)
                );
                return [];
            }
        );

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_quarter_of_an_hour_before_its_hour_the_shortest_abstract_first_and_once_for_all_channels()
    {
        var bot = StartAt("08:40:00");
        Assert.Equal(TimeSpan.FromMinutes(5), await bot.Service.StepAsync(None));
        Assert.Empty(sentences.Prepared);

        library.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.Zero, await bot.Service.StepAsync(None));
        Assert.Equal(["Beta", "Alpha"], sentences.Prepared);
        Assert.Equal(TimeSpan.FromMinutes(5), await bot.Service.StepAsync(None));
        Assert.Empty(wire.Arrived);

        library.Clock.Advance(TimeSpan.FromMinutes(15));
        await bot.Service.StepAsync(None);

        Assert.Equal(["2026-01-06 a", "2026-01-06 b"], wire.Arrived);
        Assert.Equal(2, sentences.Prepared.Count);
        var post = Assert.Single(bot.Channel.After(0)).Reply;
        Assert.Equal(["Alpha, written.", "Beta, written."], post.Items.Select(item => item.Text));
        Assert.Equal(
            ["The sentences were written by llama3.1 and checked against the abstracts by PaperBot."],
            post.Notes
        );
    }

    [Fact]
    public async Task Without_a_model_nobody_is_asked_before_the_hour()
    {
        sentences.Write = null;
        var bot = StartAt("08:50:00");

        await bot.Service.StepAsync(None);

        Assert.Equal(0, sources.Asked);
    }

    [Fact(Timeout = 60_000)]
    public async Task At_its_hour_it_is_posted_however_far_the_sentences_are()
    {
        var writing = HangWithAlpha();
        var bot = StartAt("08:50:00");

        var step = bot.Service.StepAsync(None);
        await writing;
        library.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.Zero, await step);
        await bot.Service.StepAsync(None);

        Assert.Equal(2, wire.Arrived.Count);
        var post = Assert.Single(bot.Channel.After(0)).Reply;
        Assert.Equal(["Alpha in one sentence.", "Beta, written."], post.Items.Select(item => item.Text));
        Assert.Equal(
            "The sentences of 2 were written by llama3.1 and checked against the abstracts by PaperBot; "
                + "the others are the abstracts' own, shortened by PaperBot's own engine.",
            Assert.Single(post.Notes)
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task Sources_that_hang_do_not_hold_the_hour_back_either()
    {
        await library.KeepAsync(NewPaper.Record("Alpha", Long, rank: 1));
        var hanging = new FakeSources((_, _) => new TaskCompletionSource<IReadOnlyList<SourceNews>>().Task);
        library.Clock.AdjustTime(At("08:59:30"));
        var bot = new Installation(library, hanging, [wire], sentences: sentences);

        var step = bot.Service.StepAsync(None);
        library.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, await step);
        step = bot.Service.StepAsync(None);
        library.Clock.Advance(Gathering.Limit);
        await step;

        Assert.Equal(["2026-01-06 a", "2026-01-06 b"], wire.Arrived);
    }

    [Fact]
    public async Task A_sentence_that_fails_leaves_the_others_theirs()
    {
        sentences.Write = (paper, _) =>
            paper.Title == "Beta"
                ? throw new ModelException(ModelTrouble.Unsupported, "Not supported")
                : Task.CompletedTask;
        var bot = StartAt("08:50:00");

        await bot.Service.StepAsync(None);
        library.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.Service.StepAsync(None);

        Assert.Equal(
            ["Alpha, written.", "Beta in one sentence."],
            Assert.Single(bot.Channel.After(0)).Reply.Items.Select(item => item.Text)
        );
    }

    [Fact]
    public async Task What_the_sources_bring_at_the_hour_itself_gets_our_own_sentence()
    {
        var bot = StartAt("08:50:00");
        await bot.Service.StepAsync(None);
        await library.KeepAsync(NewPaper.Record("Gamma", Long, rank: 1, votes: 900));

        library.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.Service.StepAsync(None);

        var items = Assert.Single(bot.Channel.After(0)).Reply.Items;
        Assert.Contains(items, item => item.Text == "Gamma in one sentence.");
        Assert.Contains(items, item => item.Text.EndsWith("written.", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task By_the_verb_or_after_a_start_it_waits_two_minutes_for_its_sentences_and_no_longer()
    {
        var writing = HangWithAlpha();
        var bot = new Installation(library, sources, [wire], sentences: sentences);

        var running = bot.Run.RunAsync(Tuesday, None);
        await writing;
        library.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        library.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([null, "llama3.1"], (await running).Edition.Picks.Select(pick => pick.Writer));
    }

    [Fact]
    public async Task A_preview_asks_no_model_and_the_edition_remembers_who_wrote_what()
    {
        var bot = new Installation(library, sources, [wire], sentences: sentences);

        var preview = await bot.Run.PreviewAsync(Tuesday, None);
        Assert.Empty(sentences.Prepared);
        Assert.All(preview.Picks, pick => Assert.Null(pick.Writer));

        await bot.Run.RunAsync(Tuesday, None);
        Assert.All(bot.Editions.Get(Tuesday)!.Picks, pick => Assert.Equal("llama3.1", pick.Writer)); // it was just built
    }

    // Begins and never ends, whatever it is told.
    private Task HangWithAlpha()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sentences.Write = (paper, _) =>
        {
            if (paper.Title == "Beta")
            {
                return Task.CompletedTask;
            }
            begun.SetResult();
            return new TaskCompletionSource().Task;
        };
        return begun.Task;
    }

    private Installation StartAt(string time)
    {
        library.Clock.AdjustTime(At(time));
        return new Installation(library, sources, [wire], sentences: sentences);
    }

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-01-06T{time}Z", CultureInfo.InvariantCulture);
}
