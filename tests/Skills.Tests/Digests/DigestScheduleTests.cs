using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Digests;

public sealed class DigestScheduleTests
{
    private static DigestSchedule Schedule(
        string zone,
        string time = "09:00",
        DigestDays days = DigestDays.All,
        bool weekly = false
    ) =>
        DigestSchedule.Of(
            new DigestSettings
            {
                Zone = zone,
                Time = TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
                Days = days,
                IsWeekly = weekly,
            }
        );

    private static DateTimeOffset Utc(string moment) =>
        DateTimeOffset.Parse(
            moment,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal
        );

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Europe/Berlin", "09:00", "2026-03-28", "2026-03-28T08:00Z")]
    [InlineData("Europe/Berlin", "09:00", "2026-03-29", "2026-03-29T07:00Z")] // the clock is put forward at 2
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00Z")] // there is no half past two
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30Z")] // there are two; the first counts
    [InlineData("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30Z")] // put forward by half an hour
    [InlineData("Asia/Kathmandu", "09:00", "2026-01-05", "2026-01-05T03:15Z")]
    [InlineData("Pacific/Chatham", "00:00", "2026-07-01", "2026-06-30T11:15Z")]
    public void A_digest_is_due_when_the_clock_on_the_wall_first_shows_its_hour_or_later(
        string zone,
        string time,
        string day,
        string moment
    ) => Assert.Equal(Utc(moment), Schedule(zone, time).MomentOf(Day(day)));

    [Theory]
    [InlineData("2026-01-05T07:59:59Z", null)] // Monday, too early; Sunday is no working day
    [InlineData("2026-01-05T08:00Z", "2026-01-05")]
    [InlineData("2026-01-05T22:59Z", "2026-01-05")] // missed in the morning, made up for in the evening
    [InlineData("2026-01-05T23:30Z", null)] // after midnight the next one does
    [InlineData("2026-01-10T12:00Z", null)] // Saturday
    public void On_working_days_in_Berlin(string now, string? day) =>
        Assert.Equal(
            day is null ? null : Day(day),
            Schedule("Europe/Berlin", days: DigestDays.WorkingDays).Due(Utc(now))
        );

    [Fact]
    public void A_digest_of_late_in_the_evening_is_still_wanted_a_little_after_midnight()
    {
        var late = Schedule("UTC", "23:50");

        Assert.Equal(Day("2026-01-05"), late.Due(Utc("2026-01-06T02:49Z")));
        Assert.Null(late.Due(Utc("2026-01-06T02:51Z")));
    }

    [Fact]
    public void A_weekly_digest_comes_on_the_first_of_its_days_and_waits_three_days_for_a_program_that_was_off()
    {
        var weekly = Schedule("UTC", days: DigestDays.Wednesday | DigestDays.Friday, weekly: true);

        Assert.Equal(Day("2026-01-07"), weekly.Due(Utc("2026-01-07T09:00Z")));
        Assert.Equal(Day("2026-01-07"), weekly.Due(Utc("2026-01-10T08:59Z")));
        Assert.Null(weekly.Due(Utc("2026-01-10T09:01Z")));
        Assert.Equal(
            [Utc("2026-01-14T09:00Z"), Utc("2026-01-21T09:00Z")],
            weekly.After(Utc("2026-01-07T09:00Z")).Take(2)
        );
    }

    [Fact]
    public void The_next_five_times_keep_the_hour_on_the_wall_across_a_clock_change() =>
        Assert.Equal(
            [
                Utc("2026-03-27T08:00Z"),
                Utc("2026-03-28T08:00Z"),
                Utc("2026-03-29T07:00Z"),
                Utc("2026-03-30T07:00Z"),
                Utc("2026-03-31T07:00Z"),
            ],
            Schedule("Europe/Berlin").After(Utc("2026-03-26T12:00Z")).Take(5)
        );

    [Fact]
    public void Days_that_were_missed_are_told_oldest_first_and_none_from_before_the_digest_was_set_up() =>
        Assert.Equal(
            [Day("2026-01-08"), Day("2026-01-09")],
            Schedule("UTC", days: DigestDays.WorkingDays).Before(Day("2026-01-12"), Utc("2026-01-07T12:00Z"))
        );

    [Theory]
    [InlineData("Samoa had no 30 December 2011", "Pacific/Apia", "2011-12-30")]
    public void A_day_that_a_zone_skipped_has_no_digest(string why, string zone, string day) =>
        Assert.True(Schedule(zone).MomentOf(Day(day)) is null, why);

    [Fact]
    public void A_schedule_reads_its_own_key()
    {
        var schedule = Schedule("Asia/Kathmandu", "23:05", DigestDays.Monday | DigestDays.Sunday);

        Assert.Equal("23:05|Asia/Kathmandu|65", schedule.Key);
        Assert.Equal(schedule.Key, DigestSchedule.Parse(schedule.Key).Key);
    }

    [Fact]
    public void A_zone_that_nobody_knows_and_a_week_without_days_are_refused_with_advice()
    {
        Assert.Contains(
            "Europe/Berlin",
            Assert.Throws<SkillException>(() => Schedule("Europe/Berln")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at least one day",
            Assert.Throws<SkillException>(() => Schedule("UTC", days: DigestDays.None)).Message,
            StringComparison.Ordinal
        );
    }
}
