using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;
using PaperBot.Sources;

namespace PaperBot.Tests.Digests;

/// <summary>
/// A year on a fake clock: zones with clock changes both ways and with odd offsets, lists that close at 21:30 in New York,
/// holidays, crashes at random points, sources and the platform out of reach, and a clock that somebody sets.
/// </summary>
public sealed class SimulatedDigestYearTests : IDisposable
{
    private const int Crashes = 20;
    private const int Outages = 40;
    private const int ClockJumps = 5;

    private static readonly (string Channel, DigestSettings Settings)[] Channels =
    [
        (
            "berlin",
            new()
            {
                Zone = "Europe/Berlin",
                Papers = 2,
                Days = DigestDays.All,
            }
        ),
        (
            "new york",
            new()
            {
                Zone = "America/New_York",
                Papers = 2,
                Time = new(2, 30),
                Mode = DigestMode.Early,
            }
        ),
        (
            "sydney",
            new()
            {
                Zone = "Australia/Sydney",
                Papers = 3,
                Time = new(23, 45),
                Days = DigestDays.All,
            }
        ),
        (
            "kathmandu",
            new()
            {
                Zone = "Asia/Kathmandu",
                Papers = 2,
                Mode = DigestMode.Early,
                Days = DigestDays.All,
            }
        ),
        (
            "chatham",
            new()
            {
                Zone = "Pacific/Chatham",
                Papers = 2,
                Time = new(0, 0),
                Days = DigestDays.All,
            }
        ),
        (
            "weekly",
            new()
            {
                Zone = "Europe/Berlin",
                Papers = 5,
                IsWeekly = true,
                Days = DigestDays.Friday,
            }
        ),
    ];

    private readonly TempDatabase library = new();
    private readonly FakePlatform platform = new();
    private Random random = new(0);
    private CancellationTokenSource process = new();
    private HashSet<long> crashes = [];
    private long points;
    private DateOnly listed;
    private int papers;
    private bool sourceIsDown;

    public void Dispose()
    {
        library.Dispose();
        process.Dispose();
    }

    [Theory]
    [InlineData(1)]
    public async Task Every_channel_has_one_digest_a_day_or_is_told_why_not(int seed)
    {
        random = new Random(seed);
        platform.Before = _ => PointAsync();
        platform.After = _ => PointAsync();
        var start = new DateTimeOffset(2025, 11, 30, 12, 0, 0, TimeSpan.Zero);
        var end = start.AddYears(1);
        library.Clock.AdjustTime(start);
        var bot = Start();
        foreach (var (channel, settings) in Channels)
        {
            bot.Add(channel, settings);
        }
        // Of about ten thousand places where something could break.
        crashes = [.. Enumerable.Range(0, Crashes).Select(_ => (long)random.Next(4_000))];
        var outages = Days(start, Outages);
        var jumps = Days(start, ClockJumps);

        var now = start;
        while (now < end)
        {
            library.Clock.AdjustTime(now);
            sourceIsDown = outages.Contains(DateOnly.FromDateTime(now.UtcDateTime));
            var wait = TimeSpan.Zero;
            try
            {
                await bot.Service.StepAsync(process.Token);
                wait = NextMoment(bot, now) - now;
            }
            catch (OperationCanceledException)
            {
                bot = Start(); // it crashed and is started again
            }
            now += wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1);
            if (jumps.Remove(DateOnly.FromDateTime(now.UtcDateTime)))
            {
                now += TimeSpan.FromHours(random.Next(-30, 30));
            }
        }
        platform.Before = platform.After = _ => Task.CompletedTask;
        await Start().Service.StepAsync(CancellationToken.None);

        Assert.All(Channels, channel => CheckDays(channel.Channel, channel.Settings, start, end));
        Assert.All(Channels, channel => CheckPapers(channel.Channel));
        Assert.Contains(platform.Arrived, one => one.Kind == DigestPartKind.Late);
        Assert.Contains(platform.Arrived, one => Says(one, "incomplete"));
        Assert.Contains(platform.Arrived, one => Says(one, "Quiet day"));
        Assert.True(crashes.Count(point => point < points) >= Crashes - 3, $"only {points} places were passed");
        Assert.NotEmpty(platform.ToldOperator);
    }

    // Each day that was due has one message, or lies within the days that the next one says it makes up for.
    private void CheckDays(string channel, DigestSettings settings, DateTimeOffset start, DateTimeOffset end)
    {
        var schedule = DigestSchedule.Of(settings);
        var messages = platform.Messages(channel).ToList();
        var days = messages.Select(one => one.Day).ToList();
        Assert.Equal(days.Distinct().Order(), days.Order());
        var posts = new DigestInstallation(library, platform).Outbox.Last(
            new DigestStore(library.Database, library.Clock).Get("discord", channel)!.Id, // it was added
            1_000
        );
        for (var day = schedule.DayOf(start); day < schedule.DayOf(end); day = day.AddDays(1))
        {
            if (schedule.MomentOf(day) is { } moment && moment > start.AddSeconds(1) && moment < end.AddHours(-31))
            {
                Assert.True(
                    days.Contains(day) || posts.Any(post => post.Since <= day && day < post.Day),
                    $"{channel} has nothing on {day:yyyy-MM-dd} and nobody says why."
                );
            }
        }
        Assert.All(messages, one => Assert.True(one.Content.Picks.Count > 0 || one.Content.Notice is { Length: > 0 }));
        Assert.True(
            days.Count
                > (
                    settings.IsWeekly ? 48
                    : settings.Days == DigestDays.All ? 350
                    : 250
                ),
            $"{channel}: {days.Count}"
        );
    }

    private void CheckPapers(string channel)
    {
        var last = platform
            .Arrived.Where(one => one.Channel == channel)
            .GroupBy(one => one.Day)
            .Select(day => day.Last().Content)
            .ToList();
        var titles = last.SelectMany(content => content.Picks.Concat(content.Late))
            .Select(pick => TitleKey.Of(pick.Title))
            .ToList();
        Assert.Equal(titles.Distinct().Order(), titles.Order());
    }

    private static bool Says(Arrival arrival, string words) =>
        arrival.Content.Notice?.Contains(words, StringComparison.Ordinal) == true;

    private HashSet<DateOnly> Days(DateTimeOffset start, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => DateOnly.FromDateTime(start.UtcDateTime).AddDays(random.Next(2, 360))),
        ];

    // The loop looks at least every minute; here it is woken when there is something to do.
    private DateTimeOffset NextMoment(DigestInstallation bot, DateTimeOffset now)
    {
        var next = bot.Due.Next() ?? now.AddHours(12);
        var late = now.AddHours(12);
        next = next < late ? next : late;
        return bot.Postman.NextTry is { } again && now + again < next ? now + again : next;
    }

    private DigestInstallation Start()
    {
        process.Dispose();
        process = new CancellationTokenSource();
        return new DigestInstallation(library, platform, new ClosingLists(this));
    }

    // A place where the program may be killed.
    private Task PointAsync()
    {
        if (crashes.Contains(points++))
        {
            process.Cancel();
        }
        process.Token.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    /// <summary>Lists of working days that grow until half past nine in the evening in New York; two of their papers come again, as a new version and from elsewhere.</summary>
    private sealed class ClosingLists(SimulatedDigestYearTests year) : PaperBot.Daily.INewPapers
    {
        public async Task<IReadOnlyList<SourceNews>> GatherAsync(DateOnly day, CancellationToken ct)
        {
            await year.PointAsync();
            if (year.sourceIsDown)
            {
                return [new SourceNews("The list", false, false, "The list could not be reached (503).")];
            }
            var open = HuggingFaceDay.Settled(year.library.Clock.GetUtcNow()).AddDays(1);
            await year.ListAsync(open);
            await year.PointAsync();
            return [new SourceNews("The list", true, false, "")];
        }

        public async Task<IReadOnlyList<SourceNews>> SettleAsync(DateOnly list, CancellationToken ct)
        {
            await year.PointAsync();
            if (year.sourceIsDown)
            {
                return [new SourceNews("The list", false, false, "The list could not be reached (503).")];
            }
            await year.ListAsync(list, more: 2);
            return HuggingFaceDay.IsQuiet(list)
                ? [new SourceNews("The list", true, true, $"The list is empty on {list.DayOfWeek}s.")]
                : [new SourceNews("The list", true, false, "")];
        }
    }

    private async Task ListAsync(DateOnly day, int more = 3)
    {
        if (HuggingFaceDay.IsQuiet(day) || day < listed)
        {
            return;
        }
        listed = day;
        await library.KeepAsync([
            .. Enumerable.Range(0, more).Select(number => Listed(papers + number, 1, day)),
            Listed(papers / 2, 2, day),
            Listed(papers / 3, 1, day) with
            {
                ArxivId = null,
                Title = $"THE paper, {papers / 3:00000}!",
            },
        ]);
        papers += more;
    }

    private static PaperRecord Listed(int number, int version, DateOnly day) =>
        NewPaper.Record(
            $"The Paper {number:00000}",
            arxivId: $"26{(number / 9000) + 1:00}.{10000 + (number % 9000)}",
            version: version,
            origin: PaperOrigin.HuggingFace,
            votes: 100 - (number % 50),
            rank: (number % 50) + 1,
            listingDay: day
        );
}
