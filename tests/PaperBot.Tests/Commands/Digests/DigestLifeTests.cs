using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Commands.Digests;

/// <summary>A digest that is there: looked at, paused, resumed, removed.</summary>
public sealed class DigestLifeTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Without_any_the_next_step_is_told()
    {
        foreach (var word in new[] { "show", "preview", "status", "pause", "resume", "remove" })
        {
            var reply = await bot.AskAsync($"/digest {word}");

            Assert.False(reply.Ok);
            Assert.Contains("/digest setup", reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pausing_and_resuming_keep_the_settings()
    {
        await bot.AskAsync("/digest setup time:9 zone:Europe/Berlin topics:agents");
        var settings = bot.Store.All()[0].Settings.ToJson();

        var paused = await bot.AskAsync("/digest pause");
        Assert.NotNull(bot.Store.All()[0].PausedAt);
        var shown = await bot.ReadAsync("/digest show");
        var again = await bot.AskAsync("/digest pause");
        var resumed = await bot.AskAsync("/digest resume");

        Assert.Equal("The digest of #papers is paused", paused.Title);
        Assert.Contains(
            "It is paused, since Wednesday 25 November 2026, 11:00 (Europe/Berlin)",
            shown,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Next post", shown, StringComparison.Ordinal);
        Assert.Equal("It was paused before.", again.Text);
        Assert.StartsWith("Thursday 26 November 2026, 09:00", resumed.Fields.Single().Text, StringComparison.Ordinal);
        Assert.True(bot.Store.All()[0].IsActive);
        Assert.Equal(settings, bot.Store.All()[0].Settings.ToJson());
    }

    [Fact]
    public async Task Removing_asks_first_and_its_button_removes()
    {
        await bot.AskAsync("/digest setup time:9");

        var asked = await bot.AskAsync("/digest remove");
        Assert.Single(bot.Store.All());
        Assert.Equal("Remove the digest of #papers?", asked.Title);
        var removed = await bot.AskAsync(asked.Buttons.Single(button => button.Label == "Remove it").Command);

        Assert.True(removed.Ok);
        Assert.Empty(bot.Store.All());
    }

    [Fact]
    public async Task One_that_has_ended_says_why_and_what_to_do_and_is_not_resumed_blindly()
    {
        await bot.AskAsync("/digest setup time:9 zone:UTC");
        bot.Store.End(bot.Store.All()[0].Id, "PaperBot may not post in #papers any more.");

        var shown = await bot.AskAsync("/digest show");
        var status = await bot.AskAsync("/digest status");
        var resumed = await bot.AskAsync("/digest resume");
        var paused = await bot.AskAsync("/digest pause");

        foreach (var text in new[] { shown.Text, status.Text, resumed.Text, paused.Text })
        {
            Assert.Contains("PaperBot may not post in #papers any more.", text, StringComparison.Ordinal);
            Assert.Contains($"/digest setup channel:{BotWithDigests.Papers}", text, StringComparison.Ordinal);
        }
        Assert.NotNull(bot.Store.All()[0].EndedAt);
        var mended = await bot.AskAsync("/digest setup");
        Assert.EndsWith("It had ended, and goes on now.", mended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_the_only_digest_of_the_server_is_meant_and_of_several_none_is_guessed()
    {
        var elsewhere = BotWithDigests.Manager with { Channel = "444444444444444444" };
        await bot.AskAsync("/digest setup time:9");

        var only = await bot.AskAsync("/digest pause", elsewhere);
        await bot.AskAsync($"/digest setup channel:{BotWithDigests.Random}");
        var several = await bot.AskAsync("/digest remove confirm:yes", elsewhere);

        Assert.Equal("The digest of #papers is paused", only.Title);
        Assert.False(several.Ok);
        Assert.Contains("2 others have", several.Text, StringComparison.Ordinal);
        Assert.Equal(2, bot.Store.All().Count);
    }

    [Fact]
    public async Task Several_are_listed_with_a_menu_that_shows_one_in_full()
    {
        await bot.AskAsync("/digest setup time:9 topics:agents");
        await bot.AskAsync($"/digest setup channel:{BotWithDigests.Random} every:week days:fri zone:UTC");

        var all = await bot.AskAsync("/digest show");
        var one = await bot.AskAsync(all.Choices[1].Command);

        Assert.Equal(["#papers", "#random"], all.Fields.Select(field => field.Name));
        Assert.Equal("The digest of #random", one.Title);
        Assert.Equal("Once a week, Friday at 09:00 (UTC)", one.Fields[0].Text);
    }

    [Fact]
    public async Task Where_the_platform_does_not_answer_the_channel_is_called_by_its_id()
    {
        await bot.AskAsync("/digest setup time:9");
        bot.Channels.Trouble = new Skills.SkillException("Discord did not answer.");

        var reply = await bot.AskAsync("/digest pause");

        Assert.Equal($"The digest of channel {BotWithDigests.Papers} is paused", reply.Title);
    }

    [Fact]
    public async Task A_preview_is_the_post_itself_for_the_manager_alone_with_the_next_five_times()
    {
        await bot.AskAsync("/digest setup time:9 zone:Europe/Berlin");
        bot.Preview = new DigestContent(
            new DateOnly(2026, 11, 25),
            [
                new DigestPick(
                    1,
                    "2401.01234",
                    "Sparse Widgets",
                    new Uri("https://arxiv.org/abs/2401.01234"),
                    "They cut memory.",
                    null,
                    "42 votes",
                    "topic: widgets",
                    false
                ),
            ],
            null
        );
        bot.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 25, 12, 0, 0, TimeSpan.Zero));

        var reply = await bot.AskAsync("/digest preview");

        var post = PaperBot.Digests.DigestReply.From(bot.Preview, bot.Store.All()[0].Settings);
        Assert.Equal((post.Title, post.Text), (reply.Title, reply.Text));
        Assert.Equivalent(post.Items, reply.Items, strict: true);
        Assert.True(reply.Private);
        Assert.Equal(
            [
                "Friday 26 March 2027, 09:00 (2027-03-26 08:00 UTC), in 20 hours",
                "Monday 29 March 2027, 09:00 (2027-03-29 07:00 UTC), in 4 days",
                "Tuesday 30 March 2027, 09:00 (2027-03-30 07:00 UTC), in 5 days",
                "Wednesday 31 March 2027, 09:00 (2027-03-31 07:00 UTC), in 6 days",
                "Thursday 1 April 2027, 09:00 (2027-04-01 07:00 UTC), in 7 days",
            ],
            reply.Fields[^1].Text.Split('\n')
        );
        Assert.Contains(
            "On Sunday 28 March 2027 the clock of Europe/Berlin is put forward by 1 hour, between these times: the digest stays at 09:00 there, and so moves from 08:00 to 07:00 UTC.",
            reply.Notes
        );
    }

    [Fact]
    public async Task A_preview_of_a_paused_one_says_that_it_is_paused()
    {
        await bot.AskAsync("/digest setup time:9");
        await bot.AskAsync("/digest pause");

        var reply = await bot.AskAsync("/digest preview");

        Assert.Contains(reply.Notes, note => note.StartsWith("It is paused", StringComparison.Ordinal));
        Assert.Equal("The next posts would come", reply.Fields[^1].Name);
    }
}
