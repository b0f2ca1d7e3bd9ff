using System.Globalization;
using PaperBot.Daily;

namespace PaperBot.Tests.Daily;

public sealed class DailyScheduleTests
{
    [Theory]
    // New York puts its clocks forward on 8 March 2026 at 2:00 and back on 1 November 2026 at 2:00.
    [InlineData("America/New_York", "09:00", "2026-03-07", "2026-03-07T14:00Z")]
    [InlineData("America/New_York", "09:00", "2026-03-08", "2026-03-08T13:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-07", "2026-03-07T07:30Z")]
    [InlineData("America/New_York", "02:00", "2026-03-08", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "02:59", "2026-03-08", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "03:00", "2026-03-08", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-09", "2026-03-09T06:30Z")]
    [InlineData("America/New_York", "00:59", "2026-11-01", "2026-11-01T04:59Z")]
    [InlineData("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30Z")]
    [InlineData("America/New_York", "02:00", "2026-11-01", "2026-11-01T07:00Z")]
    [InlineData("America/New_York", "01:30", "2026-11-02", "2026-11-02T06:30Z")]
    // Berlin: forward on 29 March 2026 at 2:00, back on 25 October 2026 at 3:00.
    [InlineData("Europe/Berlin", "02:30", "2026-03-28", "2026-03-28T01:30Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "09:00", "2026-03-29", "2026-03-29T07:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", "09:00", "2026-10-25", "2026-10-25T08:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-26", "2026-10-26T01:30Z")]
    // Lord Howe moves by half an hour: back on 5 April 2026 at 2:00, forward on 4 October 2026 at 2:00.
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45Z")]
    [InlineData("Australia/Lord_Howe", "09:00", "2026-04-04", "2026-04-03T22:00Z")]
    [InlineData("Australia/Lord_Howe", "09:00", "2026-04-05", "2026-04-04T22:30Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "02:30", "2026-10-04", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "09:00", "2026-10-04", "2026-10-03T22:00Z")]
    // Odd and large offsets without changes.
    [InlineData("Asia/Kathmandu", "09:00", "2026-06-01", "2026-06-01T03:15Z")]
    [InlineData("Pacific/Kiritimati", "09:00", "2026-06-01", "2026-05-31T19:00Z")]
    [InlineData("Pacific/Pago_Pago", "23:59", "2026-06-01", "2026-06-02T10:59Z")]
    [InlineData("UTC", "00:00", "2026-06-01", "2026-06-01T00:00Z")]
    // A change at midnight: Cairo has no 0:30 on 24 April 2026; Nuuk none at 23:30 on 28 March, the next moment is the 29th's.
    [InlineData("Africa/Cairo", "00:30", "2026-04-24", "2026-04-23T22:00Z")]
    [InlineData("America/Nuuk", "23:30", "2026-03-28", "2026-03-29T01:00Z")]
    public void The_hour_of_a_day_is_found_in_every_zone(string zone, string time, string day, string moment) =>
        Assert.Equal(Moment(moment), Schedule(time, zone).MomentOf(Day(day)));

    [Fact]
    public void A_day_that_a_zone_skipped_has_no_hour()
    {
        var samoa = Schedule("09:00", "Pacific/Apia");

        Assert.Null(samoa.MomentOf(Day("2011-12-30")));
        Assert.Equal(Moment("2011-12-30T19:00Z"), samoa.NextAfter(Moment("2011-12-29T20:00Z")));
    }

    [Theory]
    [InlineData("2026-03-07T13:59Z", "2026-03-07T14:00Z")]
    [InlineData("2026-03-07T14:00Z", "2026-03-08T13:00Z")]
    [InlineData("2026-11-01T13:59Z", "2026-11-01T14:00Z")]
    [InlineData("2026-10-31T13:00Z", "2026-11-01T14:00Z")]
    public void The_next_run_comes_after_now_also_across_a_change(string now, string next) =>
        Assert.Equal(Moment(next), Schedule("09:00", "America/New_York").NextAfter(Moment(now)));

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/Nuuk")]
    [InlineData("Africa/Casablanca")]
    public void Every_day_of_two_years_comes_once_and_in_order_at_any_hour(string zone)
    {
        foreach (var time in new[] { "00:00", "00:30", "02:15", "12:00", "23:30" })
        {
            var schedule = Schedule(time, zone);
            var first = Day("2026-01-01");
            var now = schedule.MomentOf(first)!.Value; // not null: no zone skipped that day
            for (var day = first.AddDays(1); day < first.AddYears(2); day = day.AddDays(1))
            {
                var next = schedule.NextAfter(now);
                Assert.Equal(schedule.MomentOf(day), next);
                Assert.Equal(day, schedule.Due(next));
                Assert.InRange((next - now).TotalHours, 22, 26);
                now = next;
            }
        }
    }

    [Theory]
    [InlineData("09:00", "2026-01-06T08:59Z", null)]
    [InlineData("09:00", "2026-01-06T09:00Z", "2026-01-06")]
    [InlineData("09:00", "2026-01-06T23:59Z", "2026-01-06")]
    [InlineData("09:00", "2026-01-07T00:30Z", null)]
    [InlineData("23:30", "2026-01-07T00:30Z", "2026-01-06")]
    [InlineData("23:30", "2026-01-07T02:30Z", "2026-01-06")]
    [InlineData("23:30", "2026-01-07T02:31Z", null)]
    public void A_missed_hour_is_made_up_for_on_the_same_day_and_a_little_after_midnight(
        string time,
        string now,
        string? due
    ) => Assert.Equal(due is null ? null : Day(due), Schedule(time, "UTC").Due(Moment(now)));

    [Theory]
    [InlineData("2026-01-06T09:00Z", "2026-01-06")]
    [InlineData("2026-01-06T09:15Z", "2026-01-06")]
    [InlineData("2026-01-06T09:16Z", null)]
    [InlineData("2026-01-06T08:59Z", null)]
    public void A_missed_hour_is_let_go_where_catching_up_is_switched_off(string now, string? due) =>
        Assert.Equal(due is null ? null : Day(due), Schedule("09:00", "UTC", catchUp: false).Due(Moment(now)));

    [Fact]
    public void Today_is_the_date_on_the_wall_of_the_zone()
    {
        var now = Moment("2026-01-06T18:30Z");

        Assert.Equal(Day("2026-01-07"), Schedule("09:00", "Asia/Kathmandu").DayOf(now));
        Assert.Equal(Day("2026-01-06"), Schedule("09:00", "America/New_York").DayOf(now));
    }

    private static DailySchedule Schedule(string time, string zone, bool catchUp = true) =>
        DailySchedule.From(
            new DailyOptions
            {
                Time = time,
                TimeZone = zone,
                CatchUp = catchUp,
            }
        );

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
