using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Commands.Digests;

/// <summary>A manager sets up the daily post of a channel.</summary>
public sealed class DigestSetupTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_channel_where_it_is_asked_gets_a_digest_and_the_manager_reads_how_it_will_be()
    {
        var reply = await bot.AskAsync("/digest setup time:9:30 zone:Europe/Berlin topics:diffusion, agents papers:7");

        Assert.True(reply.Ok && reply.Private);
        Assert.Equal("#papers gets its papers from now on", reply.Title);
        Assert.Equal("Monday to Friday at 09:30 (Europe/Berlin)", Field(reply, "When"));
        Assert.StartsWith("The 7 best papers of the day before", Field(reply, "What"), StringComparison.Ordinal);
        Assert.Equal("Only papers about “diffusion” or “agents”", Field(reply, "Which papers"));
        Assert.Equal(
            """
            Thursday 26 November 2026, 09:30 (2026-11-26 08:30 UTC), in 23 hours
            Friday 27 November 2026, 09:30 (2026-11-27 08:30 UTC), in 47 hours
            Monday 30 November 2026, 09:30 (2026-11-30 08:30 UTC), in 5 days
            """.ReplaceLineEndings("\n"),
            Field(reply, "Next posts")
        );
        Assert.Contains(new ReplyButton("Preview", $"/digest preview channel:{BotWithDigests.Papers}"), reply.Buttons);
        var digest = Assert.Single(bot.Store.All());
        Assert.Equal(("discord", "1", BotWithDigests.Papers), (digest.Platform, digest.Server, digest.Channel));
        Assert.Equal(["diffusion", "agents"], digest.Settings.Topics);
    }

    [Fact]
    public async Task Every_option_is_kept_as_it_was_named()
    {
        await bot.AskAsync(
            $"/digest setup channel:<#{BotWithDigests.Random}> time:14h zone:tokyo papers:20 topics:agents authors:\"Ada Lovelace, Alan Turing\" votes:10 code:yes sources:huggingface mode:early language:German quiet:no days:\"mon, wed\" every:day thread:yes recap:yes"
        );

        var kept = Assert.Single(bot.Store.All());
        Assert.Equal(BotWithDigests.Random, kept.Channel);
        Assert.Equivalent(
            new DigestSettings
            {
                Time = new TimeOnly(14, 0),
                Zone = "Asia/Tokyo",
                Papers = 20,
                Topics = ["agents"],
                Authors = ["Ada Lovelace", "Alan Turing"],
                LeastVotes = 10,
                HasCode = true,
                Sources = ["huggingface"],
                Mode = DigestMode.Early,
                Language = "German",
                IsQuiet = false,
                Days = DigestDays.Monday | DigestDays.Wednesday,
                HasThread = true,
                HasRecap = true,
            },
            kept.Settings,
            strict: true
        );
    }

    [Fact]
    public async Task Setting_it_up_again_changes_only_what_is_named()
    {
        await bot.AskAsync(
            "/digest setup time:9 zone:Europe/Berlin topics:agents authors:\"Ada Lovelace\" votes:3 code:yes sources:arxiv mode:early language:French quiet:no days:weekends every:week thread:yes recap:yes papers:9"
        );
        var before = bot.Store.All()[0].Settings;

        var reply = await bot.AskAsync("/digest setup time:18:15");

        var after = bot.Store.All()[0].Settings;
        Assert.Equivalent(before with { Time = new TimeOnly(18, 15) }, after, strict: true);
        Assert.StartsWith("Changed: time.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_and_all_and_no_take_a_choice_back()
    {
        await bot.AskAsync("/digest setup topics:agents authors:\"Ada Lovelace\" votes:3 code:yes sources:arxiv");

        var reply = await bot.AskAsync("/digest setup topics:any authors:any votes:0 code:no sources:all");

        Assert.Equal("Any paper of the lists", Field(reply, "Which papers"));
        Assert.Equivalent(new DigestSettings(), bot.Store.All()[0].Settings, strict: true);
    }

    [Fact]
    public async Task Naming_nothing_for_a_channel_that_has_one_changes_nothing()
    {
        await bot.AskAsync("/digest setup time:7 zone:Asia/Tokyo");
        var before = bot.Store.All()[0].Settings.ToJson();

        var reply = await bot.AskAsync("/digest setup");

        Assert.StartsWith("Nothing was changed", reply.Text, StringComparison.Ordinal);
        Assert.Equal(before, bot.Store.All()[0].Settings.ToJson());
    }

    [Fact]
    public async Task What_PaperBot_lacks_in_the_channel_is_named_and_nothing_is_kept()
    {
        bot.Channels.Add(BotWithDigests.Papers, "1", "papers", DigestPlace.Channel, "Send Messages", "Embed Links");

        var reply = await bot.AskAsync("/digest setup time:9 zone:Europe/Berlin thread:yes");

        Assert.False(reply.Ok);
        Assert.True(reply.Private);
        Assert.StartsWith(
            "PaperBot lacks Send Messages and Embed Links in #papers. Open that channel's settings, Permissions, add PaperBot",
            reply.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(bot.Store.All());
        Assert.True(bot.Channels.LookedFor[0].HasThread); // so that the thread's permission is looked for too
    }

    [Fact]
    public async Task Once_it_is_allowed_the_button_under_the_refusal_does_what_was_asked()
    {
        bot.Channels.Add(BotWithDigests.Papers, "1", "papers", DigestPlace.Channel, "Send Messages");
        var refused = await bot.AskAsync(
            "/digest setup time:9:30 zone:Europe/Berlin topics:\"agents, diffusion models\""
        );
        bot.Channels.Add(BotWithDigests.Papers, "1", "papers");

        var reply = await bot.AskAsync(Assert.Single(refused.Buttons).Command);

        Assert.True(reply.Ok);
        Assert.Equal(["agents", "diffusion models"], bot.Store.All()[0].Settings.Topics);
    }

    [Fact]
    public async Task A_change_that_PaperBot_may_not_carry_out_leaves_the_digest_as_it_was()
    {
        await bot.AskAsync("/digest setup time:9 zone:Europe/Berlin");
        bot.Channels.Add(BotWithDigests.Papers, "1", "papers", DigestPlace.Channel, "Create Public Threads");

        await bot.AskAsync("/digest setup thread:yes");

        Assert.False(bot.Store.All()[0].Settings.HasThread);
    }

    [Fact]
    public async Task A_channel_of_a_kind_that_nothing_is_posted_in_is_refused_with_those_that_can_be_taken()
    {
        bot.Channels.Add("333333333333333333", "1", "voice", place: null);

        var reply = await bot.AskAsync("/digest setup channel:333333333333333333");

        Assert.False(reply.Ok);
        Assert.Contains("forum or an announcement channel", reply.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Store.All());
    }

    [Theory]
    [InlineData(DigestPlace.Forum, "A post for each paper")]
    [InlineData(DigestPlace.Announcement, "One message, published to the servers that follow the channel")]
    public async Task A_forum_and_an_announcement_channel_are_told_from_others(DigestPlace place, string how)
    {
        bot.Channels.Add(BotWithDigests.Papers, "1", "papers", place);

        var reply = await bot.AskAsync("/digest setup");

        Assert.StartsWith(how, Field(reply, "How"), StringComparison.Ordinal);
        Assert.Equal(place, bot.Store.All()[0].Settings.Place);
    }

    [Fact]
    public async Task When_the_platform_cannot_be_reached_its_sentence_is_shown_and_nothing_is_kept()
    {
        bot.Channels.Trouble = new SkillException("Discord did not answer. Try again in a minute.");

        var reply = await bot.AskAsync("/digest setup time:9");

        Assert.Equal("Discord did not answer. Try again in a minute.", reply.Text);
        Assert.Empty(bot.Store.All());
    }

    [Fact]
    public async Task A_second_digest_of_a_server_starts_on_the_clock_of_the_first()
    {
        await bot.AskAsync("/digest setup time:9 zone:Asia/Kolkata");

        var reply = await bot.AskAsync($"/digest setup channel:{BotWithDigests.Random}");

        Assert.Equal("Asia/Kolkata", bot.Store.All()[1].Settings.Zone);
        Assert.Contains(reply.Notes, note => note.Contains("clock of Asia/Kolkata", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_zone_it_is_UTC_and_the_answer_says_so()
    {
        var reply = await bot.AskAsync("/digest setup time:9");

        Assert.Contains(reply.Notes, note => note.StartsWith("No time zone was named", StringComparison.Ordinal));
        Assert.Equal("UTC", bot.Store.All()[0].Settings.Zone);
    }

    [Fact]
    public async Task A_zone_that_may_be_several_is_asked_for_and_picking_one_does_the_rest()
    {
        var asked = await bot.AskAsync("/digest setup time:9:30 zone:UTC+5:30 topics:agents");
        Assert.False(asked.Ok);
        Assert.Empty(bot.Store.All());
        Assert.StartsWith("Asia/Kolkata (UTC+5:30", asked.Choices[0].Label, StringComparison.Ordinal);

        await bot.AskAsync(asked.Choices[0].Command);

        var settings = bot.Store.All()[0].Settings;
        Assert.Equal(("Asia/Kolkata", new TimeOnly(9, 30)), (settings.Zone, settings.Time));
        Assert.Equal(["agents"], settings.Topics);
    }

    [Theory]
    [InlineData("/digest setup time:25", "no time of day")]
    [InlineData("/digest setup days:funday", "no day of the week")]
    [InlineData("/digest setup zone:Qwertzuiop", "No time zone is called 'Qwertzuiop'")]
    [InlineData("/digest setup papers:0", "from 1 to 20")]
    [InlineData("/digest setup papers:21", "from 1 to 20")]
    [InlineData("/digest setup votes:-1", "from 0 to")]
    [InlineData("/digest setup quiet:perhaps", "yes, no")]
    [InlineData("/digest setup sources:reddit", "all, huggingface, arxiv")]
    [InlineData("/digest setup mode:late", "settled, early")]
    [InlineData("/digest setup topics:,", "nothing between the commas")]
    [InlineData("/digest setup channel:papers", "pick one from Discord's list")]
    public async Task What_cannot_be_meant_is_refused_to_the_manager_alone(string line, string why)
    {
        var reply = await bot.AskAsync(line);

        Assert.False(reply.Ok);
        Assert.True(reply.Private);
        Assert.Contains(why, reply.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Store.All());
    }

    [Fact]
    public async Task Votes_that_no_paper_can_have_are_warned_of()
    {
        var reply = await bot.AskAsync("/digest setup sources:arxiv votes:5");

        Assert.Contains(reply.Notes, note => note.StartsWith("arXiv counts no votes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_was_paused_goes_on_and_says_so()
    {
        await bot.AskAsync("/digest setup time:9");
        await bot.AskAsync("/digest pause");

        var reply = await bot.AskAsync("/digest setup papers:3");

        Assert.EndsWith("It was paused, and goes on now.", reply.Text, StringComparison.Ordinal);
        Assert.True(bot.Store.All()[0].IsActive);
    }

    [Theory]
    [InlineData("de", "German")]
    [InlineData("pt-BR", "English")] // which digests do not speak
    public async Task My_language_is_the_one_that_the_manager_has_set(string locale, string language)
    {
        await bot.AskAsync("/digest setup language:mine", BotWithDigests.Manager with { Locale = locale });

        Assert.Equal(language, bot.Store.All()[0].Settings.Language);
    }

    [Fact]
    public async Task A_language_that_digests_do_not_speak_is_refused_with_those_that_they_do()
    {
        var reply = await bot.AskAsync("/digest setup language:Polish");

        Assert.False(reply.Ok);
        Assert.Contains("mine, English, German", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_the_operator_is_told_how_to_set_one()
    {
        bot.Channels.IsOn = false;

        var reply = await bot.AskAsync($"/digest setup channel:{BotWithDigests.Papers}", BotWithDigests.Operator);

        Assert.Contains("PAPERBOT__Discord__Token", reply.Text, StringComparison.Ordinal);
    }

    private static string Field(Reply reply, string name) => reply.Fields.Single(field => field.Name == name).Text;
}
