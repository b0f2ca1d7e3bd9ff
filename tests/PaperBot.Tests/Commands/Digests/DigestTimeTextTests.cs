using PaperBot.Commands.Digests;
using PaperBot.Skills;

namespace PaperBot.Tests.Commands.Digests;

public sealed class DigestTimeTextTests
{
    [Theory]
    [InlineData("9", "09:00")]
    [InlineData("0", "00:00")]
    [InlineData("09", "09:00")]
    [InlineData("23", "23:00")]
    [InlineData("9:30", "09:30")]
    [InlineData("09:00", "09:00")]
    [InlineData(" 9:05 ", "09:05")]
    [InlineData("9.30", "09:30")]
    [InlineData("0930", "09:30")]
    [InlineData("930", "09:30")]
    [InlineData("2115", "21:15")]
    [InlineData("9am", "09:00")]
    [InlineData("9 AM", "09:00")]
    [InlineData("9pm", "21:00")]
    [InlineData("9:30 p.m.", "21:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("12:30 am", "00:30")]
    [InlineData("14h", "14:00")]
    [InlineData("14h30", "14:30")]
    [InlineData("14 h 30", "14:30")]
    [InlineData("9 Uhr", "09:00")]
    [InlineData("9 o'clock", "09:00")]
    [InlineData("at 7", "07:00")]
    [InlineData("noon", "12:00")]
    [InlineData("Midnight", "00:00")]
    [InlineData("23:59", "23:59")]
    public void A_time_of_day_is_read_as_people_write_it(string typed, string meant)
    {
        Assert.Null(DigestTimeText.Objection(typed));
        Assert.Equal(meant, DigestTimeText.Of(DigestTimeText.Parse(typed)));
    }

    [Theory]
    [InlineData("25")]
    [InlineData("24:00")]
    [InlineData("9:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("9:5")]
    [InlineData("nine")]
    [InlineData("-9")]
    [InlineData("9:00:00")]
    [InlineData("12345")]
    [InlineData("")]
    [InlineData("mon 9")]
    [InlineData("٩")]
    public void What_is_none_is_refused_with_an_example(string typed)
    {
        var failure = Assert.Throws<SkillException>(() => DigestTimeText.Parse(typed));

        Assert.Contains("9:30", failure.Message, StringComparison.Ordinal);
        Assert.Equal(DigestTimeText.Objection(typed), failure.Message);
    }

    [Theory]
    [InlineData("", "09:00")]
    [InlineData("9", "09:00")]
    [InlineData("2pm", "14:00")]
    [InlineData("08", "08:00")]
    [InlineData("1", "01:00")]
    public void What_is_being_typed_is_completed(string typed, string first) =>
        Assert.Equal(first, DigestTimeText.Suggest(typed)[0]);
}
