using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Daily;

namespace PaperBot.Tests.Daily;

public sealed class DailyOptionsTests
{
    [Theory]
    [InlineData("Time", "9 o'clock", "Daily:Time must be a time such as 09:00; '9 o'clock' is not.")]
    [InlineData("Time", "24:00", "Daily:Time must be a time such as 09:00; '24:00' is not.")]
    [InlineData("Time", "", "Daily:Time must be a time such as 09:00; '' is not.")]
    [InlineData(
        "TimeZone",
        "Europe/Atlantis",
        "Daily:TimeZone must be a time zone that this computer knows, such as UTC or Europe/Berlin; 'Europe/Atlantis' is not."
    )]
    [InlineData("Papers", "0", "Daily:Papers must be a number from 1 to 20; 0 is not.")]
    [InlineData("Papers", "21", "Daily:Papers must be a number from 1 to 20; 21 is not.")]
    public void A_wrong_setting_is_one_sentence_that_names_it(string setting, string value, string sentence)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Read($"Daily:{setting}", value));

        Assert.Equal(sentence, problem.Message);
    }

    [Theory]
    [InlineData("Time", "7:05")]
    [InlineData("TimeZone", "Australia/Lord_Howe")]
    [InlineData("Papers", "20")]
    public void What_is_right_is_taken(string setting, string value) =>
        Assert.NotNull(DailySchedule.From(Read($"Daily:{setting}", value)));

    private static DailyOptions Read(string name, string value)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build()
        );
        services.AddDaily();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DailyOptions>>().Value;
    }
}
