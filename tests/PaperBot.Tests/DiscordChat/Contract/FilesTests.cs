using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Pictures and other files that come with an answer or a post, whatever the client.</summary>
public sealed class FilesTests
{
    private const int Message = 4;
    private const int Later = 5;
    private const int Change = 7;

    [Fact]
    public async Task A_picture_comes_with_the_answer_and_says_in_words_what_it_shows()
    {
        await using var bot = await Seen.BotWithAsync("draw", _ => Task.FromResult(Drawn("one")));

        var asked = bot.Discord.Inject.Slash("draw");
        var message = await asked.WaitForMessageAsync();

        Assert.Equal((Message, 1), (asked.Acknowledgement!.Type, asked.Answers));
        AssertShows("one", message!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_that_takes_long_comes_in_the_place_of_its_promise(bool isPrivate)
    {
        var drawn = new TaskCompletionSource<Reply>();
        await using var bot = await Seen.BotWithAsync("draw", _ => drawn.Task);

        var asked = bot.Discord.Inject.Slash("draw");
        var promise = await asked.WaitForAnswerAsync();
        drawn.SetResult(Drawn("late") with { Private = isPrivate });
        await bot.UntilAsync(
            () => asked.Messages.Any(one => one is { IsDeleted: false, IsLoading: false }),
            "The answer"
        );

        Assert.Equal(Later, promise!.Type);
        AssertShows("late", Assert.Single(asked.Messages, one => !one.IsDeleted));
    }

    [Fact]
    public async Task What_takes_the_place_of_a_picture_takes_the_picture_away_or_brings_another()
    {
        var calls = 0;
        await using var bot = await Seen.BotWithAsync(
            "draw",
            _ =>
                Task.FromResult(
                    Interlocked.Increment(ref calls) switch
                    {
                        1 => Drawn("one"),
                        2 => Drawn("two"),
                        _ => new Reply { Title = "None" },
                    }
                )
        );
        var message = await bot.Discord.Inject.Slash("draw").WaitForMessageAsync();

        var pressed = bot.Discord.Inject.Button(message!, message!.Button("Again"));
        await pressed.WaitForAnswerAsync();
        var second = Shown(message!);
        await bot.Discord.Inject.Button(message!, message!.Button("Again")).WaitForAnswerAsync();

        Assert.Equal((Change, "two"), (pressed.Acknowledgement!.Type, second));
        Assert.Equal("None", message!.Title());
        Assert.Empty(message!.Files);
    }

    [Fact]
    public async Task A_private_picture_is_drawn_anew_when_it_is_shared_after_a_restart()
    {
        await using var bot = await Seen.BotWithAsync(
            "draw",
            _ => Task.FromResult(Drawn("one") with { Private = true })
        );
        var message = await bot.Discord.Inject.Slash("draw").WaitForMessageAsync();

        await bot.RestartAsync();
        var shared = await bot.Discord.Inject.Button(message!, message!.Button("Share")).WaitForMessageAsync();

        Assert.Equal((true, false), (message!.IsPrivate, shared!.IsPrivate));
        AssertShows("one", shared!);
    }

    [Fact]
    public async Task Trends_are_drawn_for_everybody_and_a_copy_in_the_other_look_can_be_shared_after_a_restart()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var message = await bot
            .Discord.Inject.Slash("trends", new Dictionary<string, object?> { ["topic"] = "networks, search" })
            .WaitForMessageAsync();
        var light = await bot.Discord.Inject.Button(message!, message!.Button("Light picture")).WaitForMessageAsync();
        await bot.RestartAsync();
        var shared = await bot.Discord.Inject.Button(light!, light!.Button("Share")).WaitForMessageAsync();

        Assert.Equal((false, true, false), (message!.IsPrivate, light!.IsPrivate, shared!.IsPrivate));
        Assert.StartsWith(
            "Bars for 12 weeks",
            message!.Embed()["image"]!["description"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.NotEqual(message!.Files.Single().Content, light!.Files.Single().Content);
        Assert.Equal(light!.Files.Single().Content, shared!.Files.Single().Content);
    }

    [Fact]
    public async Task Other_files_stand_below_the_answer_as_they_are()
    {
        var file = new ReplyFile(
            "saved papers.bib",
            "text/x-bibtex",
            Encoding.UTF8.GetBytes("@article{a, title={Ä}}"),
            ""
        );
        await using var bot = await Seen.BotWithAsync(
            "export",
            _ => Task.FromResult(new Reply { Text = "Yours", Files = [file, Drawn("b").Files[0]] })
        );

        var message = await bot.Discord.Inject.Slash("export").WaitForMessageAsync();

        Assert.Equal(["saved_papers.bib", "picture.png"], message!.Files.Select(one => one.Name));
        Assert.Equal("@article{a, title={Ä}}", Encoding.UTF8.GetString(message!.Files[0].Content));
        Assert.Null(message!.Embed()["image"]);
    }

    [Fact]
    public async Task A_post_brings_its_picture_once_however_often_it_is_sent()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var discord = bot.Services.GetRequiredService<IDiscord>();
        var post = DiscordMessage.From(Drawn("posted"), new MessageLook { Nonce = "one-and-the-same" });
        var channel = bot.Discord.World.Guilds[0].General;

        await discord.PostAsync(channel.Id, post, CancellationToken.None);
        await discord.PostAsync(channel.Id, post, CancellationToken.None);

        AssertShows("posted", Assert.Single(channel.Messages));
    }

    [Fact]
    public async Task Where_files_may_not_be_attached_the_post_comes_with_words_in_place_of_its_picture()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var channel = bot.Discord.World.Guilds[0].General;
        channel.BotPermissions &= ~Permissions.AttachFiles;

        await bot
            .Services.GetRequiredService<IDiscord>()
            .PostAsync(
                channel.Id,
                DiscordMessage.From(Drawn("posted"), new MessageLook { Nonce = "n" }),
                CancellationToken.None
            );

        var message = Assert.Single(channel.Messages);
        Assert.Empty(message.Files);
        Assert.Contains("It shows posted.", message.Embed()["footer"]!["text"]!.ToString(), StringComparison.Ordinal);
    }

    private static Reply Drawn(string what) =>
        new()
        {
            Title = "Drawn",
            Files = [new("picture.png", "image/png", Encoding.UTF8.GetBytes(what), $"It shows {what}.")],
            Picture = "picture.png",
            Buttons = [new ReplyButton("Again", "/draw") { Replaces = true }],
        };

    private static string Shown(SentMessage message) => Encoding.UTF8.GetString(message.Files.Single().Content);

    private static void AssertShows(string what, SentMessage message)
    {
        var image = message.Embed()["image"]!;
        Assert.Equal(("picture.png", what), (message.Files.Single().Name, Shown(message)));
        Assert.EndsWith("/picture.png", image["url"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal($"It shows {what}.", image["description"]!.ToString());
    }
}
