using PaperBot.Pictures;
using PaperBot.Skills.Trends;
using SkiaSharp;

namespace PaperBot.Tests.Pictures;

public sealed class TrendsPictureTests
{
    private const int Margin = 28; // pixels: what is drawn keeps to 32, its soft edges to a little less
    private static readonly DateOnly Last = new(2026, 1, 5);

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public void Of_however_many_weeks_it_is_as_wide_as_Discord_shows_it_and_nothing_is_cut_off(int topics, bool votes)
    {
        foreach (var weeks in Enumerable.Range(4, 23))
        {
            var report = Report([
                .. Enumerable.Range(0, topics).Select(i => Topic($"topic {i}", weeks, 40 * i, votes)),
            ]);

            using var drawn = new DrawnPicture(TrendsPicture.Draw(report, PictureLook.Dark).Png);

            Assert.Equal(1_040, drawn.Width);
            Assert.InRange(drawn.Height, 400, 780);
            Assert.True(drawn.HasMargins(Margin), $"{weeks} weeks");
            Assert.True(drawn.Drawn > 10_000);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99_999)]
    [InlineData(1_234_567)]
    [InlineData(int.MaxValue / 30)]
    public void Numbers_of_any_size_have_room(int most)
    {
        var weeks = Weeks(26, week => new TrendWeek(week, most, most, true));

        using var drawn = new DrawnPicture(
            TrendsPicture.Draw(Report(new TopicTrend("a", weeks), new TopicTrend("b", weeks)), PictureLook.Light).Png
        );

        Assert.True(drawn.HasMargins(Margin));
    }

    [Fact]
    public void Dark_and_light_are_Discords_own_backgrounds()
    {
        var report = Report(Topic("diffusion", 12));

        using var dark = new DrawnPicture(TrendsPicture.Draw(report, PictureLook.Dark).Png);
        using var light = new DrawnPicture(TrendsPicture.Draw(report, PictureLook.Light).Png);

        Assert.Equal((new SKColor(0xFF313338), new SKColor(0xFFFFFFFF)), (dark.Back, light.Back));
    }

    [Fact]
    public void Each_topic_has_a_colour_of_its_own_in_both_looks()
    {
        var report = Report(Topic("a", 12), Topic("b", 12), Topic("c", 12));

        foreach (var look in Enum.GetValues<PictureLook>())
        {
            using var drawn = new DrawnPicture(TrendsPicture.Draw(report, look).Png);

            Assert.All(Palette.Of(look).Series, colour => Assert.True(drawn.Has(colour)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Colours_can_be_read_and_told_apart_from_what_is_behind_them(bool isLight)
    {
        var palette = Palette.Of(isLight ? PictureLook.Light : PictureLook.Dark);

        Assert.All([palette.Text, palette.Quiet], colour => Assert.True(Contrast(colour, palette.Back) >= 4.5));
        Assert.True(Contrast(palette.Quiet, palette.Shade) >= 4.5);
        Assert.All(palette.Series, colour => Assert.True(Contrast(colour, palette.Back) >= 3));
    }

    [Fact]
    public void The_same_numbers_are_the_same_picture_and_others_another()
    {
        var png = TrendsPicture.Draw(Report(Topic("diffusion", 12)), PictureLook.Dark).Png;

        Assert.Equal(png, TrendsPicture.Draw(Report(Topic("diffusion", 12)), PictureLook.Dark).Png);
        Assert.NotEqual(png, TrendsPicture.Draw(Report(Topic("diffusion", 12, add: 1)), PictureLook.Dark).Png);
        Assert.NotEqual(png, TrendsPicture.Draw(Report(Topic("confusion", 12)), PictureLook.Dark).Png);
    }

    [Theory]
    [InlineData("扩散模型")]
    [InlineData("شبكات عصبية")]
    [InlineData("🧪🧪🧪")]
    [InlineData("a topic whose name is far longer than there is room for it in any picture, and goes on")]
    [InlineData("Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")]
    public void Whatever_a_topic_is_called_it_has_a_picture(string name)
    {
        using var one = new DrawnPicture(TrendsPicture.Draw(Report(Topic(name, 12)), PictureLook.Dark).Png);
        using var two = new DrawnPicture(
            TrendsPicture.Draw(Report(Topic(name, 12), Topic("else", 12)), PictureLook.Dark).Png
        );

        Assert.True(one.HasMargins(Margin));
        Assert.True(two.HasMargins(Margin));
    }

    [Fact]
    public void The_description_says_every_number()
    {
        var weeks = Weeks(4, week => new TrendWeek(week, week.Day, 100 + week.Day, true));

        var text = TrendsPicture.Draw(Report(new TopicTrend("diffusion", weeks)), PictureLook.Dark).AltText;

        Assert.Equal(
            "Bars for 4 weeks from that of 15 December 2025 to that of 5 January 2026. diffusion: papers 15, 22, 29, 5; votes 115, 122, 129, 105.",
            text
        );
    }

    [Fact]
    public void A_description_that_would_be_too_long_says_the_sums()
    {
        var topics = Enumerable.Range(1, 3).Select(i => Topic(new string((char)('a' + i), 80), 26, add: 100_000));

        var text = TrendsPicture.Draw(Report([.. topics]), PictureLook.Dark).AltText;

        Assert.InRange(text.Length, 100, 1_024);
        Assert.Contains("papers with ", text, StringComparison.Ordinal);
        Assert.Contains("most in the week of ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_library_does_not_know_is_said_in_the_description_too()
    {
        var weeks = Weeks(4, week => new TrendWeek(week, 1, null, week == Last));

        var text = TrendsPicture.Draw(Report(new TopicTrend("diffusion", weeks)), PictureLook.Dark).AltText;

        Assert.Contains("The first 3 are not in the library.", text, StringComparison.Ordinal);
    }

    internal static TrendReport Report(params IReadOnlyList<TopicTrend> topics) =>
        new("About.", "Counting.", topics, IsLastOpen: true);

    internal static TopicTrend Topic(string name, int weeks, int add = 0, bool votes = true) =>
        new(
            name,
            Weeks(
                weeks,
                week => new TrendWeek(week, add + week.DayNumber % 11, votes ? add + week.DayNumber % 97 : null, true)
            )
        );

    private static IReadOnlyList<TrendWeek> Weeks(int weeks, Func<DateOnly, TrendWeek> week) =>
        [.. Enumerable.Range(1 - weeks, weeks).Select(back => week(Last.AddDays(7 * back)))];

    // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    private static double Contrast(SKColor one, SKColor other)
    {
        var (a, b) = (Light(one), Light(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

        static double Light(SKColor colour) =>
            0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

        static double Linear(byte part) =>
            part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
