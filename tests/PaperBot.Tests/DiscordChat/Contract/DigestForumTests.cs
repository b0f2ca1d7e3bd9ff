using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.DiscordSimulator;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Versions;
using static PaperBot.Tests.DiscordChat.DigestOnDiscord;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The digest of a forum: a post for each paper, with the forum's own tags.</summary>
public sealed class DigestForumTests
{
    [Fact]
    public async Task Each_paper_is_a_post_with_the_tags_that_fit()
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);

        var id = await bot.SendAsync(Post(forum, 1, Content(Pick(1) with { Tags = ["cs.CV"] }, Pick(2))));

        var post = Assert.Single(bot.Discord.Threads(forum));
        Assert.Equal((id, "Paper *1*"), ($"{post.Id}", post.Name));
        Assert.Equal([2UL], post.Thread!.Tags);
        var first = Assert.Single(post.Messages);
        Assert.Equal(post.Id, first.Id);
        Assert.Equal(
            ["Summarize", "Compare", "Save", "More"],
            first.Components().Select(part => part["label"]!.ToString())
        );
    }

    [Fact]
    public async Task Where_a_tag_is_needed_a_post_has_one_and_where_none_can_be_given_the_channel_is_lost()
    {
        await using var bot = await StartAsync();
        var (forum, closed) = (Forum(bot), Forum(bot));
        forum.RequiresTag = closed.RequiresTag = true;
        closed.Tags = [new ForumTag(7, "official", IsModerated: true)];

        await bot.SendAsync(Post(forum, 1));
        var lost = await Assert.ThrowsAsync<ChannelLostException>(() => bot.SendAsync(Post(closed, 1)));

        Assert.Equal([3UL], bot.Discord.Threads(forum)[0].Thread!.Tags);
        Assert.Contains("needs a tag", lost.Message, StringComparison.Ordinal);
        Assert.Empty(bot.Discord.Threads(closed));
    }

    [Fact]
    public async Task Tags_that_were_changed_meanwhile_are_read_again()
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        await bot.SendAsync(Post(forum, 1, Content(Pick(1) with { Tags = ["vision"] })));
        forum.Tags = [new ForumTag(9, "vision")];

        await bot.SendAsync(Post(forum, 2, Content(Pick(1), Pick(2) with { Tags = ["vision"] })));

        Assert.Equal([9UL], bot.Discord.Threads(forum)[1].Thread!.Tags);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_post_whose_answer_is_lost_is_not_made_again_but_found(bool archived)
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        var errand = Post(forum, 2);
        await bot.SendAsync(Post(forum, 1));
        Assert.Null(await bot.FindAsync(errand));
        bot.Discord.Faults.Reset(ForumRoute, after: true);

        var doubt = await Assert.ThrowsAnyAsync<SkillException>(() => bot.SendAsync(errand));
        var made = bot.Discord.Threads(forum)[1];
        if (archived)
        {
            bot.Discord.Archive(made);
        }

        Assert.IsNotType<NotDeliveredException>(doubt);
        Assert.Equal($"{made.Id}", await bot.FindAsync(errand));
        Assert.Equal(2, bot.Discord.Threads(forum).Count);
    }

    [Fact]
    public async Task A_post_that_was_certainly_refused_is_not_in_doubt()
    {
        await using var bot = await StartAsync();
        bot.Discord.Faults.Fail(ForumRoute, 400);

        await Assert.ThrowsAsync<NotDeliveredException>(() => bot.SendAsync(Post(Forum(bot), 1)));
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_cut_and_told_from_others_by_its_id()
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        var title = new string('a', 150);
        var content = Content(Pick(1, title), Pick(2, title));

        await bot.SendAsync(Post(forum, 1, content));
        await bot.SendAsync(Post(forum, 2, content));

        Assert.All(bot.Discord.Threads(forum), post => Assert.Equal(100, post.Name.Length));
        Assert.EndsWith("… (2401.00002)", bot.Discord.Threads(forum)[1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_papers_is_one_post_that_says_why()
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        var errand = Post(forum, 0, Content() with { Notice = "A holiday." });

        var id = await bot.SendAsync(errand);

        Assert.Equal("Paper digest, Tuesday 24 November 2026", Assert.Single(bot.Discord.Threads(forum)).Name);
        Assert.Equal(id, await bot.FindAsync(errand));
        Assert.Equal("A holiday.", DigestMessageTests.Description(bot.Discord.Threads(forum)[0].Messages[0]));
    }

    [Fact]
    public async Task What_comes_late_is_a_post_too_and_makes_no_sound()
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        var reader = new DigestReader($"{bot.Discord.World.Tester.Id}", "Mina", true);
        var content = Content(Pick(1)) with { Late = [Pick(2) with { Readers = [reader] }] };
        var errand = Errand(
            forum,
            DigestPartKind.ForumPost,
            content,
            new DigestSettings { IsQuiet = false },
            part: "2",
            number: 1
        );

        await bot.SendAsync(errand);

        var first = bot.Discord.Threads(forum)[0].Messages[0];
        Assert.Equal(1 << 12, first.Flags);
        Assert.Empty(first.Json["mentions"]!.AsArray());
    }

    [Fact]
    public async Task A_new_version_is_told_under_the_post_and_found_there()
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        var post = await bot.SendAsync(Post(forum, 1));
        var errand = Version(forum, post!);
        Assert.Null(await bot.FindAsync(errand));

        var told = await bot.SendAsync(errand);

        var messages = bot.Discord.Threads(forum)[0].Messages;
        Assert.Equal(
            ("Version 2: Paper *1*", told),
            (messages[1].Title()!.Replace("\\", "", StringComparison.Ordinal), $"{messages[1].Id}")
        );
        Assert.Equal(told, await bot.FindAsync(errand));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_post_is_locked_or_gone_the_version_is_done_without(bool locked)
    {
        await using var bot = await StartAsync();
        var forum = Forum(bot);
        var post = await bot.SendAsync(Post(forum, 1));
        if (locked)
        {
            bot.Discord.Archive(bot.Discord.Threads(forum)[0], locked: true);
        }
        else
        {
            bot.Discord.RemoveChannel(bot.Discord.Threads(forum)[0]);
        }

        var refused = await Assert.ThrowsAsync<PartRefusedException>(() => bot.SendAsync(Version(forum, post!)));

        Assert.Contains("closed or gone", refused.Message, StringComparison.Ordinal);
    }

    private static DigestErrand Version(Channel forum, string thread) =>
        Errand(
            forum,
            DigestPartKind.Version,
            part: new DigestVersionNotice(
                "2401.00001",
                "Paper *1*",
                1,
                2,
                [new DiffRun(DiffKind.Kept, "We train "), new DiffRun(DiffKind.Added, "it.")]
            )
            {
                Thread = thread,
            }.ToJson(),
            number: 3
        );

    private static Channel Forum(BotOnDiscord bot)
    {
        var forum = bot.Discord.AddChannel(bot.Server(), "posts", 15);
        forum.Tags =
        [
            new ForumTag(1, "official", IsModerated: true),
            new ForumTag(2, "Vision"),
            new ForumTag(3, "Other"),
        ];
        return forum;
    }
}
