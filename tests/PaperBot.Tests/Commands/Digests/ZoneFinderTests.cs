using PaperBot.Commands.Digests;

namespace PaperBot.Tests.Commands.Digests;

public sealed class ZoneFinderTests
{
    private static readonly DateTimeOffset Winter = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 7, 6, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("berl", "Europe/Berlin")]
    [InlineData("Europe/Ber", "Europe/Berlin")]
    [InlineData("york", "America/New_York")]
    [InlineData("new york", "America/New_York")]
    [InlineData("germany", "Europe/Berlin")]
    [InlineData("Deutschl", "Europe/Berlin")]
    [InlineData("INDIA", "Asia/Kolkata")]
    [InlineData("bengal", "Asia/Kolkata")]
    [InlineData("san fr", "America/Los_Angeles")]
    [InlineData("são paulo", "America/Sao_Paulo")]
    [InlineData("zurich", "Europe/Zurich")]
    [InlineData("tubingen", "Europe/Berlin")]
    [InlineData("nepal", "Asia/Kathmandu")]
    [InlineData("korea", "Asia/Seoul")]
    [InlineData("PST", "America/Los_Angeles")]
    [InlineData("buenos", "America/Argentina/Buenos_Aires")]
    [InlineData("東京", "Asia/Tokyo")]
    [InlineData("utc", "UTC")]
    [InlineData("berlln", "Europe/Berlin")] // mistyped
    [InlineData("singapur", "Asia/Singapore")]
    public void A_zone_is_found_by_what_people_call_it(string typed, string zone) =>
        Assert.Equal(zone, ZoneFinder.Find(typed, Winter, [])[0]);

    [Theory]
    [InlineData("UTC+5:30", "Asia/Kolkata")]
    [InlineData("+0530", "Asia/Kolkata")]
    [InlineData("gmt +5:45", "Asia/Kathmandu")]
    [InlineData("UTC-8", "America/Los_Angeles")]
    [InlineData("UTC−3:30", "America/St_Johns")]
    [InlineData("+12:45", null)] // Chatham has summer time then
    [InlineData("+13:45", "Pacific/Chatham")]
    [InlineData("UTC+0", "UTC")]
    public void An_offset_suggests_the_zones_that_have_it_now(string typed, string? zone) =>
        Assert.Equal(zone, ZoneFinder.Find(typed, Winter, []).Select(found => (string?)found).FirstOrDefault());

    [Fact]
    public void An_offset_means_other_zones_in_summer()
    {
        Assert.Contains("Europe/Berlin", ZoneFinder.Find("UTC+1", Winter, []));
        Assert.DoesNotContain("Europe/Berlin", ZoneFinder.Find("UTC+1", Summer, []));
        Assert.Contains("Europe/Berlin", ZoneFinder.Find("UTC+2", Summer, []));
    }

    [Fact]
    public void Zones_that_a_server_uses_come_first_where_they_fit()
    {
        Assert.Equal("Asia/Tokyo", ZoneFinder.Find("", Winter, ["Asia/Tokyo"])[0]);
        Assert.Equal("Europe/Busingen", ZoneFinder.Find("germany", Winter, ["Europe/Busingen"])[0]);
        Assert.Equal("Europe/Berlin", ZoneFinder.Find("berl", Winter, ["Asia/Tokyo"])[0]);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")] // an older name
    [InlineData("UTC", "UTC")]
    [InlineData("gmt", "UTC")]
    [InlineData("UTC+0", "UTC")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("munich", "Europe/Berlin")]
    [InlineData("Germany", "Europe/Berlin")] // has two zones, whose clocks never differ
    [InlineData("EST", "America/New_York")] // and not the database's, which has no summer time
    [InlineData("JST", "Asia/Tokyo")]
    public void One_that_is_meant_without_doubt_is_taken(string typed, string zone) =>
        Assert.Equal(zone, ZoneFinder.Resolve(typed, Winter));

    [Theory]
    [InlineData("USA")]
    [InlineData("IST")] // India, Ireland, Israel
    [InlineData("Australia")]
    [InlineData("UTC+1")]
    [InlineData("berl")]
    [InlineData("Atlantis")]
    [InlineData("Local")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("Europe/Atlantis")]
    [InlineData("")]
    public void One_that_may_be_another_is_not_guessed(string typed) => Assert.Null(ZoneFinder.Resolve(typed, Winter));

    [Fact]
    public void A_label_says_what_the_clock_shows_there()
    {
        Assert.Equal("Europe/Berlin (UTC+1, 13:00 now)", ZoneFinder.Label("Europe/Berlin", Winter));
        Assert.Equal("Europe/Berlin (UTC+2, 14:00 now)", ZoneFinder.Label("Europe/Berlin", Summer));
        Assert.Equal("Asia/Kolkata (UTC+5:30, 17:30 now)", ZoneFinder.Label("Asia/Kolkata", Winter));
        Assert.Equal("America/St_Johns (UTC-3:30, 08:30 now)", ZoneFinder.Label("America/St_Johns", Winter));
        Assert.Equal("UTC (UTC, 12:00 now)", ZoneFinder.Label("UTC", Winter));
    }

    [Fact]
    public void Every_zone_and_place_that_is_named_is_one_that_this_computer_knows()
    {
        Assert.All(ZoneNames.Zones, zone => Assert.True(ZoneFinder.IsKnown(zone), zone));
        Assert.All(
            ZoneNames.Others.SelectMany(other => other.Zones),
            zone => Assert.True(ZoneFinder.IsKnown(zone), zone)
        );
        Assert.True(ZoneNames.Zones.Count > 400);
    }
}
