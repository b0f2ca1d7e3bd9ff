using System.Diagnostics;
using PaperBot.Chat;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What somebody sees of an answer that takes long and of which something is ready before.</summary>
public sealed class GrowingAnswerTests
{
    private const string Edits = "PATCH /webhooks/{application}/{token}/messages/{message}";

    private readonly TaskCompletionSource<Reply> whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<Reply>? tell;

    [Fact]
    public async Task It_grows_in_the_place_of_its_promise_and_ends_whole()
    {
        await using var bot = await SlowAsync();
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();

        tell!(new Reply { Title = "One", Buttons = [new ReplyButton("Too early", "/help")] });
        await ShownAsync(bot, asked, "One");
        var early = asked.Messages[0].Components();
        tell(new Reply { Title = "One, two" });
        await ShownAsync(bot, asked, "One, two");
        whole.SetResult(new Reply { Title = "Whole", Buttons = [new ReplyButton("Go on", "/help")] });
        await ShownAsync(bot, asked, "Whole");

        Assert.Empty(early);
        Assert.Single(asked.Messages);
        Assert.NotEmpty(asked.Messages[0].Button("Go on"));
        Assert.Equal(["One", "One, two", "Whole"], Titles(bot));
    }

    [Fact]
    public async Task However_often_it_grows_it_is_changed_once_a_second_and_what_is_shown_is_the_newest()
    {
        await using var bot = await SlowAsync();
        var begun = Stopwatch.StartNew(); // before the bot's own second can begin
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();

        for (var i = 1; i <= 100; i++)
        {
            tell!(new Reply { Title = $"Part {i}" });
            await Task.Delay(20);
        }
        await ShownAsync(bot, asked, "Part 100");
        var seconds = begun.Elapsed.TotalSeconds;
        whole.SetResult(new Reply { Title = "Whole" });
        await ShownAsync(bot, asked, "Whole");

        Assert.InRange(Titles(bot).Count, 2, 2 + seconds); // the first, one for each second, the whole
    }

    [Fact]
    public async Task What_comes_after_the_end_is_not_shown()
    {
        await using var bot = await SlowAsync();
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();
        whole.SetResult(new Reply { Title = "Whole" });
        await ShownAsync(bot, asked, "Whole");

        tell!(new Reply { Title = "Late" });
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync();

        Assert.Equal(["Whole"], Titles(bot));
        Assert.Equal("Whole", asked.Messages[0].Title());
    }

    [Fact]
    public async Task What_is_ready_soon_needs_no_parts()
    {
        await using var bot = await Seen.BotWithAsync(
            "quick",
            request =>
            {
                request.Progress!(new Reply { Title = "Part" });
                return Task.FromResult(new Reply { Title = "Whole" });
            }
        );

        var message = await bot.Discord.Inject.Slash("quick").WaitForMessageAsync();

        Assert.Equal("Whole", message!.Title());
        Assert.Empty(Titles(bot));
    }

    [Fact]
    public async Task A_part_for_the_asker_alone_is_not_shown_where_everybody_was_promised_an_answer()
    {
        await using var bot = await SlowAsync();
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();

        tell!(new Reply { Title = "For you", Private = true });
        tell(new Reply { Title = "For you, still", Private = true });
        whole.SetResult(new Reply { Title = "For you, whole", Private = true });
        await bot.UntilAsync(
            () => asked.Messages.Any(one => one is { IsPrivate: true, IsLoading: false }),
            "The answer"
        );

        Assert.Empty(Titles(bot));
        Assert.Equal("For you, whole", asked.Messages.Single(one => !one.IsDeleted).Title());
    }

    [Fact]
    public async Task A_refusal_takes_back_what_was_shown_and_is_for_the_asker_alone()
    {
        await using var bot = await SlowAsync();
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();
        tell!(new Reply { Title = "Part" });
        await ShownAsync(bot, asked, "Part");

        whole.SetResult(Reply.Problem("It is not so."));
        await bot.UntilAsync(() => asked.Messages.Any(one => one.IsPrivate), "The refusal");

        var left = asked.Messages.Single(one => !one.IsDeleted);
        Assert.Equal((true, "It is not so."), (left.IsPrivate, left.Embed()["description"]!.ToString()));
    }

    [Fact]
    public async Task A_part_that_Discord_does_not_take_leaves_the_whole_as_it_is()
    {
        await using var bot = await SlowAsync();
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();
        bot.Discord.Faults.Add(new RestFault(Edits) { Status = 400 });

        tell!(new Reply { Title = "Part" });
        await bot.UntilAsync(() => bot.Discord.Requests.To(Edits).Count > 0, "The part");
        whole.SetResult(new Reply { Title = "Whole" });
        await ShownAsync(bot, asked, "Whole");

        Assert.DoesNotContain(
            bot.Log,
            line =>
                line.StartsWith("Error", StringComparison.Ordinal)
                // A client may warn of a test's token before it has begun.
                || (
                    line.StartsWith("Warning", StringComparison.Ordinal)
                    && !line.Contains("token", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task A_part_that_gets_stuck_does_not_keep_the_whole_from_coming()
    {
        await using var bot = await SlowAsync();
        var asked = bot.Discord.Inject.Slash("slow");
        await asked.WaitForAnswerAsync();
        bot.Discord.Faults.Add(new RestFault(Edits) { Status = 400, Delay = TimeSpan.FromSeconds(25) });

        tell!(new Reply { Title = "Part" });
        await Task.Delay(200); // it is on its way; if it is not, this test is easier, not wrong
        whole.SetResult(new Reply { Title = "Whole" });

        // Sooner than the client itself would give the part up.
        await Until.HoldsAsync(
            () => asked.Messages.Any(message => message.Title() == "Whole"),
            TimeSpan.FromSeconds(11),
            "The whole"
        );
    }

    [Fact]
    public async Task What_a_button_brings_grows_for_who_pressed_it()
    {
        var calls = 0;
        await using var bot = await Seen.BotWithAsync(
            "slow",
            request =>
            {
                tell = request.Progress;
                return Interlocked.Increment(ref calls) == 1
                    ? Task.FromResult(new Reply { Title = "Leads on", Buttons = [new ReplyButton("On", "/slow")] })
                    : whole.Task;
            }
        );
        var open = await bot.Discord.Inject.Slash("slow").WaitForMessageAsync();
        var pressed = bot.Discord.Inject.Button(open!, open!.Button("On"));
        await pressed.WaitForAnswerAsync();

        tell!(new Reply { Title = "Part", Private = true });
        await ShownAsync(bot, pressed, "Part");
        whole.SetResult(new Reply { Title = "Whole" });
        await ShownAsync(bot, pressed, "Whole");

        Assert.True(pressed.Messages.Single().IsPrivate);
        Assert.Equal("Leads on", open!.Title());
    }

    [Theory]
    [InlineData("de")]
    [InlineData("pt-BR")]
    public async Task Who_asks_is_known_with_server_and_language(string locale)
    {
        var askers = new List<Asker>();
        await using var bot = await Seen.BotWithAsync(
            "who",
            request =>
            {
                askers.Add(request.Asker);
                return Task.FromResult(new Reply { Title = "You", Buttons = [new ReplyButton("Again", "/who")] });
            }
        );

        var message = await bot
            .Discord.Inject.Slash("who", from: new AskedFrom { Locale = locale })
            .WaitForMessageAsync();
        await bot
            .Discord.Inject.Button(message!, message!.Button("Again"), new AskedFrom { Locale = locale })
            .WaitForMessageAsync();
        await bot
            .Discord.Inject.Slash("who", from: new AskedFrom { Channel = bot.Discord.World.DirectMessages })
            .WaitForMessageAsync();

        var server = bot.Discord.World.Guilds[0].Id.ToString();
        Assert.Equal(
            [(server, locale), (server, locale), ("", "en-US")],
            askers.Select(asker => (asker.Server, asker.Locale))
        );
    }

    private Task<BotOnDiscord> SlowAsync() =>
        Seen.BotWithAsync(
            "slow",
            request =>
            {
                tell = request.Progress;
                return whole.Task;
            }
        );

    private static Task ShownAsync(BotOnDiscord bot, InjectedInteraction asked, string title) =>
        bot.UntilAsync(() => asked.Messages.Any(message => message.Title() == title), title);

    // Of every change of a message that was sent, oldest first.
    private static IReadOnlyList<string?> Titles(BotOnDiscord bot) =>
        [.. bot.Discord.Requests.To(Edits).Select(edit => edit.Json!["embeds"]![0]!["title"]?.ToString())];
}
