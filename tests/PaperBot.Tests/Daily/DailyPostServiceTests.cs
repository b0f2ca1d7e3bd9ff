using System.Globalization;
using PaperBot.Fakes;
using PaperBot.Skills;
using PaperBot.Skills.Storage;

namespace PaperBot.Tests.Daily;

public sealed class DailyPostServiceTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempDatabase library = new();
    private readonly FakeOutlet wire = new("wire", "a");

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Nothing_is_posted_before_the_hour_and_then_once()
    {
        var bot = StartAt("2026-01-06T08:58:30Z");

        Assert.Equal(TimeSpan.FromSeconds(90), await bot.Service.StepAsync(None));
        Assert.Empty(wire.Arrived);

        library.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(TimeSpan.FromMinutes(5), await bot.Service.StepAsync(None));
        library.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.Service.StepAsync(None);

        Assert.Equal(["2026-01-06 a"], wire.Arrived);
    }

    [Fact]
    public async Task After_several_missed_days_one_edition_catches_up()
    {
        await StartAt("2026-01-06T09:00:00Z").Service.StepAsync(None);

        await StartAt("2026-01-10T15:00:00Z").Service.StepAsync(None);

        Assert.Equal(["2026-01-06 a", "2026-01-10 a"], wire.Arrived);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_posts_nothing_again_and_one_that_jumps_ahead_posts_once()
    {
        var bot = StartAt("2026-01-06T09:00:00Z");
        foreach (
            var now in new[] { "06T09:00", "06T07:00", "06T09:00", "05T23:00", "09T12:00", "09T12:05", "06T10:00" }
        )
        {
            library.Clock.AdjustTime(Moment($"2026-01-{now}:00Z"));
            await bot.Service.StepAsync(None);
        }

        Assert.Equal(["2026-01-06 a", "2026-01-05 a", "2026-01-09 a"], wire.Arrived);
    }

    [Fact]
    public async Task A_failing_outlet_is_tried_again_with_growing_pauses_and_the_next_day_at_its_hour()
    {
        var tries = new List<string>();
        wire.Before = (_, _) =>
        {
            tries.Add($"{library.Clock.GetUtcNow():HH:mm}");
            throw new SkillException("The wire is cut.");
        };
        var bot = StartAt("2026-01-06T09:00:00Z");
        for (var minutes = 0; minutes < 5 * 60; minutes += 5)
        {
            await bot.Service.StepAsync(None);
            library.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(["09:00", "09:05", "09:15", "09:35", "10:15", "11:15", "12:15", "13:15"], tries);
    }

    [Fact]
    public async Task What_failed_yesterday_is_made_up_for_before_todays_hour()
    {
        wire.Before = (_, _) => throw new SkillException("The wire is cut.");
        await StartAt("2026-01-06T09:00:00Z").Service.StepAsync(None);
        wire.Before = (_, _) => Task.CompletedTask;

        var bot = StartAt("2026-01-07T08:00:00Z");
        await bot.Service.StepAsync(None);

        Assert.Equal(["2026-01-06 a"], wire.Arrived);
    }

    [Fact]
    public async Task An_outlet_that_was_set_up_after_the_post_gets_it_on_the_next_start()
    {
        StartAt("2026-01-06T09:00:00Z");
        await new Installation(library).Service.StepAsync(None);

        await StartAt("2026-01-06T13:00:00Z").Service.StepAsync(None);

        Assert.Equal(["2026-01-06 a"], wire.Arrived);
    }

    [Fact]
    public async Task A_library_that_cannot_be_used_for_a_while_stops_nothing_for_good()
    {
        var bot = StartAt("2026-01-06T09:00:00Z");
        using var connection = library.Database.Open();
        connection.Run("ALTER TABLE editions RENAME TO gone");

        await bot.Service.StepAsync(None);
        Assert.Empty(wire.Arrived);
        connection.Run("ALTER TABLE gone RENAME TO editions");
        library.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.Service.StepAsync(None);

        Assert.Equal(["2026-01-06 a"], wire.Arrived);
    }

    private Installation StartAt(string now)
    {
        library.Clock.AdjustTime(Moment(now));
        return new Installation(library, outlets: [wire]);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
