using PaperBot.DiscordChat;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Settings that cannot be meant are told in a sentence before anything is sent anywhere.</summary>
public sealed class DiscordOptionsTests
{
    [Theory]
    [InlineData("Bot abc.def.ghi", "give the token alone")]
    [InlineData("abc def", "no token has")]
    [InlineData("abc\u2026", "no token has")]
    [InlineData("\"abc\nd\"", "no token has")]
    public void A_token_that_was_copied_wrongly(string token, string sentence) =>
        Assert.Contains(sentence, Problem(new DiscordOptions { Token = token }), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("MTE.Gx.abc-def_g")]
    [InlineData("  MTE.Gx.abc-def_g\n")]
    public void A_token_that_may_be_right_or_none(string? token) =>
        Assert.Equal("", Problem(new DiscordOptions { Token = token }));

    [Theory]
    [InlineData("papers")]
    [InlineData("#papers")]
    [InlineData("1234")]
    [InlineData("<#123456789012345678>")]
    [InlineData("-23456789012345678")]
    [InlineData("99999999999999999999")]
    public void A_channel_that_is_no_id(string channel) =>
        Assert.Contains(
            "no channel id",
            Problem(new DiscordOptions { Channels = [channel] }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Channels_are_read_once_each_and_blanks_are_none() =>
        Assert.Equal(
            [123456789012345678UL],
            new DiscordOptions { Channels = ["123456789012345678", " 123456789012345678 ", ""] }.ReadChannels()
        );

    [Theory]
    [InlineData("http://discord.com/api", false)]
    [InlineData("http://127.0.0.1:8090/api", true)]
    [InlineData("http://localhost/api", true)]
    [InlineData("http://[::1]/api", true)]
    [InlineData("https://proxy.example/api", true)]
    [InlineData("ftp://discord.com", false)]
    public void Where_the_token_may_travel(string address, bool isFine) =>
        Assert.Equal(isFine, Problem(new DiscordOptions { RestUrl = new Uri(address) }).Length == 0);

    [Theory]
    [InlineData("ws://gateway.example", false)]
    [InlineData("ws://127.0.0.1:8090", true)]
    [InlineData("wss://gateway.example", true)]
    [InlineData("https://gateway.example", false)]
    public void Where_the_gateway_may_be(string address, bool isFine) =>
        Assert.Equal(isFine, Problem(new DiscordOptions { GatewayUrl = new Uri(address) }).Length == 0);

    private static string Problem(DiscordOptions options) =>
        new DiscordOptionsCheck().Validate(null, options).FailureMessage ?? "";
}
