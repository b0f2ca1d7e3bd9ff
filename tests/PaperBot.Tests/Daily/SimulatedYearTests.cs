using PaperBot.Daily;
using PaperBot.Fakes;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Daily;

/// <summary>A year on a fake clock in New York, with everything that happens to a program that runs for a year.</summary>
public sealed class SimulatedYearTests : IDisposable
{
    private static readonly DailyOptions Options = new() { TimeZone = "America/New_York", Papers = 2 };

    private readonly TempDatabase library = new();
    private readonly FakeOutlet wire = new("wire", "a", "b");
    private readonly DailySchedule schedule = DailySchedule.From(Options);
    private Random random = new(0);
    private CancellationTokenSource process = new();
    private int papers;
    private bool sourceIsDown;

    public void Dispose()
    {
        library.Dispose();
        process.Dispose();
    }

    [Theory]
    [InlineData(1)]
    public async Task Every_day_is_posted_once_everywhere_whatever_happens(int seed)
    {
        random = new Random(seed);
        wire.Before = (_, _) => MishapAsync();
        wire.After = (_, _) => MishapAsync();
        var start = new DateTimeOffset(2026, 1, 1, 5, 0, 0, TimeSpan.Zero);
        var looked = new HashSet<DateOnly>();
        var bot = Start();

        for (var now = start; now < start.AddYears(1); now += Pause())
        {
            library.Clock.AdjustTime(now);
            sourceIsDown = random.Next(10) == 0;
            bot = await StepAsync(bot, looked);
        }
        await FinishAsync();

        var posts = bot.Channel.After(0, most: 1000);
        var days = posts.Select(post => post.Day).Order().ToList();
        Assert.Equal(days.Distinct(), days);
        Assert.InRange(days.Count, 330, 365); // on the other days the computer was off all day
        Assert.Empty(looked.Except(days));
        Assert.Equal(
            days.SelectMany(day => new[] { $"{day:yyyy-MM-dd} a", $"{day:yyyy-MM-dd} b" }),
            wire.Arrived.Order(StringComparer.Ordinal)
        );
        var titles = posts.SelectMany(post => post.Reply.Items).Select(item => item.Title).ToList();
        Assert.Equal(titles.Distinct(), titles);
        Assert.All(posts, post => Assert.True(post.Reply.Items.Count > 0 || post.Reply.Text.Length > 0));
        Assert.Contains(posts, post => post.Reply.Text.StartsWith("Quiet day", StringComparison.Ordinal));
        Assert.Contains(posts, post => post.Reply.Text.Contains("incomplete", StringComparison.Ordinal));
    }

    // Mostly some minutes or hours; at times the computer is off for a day or two, or somebody puts the clock back.
    private TimeSpan Pause() =>
        random.Next(100) switch
        {
            0 => TimeSpan.FromHours(random.Next(10, 50)),
            1 => -TimeSpan.FromMinutes(random.Next(1, 300)),
            _ => TimeSpan.FromMinutes(random.Next(1, 420)),
        };

    private async Task<Installation> StepAsync(Installation bot, HashSet<DateOnly> looked)
    {
        try
        {
            await bot.Service.StepAsync(process.Token);
        }
        catch (OperationCanceledException)
        {
            return Start(); // it crashed and is started again
        }
        if (schedule.Due(library.Clock.GetUtcNow()) is { } due)
        {
            looked.Add(due);
        }
        return random.Next(15) == 0 ? Start() : bot;
    }

    private async Task FinishAsync()
    {
        wire.Before = wire.After = (_, _) => Task.CompletedTask;
        var bot = Start();
        await bot.Service.StepAsync(CancellationToken.None);
        await bot.Service.StepAsync(CancellationToken.None);
    }

    private Installation Start()
    {
        process.Dispose();
        process = new CancellationTokenSource();
        return new Installation(
            library,
            new FakeSources(GatherAsync),
            [wire],
            Options,
            new FakeSentences(paper => random.Next(20) == 0 ? throw new FormatException(paper.Title) : "One sentence.")
        );
    }

    // On a working day three papers, one of which comes again as a second version and one from another source.
    private async Task<IReadOnlyList<SourceNews>> GatherAsync(DateOnly day, CancellationToken ct)
    {
        await MishapAsync();
        if (sourceIsDown)
        {
            return [new SourceNews("The list", false, false, "The list could not be reached (503).")];
        }
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return [new SourceNews("The list", true, true, $"The list is empty on {day.DayOfWeek}s.")];
        }
        await library.KeepAsync(Enumerable.Range(0, 3).Select(number => Listed(papers + number, 1, day)));
        await library.KeepAsync(
            Listed(papers / 2, 2, day),
            Listed(papers / 3, 1, day) with
            {
                ArxivId = null,
                Title = $"THE paper, {papers / 3:0000}!",
            }
        );
        papers += 3;
        await MishapAsync();
        return [new SourceNews("The list", true, false, "")];
    }

    private static PaperRecord Listed(int number, int version, DateOnly day) =>
        NewPaper.Record(
            $"The Paper {number:0000}",
            arxivId: $"26{(number / 9000) + 1:00}.{10000 + number}",
            version: version,
            origin: PaperOrigin.HuggingFace,
            votes: number % 17,
            listingDay: day
        );

    // A failure, or the end of the process in the middle of something.
    private async Task MishapAsync()
    {
        switch (random.Next(24))
        {
            case 0:
                throw new IOException("Connection reset.");
            case 1:
                var dying = process; // by the time it has died the next one may run
                await dying.CancelAsync();
                throw new OperationCanceledException();
        }
    }
}
