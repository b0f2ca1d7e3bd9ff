using PaperBot.Commands.Digests;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Commands.Digests;

/// <summary>The next posts as a manager reads them, and what a change of the clocks does to them.</summary>
public sealed class DigestTimesTests
{
    [Fact]
    public void They_are_told_by_the_wall_clock_and_in_UTC()
    {
        var now = Utc("2026-11-25 10:00");
        var settings = Settings("Europe/Berlin", "09:00");

        Assert.Equal(
            [
                "Thursday 26 November 2026, 09:00 (2026-11-26 08:00 UTC), in 22 hours",
                "Friday 27 November 2026, 09:00 (2026-11-27 08:00 UTC), in 46 hours",
                "Monday 30 November 2026, 09:00 (2026-11-30 08:00 UTC), in 5 days",
            ],
            Lines(settings, now, 3)
        );
    }

    [Fact]
    public void When_the_clock_goes_back_between_them_the_hour_stays_and_UTC_moves()
    {
        var now = Utc("2026-10-22 12:00");
        var settings = Settings("Europe/Berlin", "09:00");
        var runs = DigestTimes.Next(settings, now, 5, []);

        Assert.Equal(
            ["10-23 09:00=07:00", "10-26 09:00=08:00", "10-27 09:00=08:00", "10-28 09:00=08:00", "10-29 09:00=08:00"],
            runs.Select(run => $"{run.Wall:MM-dd HH:mm}={run.Moment.UtcDateTime:HH:mm}")
        );
        Assert.Equal(
            "On Sunday 25 October 2026 the clock of Europe/Berlin is put back by 1 hour, between these times: the digest stays at 09:00 there, and so moves from 07:00 to 08:00 UTC.",
            DigestTimes.ClockChange(runs, settings, now)
        );
    }

    [Theory]
    [InlineData(
        "America/New_York",
        "09:00",
        "2027-03-12 20:00",
        "On Sunday 14 March 2027 the clock of America/New_York is put forward by 1 hour, between these times: the digest stays at 09:00 there, and so moves from 14:00 to 13:00 UTC."
    )]
    [InlineData(
        "Australia/Lord_Howe",
        "09:00",
        "2026-10-01 20:00",
        "On Sunday 4 October 2026 the clock of Australia/Lord_Howe is put forward by 30 minutes, between these times: the digest stays at 09:00 there, and so moves from 22:30 to 22:00 UTC."
    )]
    [InlineData(
        "Europe/Berlin",
        "09:00",
        "2026-11-25 10:00",
        "On Sunday 28 March 2027 the clock of Europe/Berlin is put forward by 1 hour; the digest stays at 09:00 on it."
    )]
    [InlineData("Asia/Tokyo", "09:00", "2026-11-25 10:00", null)]
    [InlineData("UTC", "09:00", "2026-11-25 10:00", null)]
    public void A_change_of_the_clock_is_told_where_there_is_one(string zone, string time, string now, string? told)
    {
        var settings = Settings(zone, time);

        Assert.Equal(told, DigestTimes.ClockChange(DigestTimes.Next(settings, Utc(now), 5, []), settings, Utc(now)));
    }

    [Fact]
    public void An_hour_that_does_not_exist_is_told_with_what_comes_instead()
    {
        var settings = Settings("Europe/Berlin", "02:30", DigestDays.All);

        Assert.Equal(
            "Sunday 28 March 2027, 03:00 (2027-03-28 01:00 UTC), in 13 hours; the clock leaves out 02:30 that day",
            Lines(settings, Utc("2027-03-27 12:00"), 1)[0]
        );
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_told()
    {
        var settings = Settings("Europe/Berlin", "02:30", DigestDays.All);

        Assert.Equal(
            "Sunday 25 October 2026, 02:30 (2026-10-25 00:30 UTC), in 13 hours; the clock shows that hour twice, the first counts",
            Lines(settings, Utc("2026-10-24 12:00"), 1)[0]
        );
    }

    [Fact]
    public void A_day_that_has_its_post_already_gets_no_second_one_by_a_later_hour()
    {
        var runs = DigestTimes.Next(
            Settings("Europe/Berlin", "18:00"),
            Utc("2026-11-25 10:00"),
            1,
            [new DateOnly(2026, 11, 25)]
        );

        Assert.Equal(26, runs[0].Wall.Day);
    }

    [Theory]
    [InlineData(0.3, "within a minute")]
    [InlineData(-0.3, "just now")]
    [InlineData(1, "in 1 minute")]
    [InlineData(59, "in 59 minutes")]
    [InlineData(60, "in 1 hour")]
    [InlineData(-180, "3 hours ago")]
    [InlineData(47 * 60, "in 47 hours")]
    [InlineData(48 * 60, "in 2 days")]
    [InlineData(-5 * 24 * 60, "5 days ago")]
    public void Spans_are_rounded_to_what_matters(double minutes, string told) =>
        Assert.Equal(told, DigestTimes.Span(TimeSpan.FromMinutes(minutes)));

    private static List<string> Lines(DigestSettings settings, DateTimeOffset now, int count) =>
        [.. DigestTimes.Next(settings, now, count, []).Select(run => DigestTimes.Line(run, settings, now))];

    private static DigestSettings Settings(string zone, string time, DigestDays days = DigestDays.WorkingDays) =>
        new()
        {
            Zone = zone,
            Time = TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
            Days = days,
        };

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal
        );
}
