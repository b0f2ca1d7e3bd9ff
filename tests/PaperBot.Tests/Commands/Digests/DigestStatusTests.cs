using PaperBot.Chat;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;

namespace PaperBot.Tests.Commands.Digests;

/// <summary>Does it work? What came last, what comes next, and what is wrong.</summary>
public sealed class DigestStatusTests : IDisposable
{
    private readonly BotWithDigests bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Before_the_first_post_there_is_only_the_next()
    {
        await bot.AskAsync("/digest setup time:9 zone:Europe/Berlin");

        var reply = await bot.AskAsync("/digest status");

        Assert.True(reply.Private);
        Assert.Equal("It goes on.", reply.Text);
        Assert.Equal("None yet.", Field(reply, "Last post"));
        Assert.StartsWith("Thursday 26 November 2026, 09:00", Field(reply, "Next post"), StringComparison.Ordinal);
        Assert.Equal("None in the last posts.", Field(reply, "Last error"));
    }

    [Fact]
    public async Task The_last_post_is_told_with_its_time_and_link()
    {
        var parts = await PostedAsync(DigestPartKind.Message);
        Outbox.Sent(parts[0]);
        Outbox.Confirmed(parts[0], "555");
        bot.Clock.Advance(TimeSpan.FromHours(3));

        var reply = await bot.AskAsync("/digest status");

        Assert.Equal(
            "Of Wednesday 25 November 2026: 1 paper, posted Wednesday 25 November 2026, 11:00 (Europe/Berlin), 3 hours ago",
            Field(reply, "Last post")
        );
        var link = reply.Fields.Single(field => field.Name == "Where it is");
        Assert.Equal([new Uri($"https://discord.com/channels/1/{BotWithDigests.Papers}/555")], link.Links);
        // Today has its post, whatever the hour is changed to.
        await bot.AskAsync("/digest setup time:23:00");
        Assert.StartsWith(
            "Thursday 26 November 2026, 23:00",
            Field(await bot.AskAsync("/digest status"), "Next post"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_still_to_be_sent_and_why_it_failed_is_told()
    {
        var parts = await PostedAsync(DigestPartKind.Message, DigestPartKind.Thread, DigestPartKind.Crosspost);
        Outbox.Sent(parts[0]);
        Outbox.Confirmed(parts[0], "555");
        Outbox.Sent(parts[1]);
        Outbox.Failed(parts[1], "Discord said 503.", inDoubt: false);

        var reply = await bot.AskAsync("/digest status");

        Assert.Equal(
            """
            The thread of Wednesday 25 November 2026: tried once, comes again by itself. Discord said 503.
            The publishing to other servers of Wednesday 25 November 2026: planned just now
            """.ReplaceLineEndings("\n"),
            Field(reply, "Still to be sent")
        );
        Assert.Equal("The thread of Wednesday 25 November 2026: Discord said 503.", Field(reply, "Last error"));
    }

    [Fact]
    public async Task One_in_doubt_and_one_given_up_are_told_apart()
    {
        var parts = await PostedAsync(DigestPartKind.Message, DigestPartKind.Thread);
        Outbox.Sent(parts[0]);
        Outbox.Failed(parts[0], "The answer did not come.", inDoubt: true);
        Outbox.GaveUp(parts[1], "Threads are off here.");

        var reply = await bot.AskAsync("/digest status");

        Assert.Contains("whether it arrived is looked up", Field(reply, "Still to be sent"), StringComparison.Ordinal);
        Assert.Contains("not posted yet", Field(reply, "Last post"), StringComparison.Ordinal);
        Assert.DoesNotContain("Threads", Field(reply, "Still to be sent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_told_with_their_last_success_and_failure()
    {
        await bot.AskAsync("/digest setup time:9 zone:UTC");
        var health = bot.Get<SourceHealth>();
        health.Learn([News("Hugging Face", ""), News("arXiv", "")]);
        bot.Clock.Advance(TimeSpan.FromHours(2));
        health.Learn([News("Hugging Face", ""), News("arXiv", "arXiv's feed is stale.")]);
        bot.Clock.Advance(TimeSpan.FromHours(1));

        var reply = await bot.AskAsync("/digest status");

        Assert.Equal(
            """
            Hugging Face: answered Wednesday 25 November 2026, 12:00 (UTC), 1 hour ago
            arXiv: in trouble since Wednesday 25 November 2026, 12:00 (UTC). arXiv's feed is stale. Before, it answered Wednesday 25 November 2026, 10:00 (UTC), 3 hours ago.
            """.ReplaceLineEndings("\n"),
            Field(reply, "Sources")
        );
        Assert.Contains("a source is in trouble", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_that_went_missing_is_told_before_the_post_fails()
    {
        await bot.AskAsync("/digest setup time:9");
        bot.Channels.Add(BotWithDigests.Papers, "1", "papers", DigestPlace.Channel, "Embed Links");

        var reply = await bot.AskAsync("/digest status");

        Assert.StartsWith("PaperBot lacks Embed Links in #papers now.", reply.Text, StringComparison.Ordinal);
    }

    private static SourceNews News(string source, string trouble) =>
        new(source, Healthy: trouble.Length == 0, EmptyAsExpected: false, trouble);

    private DigestOutbox Outbox => bot.Get<DigestOutbox>();

    private async Task<IReadOnlyList<DigestPart>> PostedAsync(params DigestPartKind[] kinds)
    {
        await bot.AskAsync("/digest setup time:9 zone:Europe/Berlin");
        var digest = bot.Store.All()[0];
        var pick = new DigestPick(
            1,
            "2401.01234",
            "Sparse Widgets",
            null,
            "They cut memory.",
            null,
            "42 votes",
            "",
            false
        );
        Outbox.Plan(
            digest,
            new DigestContent(new DateOnly(2026, 11, 25), [pick], null),
            since: null,
            lateAt: null,
            [.. kinds.Select(kind => new DigestPlannedPart(kind))]
        );
        return Outbox.Parts(Outbox.Last(digest.Id)[0].Id);
    }

    private static string Field(Reply reply, string name) => reply.Fields.Single(field => field.Name == name).Text;
}
