using PaperBot.Chat;
using PaperBot.Tests.Commands.Digests;

namespace PaperBot.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_group_is_one_entry_among_all_and_lists_its_commands_when_asked_for()
    {
        var all = await bot.AskAsync("/help");
        var group = await bot.AskAsync("/help digest");

        var entry = Assert.Single(all.Fields, field => field.Name.StartsWith("/digest", StringComparison.Ordinal));
        Assert.Equal("/digest setup | show | preview | status | pause | resume | remove", entry.Name);
        Assert.Contains("/help digest", entry.Text, StringComparison.Ordinal);
        Assert.Equal(
            bot.Get<CommandTable>().Group("digest").Select(command => command.Name),
            group.Fields.Select(field => string.Join(' ', field.Name[1..].Split(' ').Take(2)))
        );
    }

    [Theory]
    [InlineData("/help digest setup")]
    [InlineData("/help /digest  Setup")]
    [InlineData("/help command:\"digest setup\"")]
    public async Task One_of_a_group_is_explained_with_its_options(string line)
    {
        var help = await bot.AskAsync(line);

        Assert.StartsWith("/digest setup [time] [zone]", help.Title, StringComparison.Ordinal);
        Assert.Contains("settled:", help.Fields.Single(field => field.Name == "mode").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_without_its_second_word_says_which_there_are()
    {
        var reply = await bot.AskAsync("/digest");
        var wrong = await bot.AskAsync("/digest setip");

        Assert.Contains("setup, show, preview", reply.Text, StringComparison.Ordinal);
        Assert.Contains("setup, show, preview", wrong.Text, StringComparison.Ordinal);
    }
}
