using PaperBot.Commands.Digests;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Commands.Digests;

public sealed class DigestDaysTextTests
{
    private const DigestDays Weekend = DigestDays.Saturday | DigestDays.Sunday;

    [Theory]
    [InlineData("all", DigestDays.All)]
    [InlineData("Every day", DigestDays.All)]
    [InlineData("daily", DigestDays.All)]
    [InlineData("mon-sun", DigestDays.All)]
    [InlineData("mon-fri", DigestDays.WorkingDays)]
    [InlineData("Mon - Fri", DigestDays.WorkingDays)]
    [InlineData("mon–fri", DigestDays.WorkingDays)]
    [InlineData("monday to friday", DigestDays.WorkingDays)]
    [InlineData("Monday through Friday", DigestDays.WorkingDays)]
    [InlineData("mo-fr", DigestDays.WorkingDays)]
    [InlineData("weekdays", DigestDays.WorkingDays)]
    [InlineData("working days", DigestDays.WorkingDays)]
    [InlineData("workdays", DigestDays.WorkingDays)]
    [InlineData("every weekday", DigestDays.WorkingDays)]
    [InlineData("weekends", Weekend)]
    [InlineData("weekend", Weekend)]
    [InlineData("sat-sun", Weekend)]
    [InlineData("Sat & Sun", Weekend)]
    [InlineData("mon,wed", DigestDays.Monday | DigestDays.Wednesday)]
    [InlineData("mon wed", DigestDays.Monday | DigestDays.Wednesday)]
    [InlineData("Mondays and Wednesdays", DigestDays.Monday | DigestDays.Wednesday)]
    [InlineData("tues, thurs.", DigestDays.Tuesday | DigestDays.Thursday)]
    [InlineData("weds", DigestDays.Wednesday)]
    [InlineData("on Fridays", DigestDays.Friday)]
    [InlineData("sun", DigestDays.Sunday)]
    [InlineData("mon-wed,fri", DigestDays.Monday | DigestDays.Tuesday | DigestDays.Wednesday | DigestDays.Friday)]
    [InlineData("fri-mon", Weekend | DigestDays.Friday | DigestDays.Monday)]
    [InlineData("sun-mon", DigestDays.Sunday | DigestDays.Monday)]
    [InlineData("mon-mon", DigestDays.Monday)]
    [InlineData("weekends, wed", Weekend | DigestDays.Wednesday)]
    public void Days_are_read_as_people_write_them(string typed, DigestDays meant)
    {
        Assert.Null(DigestDaysText.Objection(typed));
        Assert.Equal(meant, DigestDaysText.Parse(typed));
    }

    [Theory]
    [InlineData("funday", "'funday' is no day")]
    [InlineData("mon, funday", "'funday' is no day")]
    [InlineData("mon-", "'mon-' is no day")]
    [InlineData("mon-tue-wed", "'mon-tue-wed' is no day")]
    [InlineData("m-f", "'m-f' is no day")]
    [InlineData("t", "'t' is no day")]
    [InlineData("s", "'s' is no day")]
    [InlineData("mondayss", "'mondayss' is no day")]
    [InlineData("9:00", "'9:00' is no day")]
    [InlineData("never", "/digest pause")]
    [InlineData("weekly", "every:week")]
    [InlineData(",", "No day is named")]
    [InlineData("and", "No day is named")]
    public void What_names_no_days_is_refused_with_what_does(string typed, string why)
    {
        var failure = Assert.Throws<SkillException>(() => DigestDaysText.Parse(typed));

        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains("mon-fri", failure.Message, StringComparison.Ordinal);
        Assert.Equal(DigestDaysText.Objection(typed), failure.Message);
    }

    [Theory]
    [InlineData("all", "every day")]
    [InlineData("mon-fri", "Monday to Friday")]
    [InlineData("tue-thu", "Tuesday to Thursday")]
    [InlineData("weekends", "Saturday and Sunday")]
    [InlineData("mon,wed,fri", "Monday, Wednesday and Friday")]
    [InlineData("fri", "Friday")]
    public void Days_are_said_in_words(string typed, string words) =>
        Assert.Equal(words, DigestDaysText.InWords(DigestDaysText.Parse(typed)));

    [Fact]
    public void Every_set_of_days_is_written_so_that_it_is_read_back()
    {
        for (var days = 1; days <= (int)DigestDays.All; days++)
        {
            Assert.Equal((DigestDays)days, DigestDaysText.Parse(DigestDaysText.Of((DigestDays)days)));
        }
    }
}
