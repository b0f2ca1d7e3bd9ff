using System.Collections.Concurrent;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.DiscordSimulator;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using static PaperBot.Tests.DiscordChat.DigestOnDiscord;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What a channel is to a digest, and what happens when it is lost.</summary>
public sealed class DigestChannelTests
{
    [Theory]
    [InlineData(0, "Channel", "Create Public Threads, Send Messages in Threads")]
    [InlineData(5, "Announcement", "Create Public Threads, Send Messages in Threads")]
    [InlineData(15, "Forum", "Send Messages in Posts")]
    public async Task Setup_learns_what_kind_it_is_and_what_is_missing_there(int type, string place, string threads)
    {
        await using var bot = await StartAsync();
        var channel = bot.Discord.AddChannel(bot.Server(), "papers", type);
        channel.Tags = type == 15 ? [new ForumTag(1, "Vision"), new ForumTag(2, "RL")] : [];
        var wanted = new DigestSettings { HasThread = true };

        var well = await LookAsync(bot, channel, wanted);
        channel.BotPermissions &= ~(
            Permissions.EmbedLinks | Permissions.CreatePublicThreads | Permissions.SendMessagesInThreads
        );
        var ill = await LookAsync(bot, channel, wanted);

        Assert.Equal(("papers", $"{bot.Server().Id}", place), (well.Name, well.Server, $"{well.Place}"));
        Assert.Empty(well.Missing);
        Assert.Equal(type == 15 ? ["Vision", "RL"] : [], well.Tags);
        Assert.Equal($"Embed Links, {threads}", string.Join(", ", ill.Missing));
    }

    [Fact]
    public async Task Threads_and_pictures_are_asked_for_only_where_they_are_wanted()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        channel.BotPermissions &= ~(Permissions.CreatePublicThreads | Permissions.AttachFiles);

        var plain = await LookAsync(bot, channel, new DigestSettings());
        var recap = await LookAsync(bot, channel, new DigestSettings { HasRecap = true });

        Assert.Empty(plain.Missing);
        Assert.Equal(["Attach Files"], recap.Missing);
    }

    [Fact]
    public async Task Where_nothing_can_be_posted_or_seen_setup_is_told_so()
    {
        await using var bot = await StartAsync();
        var voice = bot.Discord.AddChannel(bot.Server(), "talk", 2);
        var hidden = bot.Discord.AddChannel(bot.Server(), "hidden");
        hidden.BotPermissions = Permissions.None;

        Assert.Null((await LookAsync(bot, voice, new DigestSettings())).Place);
        Assert.Contains("View Channel", await RefusedAsync($"{hidden.Id}"), StringComparison.Ordinal);
        Assert.Contains("knows no such channel", await RefusedAsync("123456789012345678"), StringComparison.Ordinal);
        Assert.Contains("ids are numbers", await RefusedAsync("general"), StringComparison.Ordinal);

        async Task<string> RefusedAsync(string channel) =>
            (
                await Assert.ThrowsAnyAsync<SkillException>(() =>
                    bot.Platform().LookAsync(channel, new DigestSettings(), CancellationToken.None)
                )
            ).Message;
    }

    [Theory]
    [InlineData("deleted", "does not exist any more")]
    [InlineData("hidden", "View Channel")]
    [InlineData("mute", "lacks Send Messages")]
    [InlineData("bare", "lacks Embed Links")]
    [InlineData("kicked", "not in that server any more")]
    [InlineData("forum", "of another kind")]
    public async Task A_channel_that_is_lost_says_why_and_what_to_do(string how, string why)
    {
        var news = new Events();
        await using var bot = await StartAsync(news);
        var channel = bot.Discord.AddChannel(bot.Server(), "papers", how == "forum" ? 15 : 0);
        var errand = Errand(channel) with { Message = null };
        errand = errand with { Digest = errand.Digest with { Settings = new DigestSettings() } };
        switch (how)
        {
            case "deleted":
                bot.Discord.RemoveChannel(channel);
                break;
            case "kicked":
                channel.BotPermissions = Permissions.None; // and PaperBot was not connected when it happened
                bot.Discord.Faults.Add(
                    new RestFault("GET /guilds/{guild}")
                    {
                        Status = 404,
                        Body = """{"message":"Unknown Guild","code":10004}""",
                    }
                );
                break;
            case "hidden":
                channel.BotPermissions = Permissions.None;
                break;
            case "mute":
                channel.BotPermissions &= ~Permissions.SendMessages;
                break;
            case "bare":
                channel.BotPermissions &= ~Permissions.EmbedLinks;
                break;
        }

        var lost = await Assert.ThrowsAsync<ChannelLostException>(() => bot.SendAsync(errand));

        Assert.Contains(why, lost.Message, StringComparison.Ordinal);
        Assert.Contains("/digest setup", lost.Message, StringComparison.Ordinal);
        Assert.Equal(
            how == "kicked" ? [$"left {errand.Digest.Server}"] : [],
            news.Heard.Where(line => line.StartsWith("left", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_lost_channel_is_lost_when_it_is_looked_through_too()
    {
        await using var bot = await StartAsync();
        var channel = bot.Discord.AddChannel(bot.Server(), "papers");
        bot.Discord.RemoveChannel(channel);

        await Assert.ThrowsAsync<ChannelLostException>(() => bot.FindAsync(Errand(channel)));
    }

    [Fact]
    public async Task A_channel_whose_history_is_closed_is_no_proof_that_nothing_came()
    {
        await using var bot = await StartAsync();
        var channel = bot.Server().General;
        channel.BotPermissions &= ~Permissions.ReadMessageHistory;

        var doubt = await Assert.ThrowsAnyAsync<SkillException>(() => bot.FindAsync(Errand(channel)));

        Assert.Contains("Read Message History", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_managers_the_operator_and_a_reader_are_told_where_they_read()
    {
        await using var bot = await StartAsync();
        var admins = bot.Discord.AddChannel(bot.Server(), "moderators");
        bot.Discord.SetAdminChannel(bot.Server(), admins);
        var digest = Errand(bot.Server().General).Digest;

        await bot.Platform().TellManagersAsync(digest, "It was deleted.", CancellationToken.None);
        await bot.Platform().TellOperatorAsync("The source is broken.", CancellationToken.None);
        var note = new Reply { Title = "New on diffusion", Text = "A note." };
        await bot.Platform().NoteAsync($"{bot.Discord.World.Tester.Id}", note, CancellationToken.None);
        await bot.Platform().NoteAsync($"{bot.Discord.World.Tester.Id}", note, CancellationToken.None);

        Assert.Contains(
            "does not come any more",
            DigestMessageTests.Description(Assert.Single(admins.Messages)),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["The source is broken.", "A note."],
            bot.Discord.World.DirectMessages.Messages.Select(DigestMessageTests.Description)
        );
    }

    [Fact]
    public async Task A_person_who_takes_no_messages_is_no_doubt()
    {
        await using var bot = await StartAsync();
        bot.Discord.Faults.Add(
            new RestFault(PostRoute)
            {
                Status = 403,
                Body = """{"message":"Cannot send messages to this user","code":50007}""",
            }
        );

        var refused = await Assert.ThrowsAsync<NotDeliveredException>(() =>
            bot.Platform().NoteAsync($"{bot.Discord.World.Tester.Id}", new Reply { Text = "x" }, CancellationToken.None)
        );

        Assert.Contains("takes no private messages", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_servers_and_channels_is_heard()
    {
        var news = new Events();
        await using var bot = await StartAsync(news);
        var first = bot.Server();
        await bot.UntilAsync(() => news.Heard.Contains($"there {first.Id}"), "The server that is there");
        var second = bot.Discord.AddGuild("second");
        await bot.UntilAsync(() => news.Heard.Contains($"there {second.Id}"), "The second server");
        var channel = bot.Discord.AddChannel(second, "papers");

        bot.Discord.RemoveChannel(channel);
        bot.Discord.GuildOutage(first);
        bot.Discord.RemoveGuild(second);
        bot.Discord.RestoreGuild(second);

        await bot.UntilAsync(
            () => news.Heard.SkipWhile(line => line != $"left {second.Id}").Contains($"there {second.Id}"),
            "The server that came back"
        );
        var ofSecond = news.Heard.Where(line => line.Contains($"{second.Id}", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [$"there {second.Id}", $"gone {second.Id} {channel.Id}", $"left {second.Id}", $"there {second.Id}"],
            ofSecond.Where((line, i) => i == 0 || line != ofSecond[i - 1]) // which may be said twice
        );
        Assert.DoesNotContain($"left {first.Id}", news.Heard);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_keep_the_bot_from_hearing()
    {
        await using var bot = await StartAsync(new Events { Fails = true });

        var answer = await bot.Discord.Inject.Slash("help").WaitForMessageAsync();

        Assert.NotNull(answer);
        Assert.Contains(bot.Log, line => line.Contains("could not be noted", StringComparison.Ordinal));
    }

    private static Task<ChannelLook> LookAsync(BotOnDiscord bot, Channel channel, DigestSettings wanted) =>
        bot.Platform().LookAsync($"{channel.Id}", wanted, CancellationToken.None);

    private sealed class Events : IDigestEvents
    {
        public ConcurrentQueue<string> Heard { get; } = [];

        public bool Fails { get; init; }

        public void ServerIsThere(string platform, string server) => Note($"there {server}");

        public void ServerLeft(string platform, string server) => Note($"left {server}");

        public void ChannelGone(string platform, string server, string channel) => Note($"gone {server} {channel}");

        private void Note(string line)
        {
            Heard.Enqueue(line);
            if (Fails)
            {
                throw new InvalidOperationException("The disk is full.");
            }
        }
    }
}
