using PaperBot.Digests;
using PaperBot.DiscordSimulator;
using PaperBot.Skills.Digests;
using static PaperBot.Tests.DiscordChat.DigestOnDiscord;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The digest of a channel: one message, its thread, its publication and what comes late.</summary>
public sealed class DigestMessageTests
{
    private const int Quiet = 1 << 12;

    [Fact]
    public async Task It_is_one_quiet_message_that_calls_only_those_who_asked_for_it()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        var mina = bot.Discord.World.Tester;
        var readers = new[] { new DigestReader($"{mina.Id}", "Mina", true), new DigestReader("12345", "Jo", false) };

        var id = await bot.SendAsync(Errand(channel, content: Content(Pick(1) with { Readers = readers }, Pick(2))));

        var post = Assert.Single(channel.Messages);
        Assert.Equal($"{post.Id}", id);
        Assert.Equal(Quiet, post.Flags & Quiet);
        Assert.Equal("Paper digest, Tuesday 24 November 2026", post.Title());
        Assert.Equal([$"{mina.Id}"], post.Json["mentions"]!.AsArray().Select(user => user!["id"]!.ToString()));
        Assert.Contains("Mina, Jo might care", Description(post), StringComparison.Ordinal);
        Assert.Equal(
            ["Compare", "Save", "More"],
            post.Components().Select(part => part["label"]?.ToString()).OfType<string>()
        );
        var body = bot.Discord.Requests.To(PostRoute).Single().Json!;
        Assert.True((bool)body["enforce_nonce"]!);
        Assert.InRange(body["nonce"]!.ToString().Length, 1, 25);
    }

    [Fact]
    public async Task A_channel_that_wants_it_is_notified()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;

        await bot.SendAsync(Errand(channel, settings: new DigestSettings { IsQuiet = false }));

        Assert.Equal(0, channel.Messages[0].Flags & Quiet);
    }

    [Fact]
    public async Task When_the_answer_is_lost_it_is_there_once_and_is_found_by_its_day()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        var today = Errand(channel);
        Assert.Null(await bot.FindAsync(today));
        bot.Discord.Faults.Reset(PostRoute, after: true);

        var id = await bot.SendAsync(today);

        Assert.Equal($"{Assert.Single(channel.Messages).Id}", id);
        Assert.Equal(id, await bot.FindAsync(today));
        Assert.Null(await bot.FindAsync(Errand(channel, content: Content(Pick(1)) with { Day = Day.AddDays(1) })));
    }

    [Fact]
    public async Task What_somebody_else_wrote_is_not_taken_for_it()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        bot.Discord.TypeMessage("Paper digest, Tuesday 24 November 2026", channel);

        Assert.Null(await bot.FindAsync(Errand(channel)));
    }

    [Fact]
    public async Task Each_channel_part_and_day_has_a_nonce_of_its_own()
    {
        await using var bot = await StartAsync();
        var (channel, other) = (bot.Server().General, bot.Discord.AddChannel(bot.Server(), "other"));

        await bot.SendAsync(Errand(channel));
        await bot.SendAsync(Errand(channel));
        await bot.SendAsync(Errand(channel, number: 1));
        await bot.SendAsync(Errand(other));
        await bot.SendAsync(Errand(channel, content: Content(Pick(1)) with { Day = Day.AddDays(1) }));

        Assert.Equal(
            4,
            bot.Discord.Requests.To(PostRoute).Select(request => request.Json!["nonce"]!.ToString()).Distinct().Count()
        );
        Assert.Equal(3, channel.Messages.Count);
        Assert.Single(other.Messages);
    }

    [Fact]
    public async Task What_comes_late_changes_the_same_message_and_calls_nobody_again()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        var reader = new DigestReader($"{bot.Discord.World.Tester.Id}", "Mina", true);
        var content = Content(Pick(1) with { Readers = [reader] });
        var id = await bot.SendAsync(Errand(channel, content: content));
        var late = Errand(
            channel,
            DigestPartKind.Late,
            content with
            {
                Late = [Pick(2), Pick(3)],
            },
            message: id,
            number: 1
        );

        var changed = await bot.SendAsync(late);
        await bot.SendAsync(late);

        Assert.Equal(id, changed);
        var post = Assert.Single(channel.Messages);
        Assert.StartsWith(
            "+2 late papers",
            Description(post).Replace("\\", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("It is about 3.", Description(post), StringComparison.Ordinal);
        Assert.Contains("<@", post.Content, StringComparison.Ordinal);
        var edits = bot.Discord.Requests.To("PATCH /channels/{channel}/messages/{message}");
        Assert.Equal(2, edits.Count);
        Assert.All(edits, edit => Assert.Equal("""{"parse":[]}""", edit.Json!["allowed_mentions"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_message_that_came_before_its_late_papers_were_known_is_sent_without_them()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;

        await bot.SendAsync(Errand(channel, content: Content(Pick(1)) with { Late = [Pick(2)] }));

        Assert.DoesNotContain("late", Description(channel.Messages[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_thread_is_named_after_it_and_there_is_one_however_often_it_is_tried()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        var id = await bot.SendAsync(Errand(channel));
        var thread = Errand(channel, DigestPartKind.Thread, message: id, number: 1);

        string?[] made = [await bot.SendAsync(thread), await bot.FindAsync(thread), await bot.SendAsync(thread)];

        Assert.Equal([id, null, id], made);
        var there = Assert.Single(bot.Discord.Threads(channel));
        Assert.Equal(("Paper digest, Tuesday 24 November 2026", $"{there.Id}"), (there.Name, id!));
    }

    [Fact]
    public async Task In_an_announcement_channel_it_is_published_once()
    {
        await using var bot = await StartAsync();
        var news = bot.Discord.AddChannel(bot.Server(), "news", 5);
        var id = await bot.SendAsync(Errand(news));
        var publish = Errand(news, DigestPartKind.Crosspost, message: id, number: 1);

        string?[] done = [await bot.SendAsync(publish), await bot.SendAsync(publish)];

        Assert.Equal([id, id], done);
        Assert.Equal(1, news.Crossposts);
    }

    [Theory]
    [InlineData("Late")]
    [InlineData("Thread")]
    [InlineData("Crosspost")]
    public async Task Where_people_deleted_the_message_nothing_is_added_to_it(string kind)
    {
        await using var bot = await StartAsync();
        var news = bot.Discord.AddChannel(bot.Server(), "news", 5);

        var done = await bot.SendAsync(Errand(news, Enum.Parse<DigestPartKind>(kind), message: "123456789012345678"));

        Assert.Null(done);
        Assert.Empty(news.Messages);
    }

    [Fact]
    public async Task A_thread_that_may_not_be_opened_is_done_without()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        var id = await bot.SendAsync(Errand(channel));
        channel.BotPermissions = Permissions.Usual & ~Permissions.CreatePublicThreads;

        var refused = await Assert.ThrowsAsync<PartRefusedException>(() =>
            bot.SendAsync(Errand(channel, DigestPartKind.Thread, message: id))
        );

        Assert.Contains("Create Public Threads", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_papers_are_compared_and_saved_by_choosing_one_of_them()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        await bot.SendAsync(Errand(channel));
        var post = channel.Messages[0];

        var asked = await bot.Discord.Inject.Button(post, post.Button("Compare")).WaitForMessageAsync();

        Assert.True(asked!.IsPrivate);
        var options = asked.Components().Single()["options"]!.AsArray();
        Assert.Equal(["Paper *1*", "Paper *2*"], options.Select(option => option!["label"]!.ToString()));
        var second = bot.Discord.Inject.Select(asked, "menu", [options[1]!["value"]!.ToString()]);
        await bot.UntilAsync(() => second.Modal is not null, "The form");
        Assert.Equal("1m0/compare a:2401.00002 b:", second.Modal!["custom_id"]!.ToString());
    }

    internal static string Description(SentMessage message) => message.Embed()["description"]!.ToString();
}
