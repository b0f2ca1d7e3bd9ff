using PaperBot.Pictures;

namespace PaperBot.Tests.Pictures;

public sealed class LetteringTests
{
    private static readonly Lettering Plain = new(14);

    [Fact]
    public void Letters_of_European_languages_and_signs_of_papers_come_with_PaperBot() =>
        Assert.All(
            "Ağrı Łódź Ångström naïve ½ α-β ∞ ≈ ≤ Физика “…” – × → №".EnumerateRunes(),
            letter => Assert.NotNull(Fonts.For(letter, bold: true))
        );

    [Fact]
    public void Letters_that_change_with_their_neighbours_are_not_drawn_wrongly() =>
        Assert.All("سअ".EnumerateRunes(), letter => Assert.Null(Fonts.For(letter, bold: false)));

    [Fact]
    public void A_text_that_is_too_wide_ends_at_a_word_within_its_width()
    {
        var fitted = Plain.Fit("Rethinking Model Scaling for Convolutional Networks", 200);

        Assert.Equal("Rethinking Model Scaling…", fitted);
        Assert.InRange(Plain.WidthOf(fitted), 100, 200);
    }

    [Theory]
    [InlineData("Sparse Widgets", "Sparse Widgets")]
    [InlineData("Widgets 🧪🧪 for all", "Widgets … for all")]
    [InlineData("شبكات", null)]
    [InlineData("🧪", null)]
    [InlineData("GAN شبكات عصبية", null)]
    public void What_no_font_can_draw_gives_way_to_dots_or_the_whole_name_is_given_up(string text, string? drawn) =>
        Assert.Equal(drawn, Lettering.Drawable(text));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(4, "2 4")]
    [InlineData(13, "5 10")]
    [InlineData(300, "100 200 300")]
    [InlineData(2_147_483_647, "1000000000 2000000000")]
    public void Lines_stand_at_round_numbers(int most, string lines) =>
        Assert.Equal(lines, string.Join(' ', Ticks.Of(most)));

    [Theory]
    [InlineData(999, "999")]
    [InlineData(1_000, "1k")]
    [InlineData(1_249, "1.2k")]
    [InlineData(9_949, "9.9k")]
    [InlineData(9_950, "10k")]
    [InlineData(999_499, "999k")]
    [InlineData(999_500, "1M")]
    [InlineData(12_345_678, "12M")]
    public void Numbers_are_short(int number, string text) => Assert.Equal(text, Ticks.Short(number));

    [Fact]
    public void Weeks_are_named_where_months_begin_and_where_two_names_would_touch_the_newer_one_stays()
    {
        var mondays = Enumerable.Range(-11, 12).Select(week => new DateOnly(2026, 1, 5).AddDays(7 * week)).ToList();

        Assert.Equal(["2026", "Dec", "Nov"], Ticks.Below(mondays, 40, _ => 30).Select(name => name.Text));
        Assert.Equal(["2026", "Nov"], Ticks.Below(mondays, 6, _ => 30).Select(name => name.Text));
    }

    [Fact]
    public void Few_weeks_are_named_by_their_Mondays()
    {
        var mondays = Enumerable.Range(-3, 4).Select(week => new DateOnly(2026, 1, 5).AddDays(7 * week)).ToList();

        Assert.Equal(
            ["5 Jan", "29 Dec", "22 Dec", "15 Dec"],
            Ticks.Below(mondays, 100, _ => 30).Select(name => name.Text)
        );
    }
}
