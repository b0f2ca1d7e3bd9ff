using PaperBot.Chat;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Buttons whose answer takes the place of the message that they are on, such as "Report a mistake".</summary>
public sealed class ReplacedAnswerTests
{
    private const int Message = 4;
    private const int ChangeLater = 6;
    private const int Change = 7;

    private static readonly Reply First = new()
    {
        Title = "First",
        Buttons = [new ReplyButton("Mend", "/mend") { Replaces = true }],
    };

    [Fact]
    public async Task Whoever_presses_changes_it_for_everybody()
    {
        await using var bot = await BotAsync(Task.FromResult(new Reply { Title = "Mended" }));
        var open = await bot.Discord.Inject.Slash("mend").WaitForMessageAsync();

        var stranger = bot.Discord.Inject.Button(open!, open!.Button("Mend"), NewUser(bot));
        await stranger.WaitForAnswerAsync();

        Assert.Equal(Change, stranger.Acknowledgement!.Type);
        Assert.Equal(("Mended", false), (open!.Title(), open!.IsPrivate));
        Assert.Empty(open.Components()); // those of the first answer are gone
    }

    [Fact]
    public async Task What_takes_long_is_promised_and_then_changed()
    {
        var mended = new TaskCompletionSource<Reply>();
        await using var bot = await BotAsync(mended.Task);
        var open = await bot.Discord.Inject.Slash("mend").WaitForMessageAsync();

        var pressed = bot.Discord.Inject.Button(open!, open!.Button("Mend"), NewUser(bot));
        var promise = await pressed.WaitForAnswerAsync();
        var before = open!.Title();
        mended.SetResult(new Reply { Title = "Mended" });
        await bot.UntilAsync(() => open!.Title() == "Mended", "The change");

        Assert.Equal((ChangeLater, "First"), (promise!.Type, before));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_leaves_it_as_it_is_and_tells_who_pressed(bool slowly) =>
        await LeavesAsync(Reply.Problem("It is not so."), slowly, "It is not so.");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_for_one_alone_is_not_put_before_everybody(bool slowly) =>
        await LeavesAsync(new Reply { Text = "For you", Private = true }, slowly, "For you");

    [Fact]
    public async Task On_a_private_answer_it_stays_private()
    {
        var calls = 0;
        await using var bot = await Seen.BotWithAsync(
            "mend",
            _ =>
                Task.FromResult(
                    Interlocked.Increment(ref calls) == 1
                        ? First with
                        {
                            Private = true,
                        }
                        : new Reply { Title = "Mended", Private = true }
                )
        );
        var own = await bot.Discord.Inject.Slash("mend").WaitForMessageAsync();

        await bot.Discord.Inject.Button(own!, own!.Button("Mend")).WaitForAnswerAsync();

        Assert.Equal(("Mended", true), (own!.Title(), own!.IsPrivate));
    }

    [Fact]
    public async Task It_works_after_a_restart()
    {
        await using var bot = await BotAsync(Task.FromResult(new Reply { Title = "Mended" }));
        var open = await bot.Discord.Inject.Slash("mend").WaitForMessageAsync();

        await bot.RestartAsync();
        await bot.Discord.Inject.Button(open!, open!.Button("Mend")).WaitForAnswerAsync();

        Assert.Equal("Mended", open!.Title());
    }

    private static async Task LeavesAsync(Reply reply, bool slowly, string told)
    {
        var mended = new TaskCompletionSource<Reply>();
        await using var bot = await BotAsync(mended.Task);
        var open = await bot.Discord.Inject.Slash("mend").WaitForMessageAsync();
        if (!slowly)
        {
            mended.SetResult(reply);
        }

        var pressed = bot.Discord.Inject.Button(open!, open!.Button("Mend"), NewUser(bot));
        var first = await pressed.WaitForAnswerAsync();
        mended.TrySetResult(reply);
        await bot.UntilAsync(() => pressed.Messages.Any(one => one.IsPrivate), "The word to who pressed");

        Assert.Equal(slowly ? ChangeLater : Message, first!.Type);
        Assert.Equal("First", open!.Title());
        Assert.Equal(told, pressed.Messages.Single(one => one.IsPrivate).Embed()["description"]!.ToString());
    }

    private static AskedFrom NewUser(BotOnDiscord bot) => new() { User = bot.Discord.World.NewUser("Jo") };

    private static Task<BotOnDiscord> BotAsync(Task<Reply> mended)
    {
        var calls = 0;
        return Seen.BotWithAsync("mend", _ => Interlocked.Increment(ref calls) == 1 ? Task.FromResult(First) : mended);
    }
}
