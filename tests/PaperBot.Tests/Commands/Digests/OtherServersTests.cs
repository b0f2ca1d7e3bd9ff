using PaperBot.Chat;

namespace PaperBot.Tests.Commands.Digests;

/// <summary>Who manages one server never sees or changes a digest of another, whichever channel they name.</summary>
public sealed class OtherServersTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("/digest setup channel:{0} time:3:33 topics:any")]
    [InlineData("/digest show channel:{0}")]
    [InlineData("/digest preview channel:{0}")]
    [InlineData("/digest status channel:{0}")]
    [InlineData("/digest pause channel:{0}")]
    [InlineData("/digest resume channel:{0}")]
    [InlineData("/digest remove channel:{0}")]
    [InlineData("/digest remove channel:{0} confirm:yes")]
    public async Task A_channel_of_another_server_is_as_if_it_had_none(string line)
    {
        await bot.AskAsync("/digest setup time:9 zone:Asia/Tokyo topics:\"secret topic\"", BotWithDigests.Stranger);
        var before = bot.Store.All();

        var reply = await bot.AskAsync(string.Format(null, line, BotWithDigests.Foreign));
        var text = string.Join('\n', PaperBot.TerminalChat.TerminalMessage.Lines(reply));

        Assert.False(reply.Ok);
        Assert.True(reply.Private);
        Assert.All(
            ["secret", "Tokyo", "09:00"],
            told => Assert.DoesNotContain(told, text, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equivalent(before, bot.Store.All(), strict: true);
    }

    [Fact]
    public async Task What_is_refused_sounds_the_same_whether_the_other_server_has_a_digest_or_not()
    {
        var without = await bot.AskAsync($"/digest show channel:{BotWithDigests.Foreign}");
        await bot.AskAsync("/digest setup time:9", BotWithDigests.Stranger);
        var with = await bot.AskAsync($"/digest show channel:{BotWithDigests.Foreign}");

        // The manager's own server has none at first, and that is said only where no channel is named.
        Assert.Equal(without.Text, with.Text);
    }

    [Fact]
    public async Task Lists_and_suggestions_hold_only_the_own_servers()
    {
        await bot.AskAsync("/digest setup time:9 zone:Asia/Kathmandu", BotWithDigests.Stranger);
        await bot.AskAsync("/digest setup time:10 zone:Europe/Berlin");

        var shown = await bot.ReadAsync("/digest show");
        var zones = Suggested("zone", BotWithDigests.Manager);
        var channels = Suggested("channel", BotWithDigests.Manager);

        Assert.Contains("10:00 (Europe/Berlin)", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Kathmandu", shown, StringComparison.Ordinal);
        Assert.Equal("Europe/Berlin", zones[0]);
        Assert.Equal([BotWithDigests.Papers], channels);
        Assert.Equal("Asia/Kathmandu", Suggested("zone", BotWithDigests.Stranger)[0]);
    }

    [Fact]
    public async Task Whoever_may_not_manage_the_server_is_refused_whatever_they_ask()
    {
        await bot.AskAsync("/digest setup time:9");
        var member = BotWithDigests.Manager with { MayManage = false };

        foreach (var command in bot.Get<CommandTable>().Group("digest"))
        {
            var reply = await bot.AskAsync($"/{command.Name}", member);

            Assert.False(reply.Ok);
            Assert.Contains("Manage Server", reply.Text, StringComparison.Ordinal);
        }
        Assert.True(bot.Store.All()[0].IsActive);
    }

    [Fact]
    public async Task Outside_a_server_there_is_nothing_to_manage()
    {
        var reply = await bot.AskAsync("/digest show", BotWithDigests.Manager with { Server = "", Channel = "5" });

        Assert.False(reply.Ok);
        Assert.Contains("one of its channels", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_sees_and_changes_those_of_every_server()
    {
        await bot.AskAsync("/digest setup time:9", BotWithDigests.Stranger);
        await bot.AskAsync("/digest setup time:10");

        var shown = await bot.ReadAsync("/digest show", BotWithDigests.Operator);
        var paused = await bot.AskAsync($"/digest pause channel:{BotWithDigests.Foreign}", BotWithDigests.Operator);

        Assert.Contains("#secret-plans", shown, StringComparison.Ordinal);
        Assert.Contains("#papers", shown, StringComparison.Ordinal);
        Assert.True(paused.Ok);
        Assert.NotNull(bot.Store.Get("discord", BotWithDigests.Foreign)!.PausedAt);
    }

    private List<string> Suggested(string option, Asker asker) =>
        [
            .. bot.Get<CommandCompletion>()
                .Values(
                    bot.Get<CommandTable>().Find("digest setup")!.Options.Single(one => one.Name == option),
                    "",
                    asker
                )
                .Select(value => value.Value),
        ];
}
