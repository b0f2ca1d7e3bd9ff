using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Tests.Commands.Digests;

namespace PaperBot.Tests.Chat;

/// <summary>Tab in the terminal, with groups of commands and options that suggest their values.</summary>
public sealed class CommandCompletionTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("/dig", "/digest ")]
    [InlineData("/digest", "/digest ")]
    [InlineData("/digest se", "/digest setup ")]
    [InlineData("/digest setup zo", "/digest setup zone:")]
    [InlineData("/digest setup zone:berl", "/digest setup zone:Europe/Berlin ")]
    [InlineData("/digest setup zone:Europe/Berlin pa", "/digest setup zone:Europe/Berlin papers:")]
    [InlineData("/digest setup time:9:30 zone:kathm", "/digest setup time:9:30 zone:Asia/Kathmandu ")]
    [InlineData("/digest setup days:mon-", "/digest setup days:mon-fri ")]
    [InlineData("/digest setup quiet:n", "/digest setup quiet:no ")]
    [InlineData("/help digest set", "/help digest setup")]
    [InlineData("/tren", "/trending ")]
    public void What_was_begun_is_completed(string typed, string first) => Assert.Equal(first, Lines(typed)[0]);

    [Fact]
    public void A_group_is_offered_once_and_then_its_commands()
    {
        Assert.Equal(["/digest "], Lines("/dige"));
        Assert.Contains("/digest pause ", Lines("/digest "));
        Assert.Equal(7, Lines("/digest ").Count);
    }

    [Fact]
    public void After_a_whole_value_come_the_names_of_other_options()
    {
        var lines = Lines("/digest setup zone:Europe/Berlin ");

        Assert.Contains("/digest setup zone:Europe/Berlin papers:", lines);
        Assert.DoesNotContain(lines, line => line.EndsWith("zone:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Topics_come_from_the_keywords_of_the_library_and_stand_in_quotes_where_they_need_to()
    {
        await bot.Library.KeepAsync(
            NewPaper.Record("One", "A.") with
            {
                Keywords = ["graph networks", "diffusion"],
            },
            NewPaper.Record("Two", "B.") with
            {
                Keywords = ["graph networks"],
            }
        );

        Assert.Equal("/digest setup topics:\"graph networks\" ", Lines("/digest setup topics:gra")[0]);
        Assert.Equal("/trending topic:diffusion ", Lines("/trending topic:diff")[0]);
        Assert.Equal("/digest setup topics:\"agents, diffusion\" ", Lines("/digest setup topics:\"agents, dif")[0]);
    }

    [Fact]
    public async Task The_channels_that_have_a_digest_are_offered_to_the_operator()
    {
        await bot.AskAsync("/digest setup time:9");

        Assert.Equal([$"/digest pause {BotWithDigests.Papers}"], Lines("/digest pause "));
        Assert.Equal([$"/digest pause {BotWithDigests.Papers}"], Lines("/digest pause 1111"));
    }

    private IReadOnlyList<string> Lines(string typed) =>
        bot.Get<CommandCompletion>().Lines(typed, BotWithDigests.Operator);
}
