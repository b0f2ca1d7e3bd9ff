using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Chat;
using PaperBot.Checkups;
using PaperBot.Commands;
using PaperBot.Daily;
using PaperBot.Fakes;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Storage;

namespace PaperBot.Tests.Model;

/// <summary>"Report a mistake": the answer is withdrawn wherever it is kept, and the operator is told.</summary>
public sealed class MistakeTests
{
    private const string Ask = "/summarize 2601.00001";
    private const string Tldr = "GlassLoom, a glass loom for soft widgets, beats wooden looms by 37% on WeaveBench.";
    private static readonly DateOnly Today = new(2026, 1, 6);
    private static readonly Asker Operator = new("terminal", "local", IsOperator: true);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 6, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_reported_summary_gives_way_to_our_own_engines_for_everybody_and_is_not_written_again()
    {
        await using var bot = await BotAsync();
        var summary = await bot.AskAsync(Ask);

        var reply = await bot.AskAsync(summary.Buttons.Single(button => button.Replaces).Command);
        bot.Restart();
        var later = await bot.AskAsync(Ask);

        Assert.Equal(Looms.Title, reply.Title);
        Assert.NotEqual(summary.Text, reply.Text);
        Assert.Equal(
            "What stub-model had written is withdrawn after a report. Thank you: whoever runs PaperBot is told.",
            reply.Notes[0]
        );
        Assert.Equal(reply.Text, later.Text);
        Assert.Equal(
            "Somebody reported the language model's answer as mistaken; this is by PaperBot's own engine.",
            later.Notes[0]
        );
        Assert.Single(bot.Model.Requests);
        Assert.Contains(
            bot.Log,
            line =>
                line.StartsWith(
                    "Warning Somebody on test reports a mistake in answer 1 about 2601.00001 by stub-model",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Reporting_it_again_is_friendly_and_counts_once()
    {
        await using var bot = await BotAsync();
        await bot.AskAsync(Ask);
        await bot.AskAsync("/mistake 1");

        var again = await bot.AskAsync("/mistake 1", new Asker("test", "8"));

        Assert.True(again.Ok);
        Assert.StartsWith("Thank you: somebody reported it before", again.Notes[0], StringComparison.Ordinal);
        Assert.Single(Reports(bot));
    }

    [Fact]
    public async Task The_daily_post_that_shows_it_shows_our_own_sentence_from_then_on()
    {
        await using var bot = await BotAsync(Tldr);
        await bot.KeepAsync(
            NewPaper.Record(
                "Other Widgets",
                Looms.Abstract.Replace("GlassLoom", "IronLoom", StringComparison.Ordinal),
                "2601.00002",
                rank: 2
            )
        );
        var edition = await PostAsync(bot);
        Assert.Equal("stub-model", edition.Picks.Single(pick => pick.Id.Value == "2601.00001").Writer);
        var before = Assert.Single(bot.Get<LocalChannel>().After(0)).Reply;
        Assert.Contains(before.Items, item => item.Text == Tldr);

        var same = await bot.AskAsync($"{Ask} style:tldr");
        await bot.AskAsync(same.Buttons.Single(button => button.Replaces).Command);

        var post = Assert.Single(bot.Get<LocalChannel>().After(0)).Reply;
        var again = await bot.AskAsync("/edition");
        Assert.DoesNotContain(post.Items, item => item.Text == Tldr);
        Assert.Equal(LocalChannel.Write(again), LocalChannel.Write(again with { Items = post.Items }));
        Assert.Equal(before.Items.Count, post.Items.Count);
        Assert.DoesNotContain(
            post.Notes,
            note => note.StartsWith("The sentences were written by", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Somebody_may_report_five_an_hour_and_a_server_twenty_and_the_operator_any_number()
    {
        await using var bot = await BotAsync();
        const string Report = "/mistake 2601.00001";
        async Task<int> TakenAsync(Asker asker, int tries)
        {
            var taken = 0;
            for (var i = 0; i < tries; i++)
            {
                clock.Advance(TimeSpan.FromSeconds(20)); // so many commands a minute nobody minds
                taken += (await bot.AskAsync(Report, asker)).Ok ? 1 : 0;
            }
            return taken;
        }

        Assert.Equal(5, await TakenAsync(BotWithModel.Someone, 7));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(5, await TakenAsync(BotWithModel.Someone with { Id = $"{i}" }, 5));
        }
        var refused = await bot.AskAsync(Report, BotWithModel.Someone with { Id = "new" });
        Assert.Equal(5, await TakenAsync(new Asker("test", "8") { Server = "55" }, 6));
        Assert.Equal(9, await TakenAsync(Operator, 9));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await bot.AskAsync(Report)).Ok);

        Assert.Equal(
            "Those were many reports within an hour. Try again later, or tell whoever runs PaperBot.",
            refused.Text
        );
        Assert.True(refused.Private);
    }

    [Fact]
    public async Task A_mistake_of_our_own_engine_is_told_to_the_operator_and_in_doctor()
    {
        await using var bot = await BotAsync(hasModel: false);
        var summary = await bot.AskAsync(Ask);

        var reply = await bot.AskAsync(summary.Buttons.Single(button => button.Replaces).Command);

        Assert.Equal(summary.Text, reply.Text);
        Assert.Equal("Thank you: whoever runs PaperBot is told.", reply.Notes[0]);
        Assert.Contains(
            bot.Log,
            line =>
                line.Contains(
                    "reports a mistake in an answer about 2601.00001 by PaperBot's own engine",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(
            ["1 answer was reported within a week: 2601.00001 (PaperBot's own engine). Look at them with /evidence."],
            await DoctorAsync(bot)
        );
        clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty(await DoctorAsync(bot));
    }

    [Fact]
    public async Task Who_reported_it_stands_nowhere_in_the_library()
    {
        await using var bot = await BotAsync();
        await bot.AskAsync(Ask, Operator);
        await bot.AskAsync("/mistake 1", new Asker("test", "987654321") { Server = "555666777" });

        using var connection = bot.Get<Database>().Open();
        var row = connection.Rows(
            "SELECT * FROM mistakes",
            reader => string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue))
        );
        Assert.Contains("2601.00001", Assert.Single(row), StringComparison.Ordinal);
        Assert.DoesNotContain("987654321", row[0], StringComparison.Ordinal);
        Assert.DoesNotContain("555666777", row[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_of_a_withdrawn_answer_can_still_be_looked_at_and_says_so()
    {
        await using var bot = await BotAsync();
        await bot.AskAsync(Ask);
        await bot.AskAsync("/mistake 1");

        var evidence = await bot.AskAsync("/evidence 1", Operator);

        Assert.NotEmpty(evidence.Fields);
        Assert.Contains(
            "It was reported as mistaken on 2026-01-06 and is no longer shown to anybody who asks.",
            evidence.Notes
        );
    }

    private async Task<BotWithModel> BotAsync(string? written = null, bool hasModel = true)
    {
        var bot = new BotWithModel(
            request =>
                StubAnswer.Text(
                    request.Prompt.Contains("IronLoom", StringComparison.Ordinal)
                        ? "Nonsense about 99 robots."
                        : written ?? Looms.Faithful
                ),
            hasModel ? null : new Dictionary<string, string?> { ["Model:Provider"] = "None" },
            clock
        );
        await bot.KeepAsync(Looms.Record with { Rank = 1, ListingDay = Today });
        return bot;
    }

    private static async Task<Edition> PostAsync(BotWithModel bot)
    {
        var builder = bot.Get<EditionBuilder>();
        await bot.Get<EditionPreparation>()
            .PrepareAsync(builder.Choose(5), TimeSpan.FromMinutes(1), CancellationToken.None);
        var edition = bot.Get<EditionStore>()
            .Keep(builder.Build(Today, 5, []), [new Publication(Today, "local", "channel")]);
        await bot
            .Services.GetServices<IEditionOutlet>()
            .OfType<LocalChannelOutlet>()
            .Single()
            .PublishAsync(edition, "channel", CancellationToken.None);
        return edition;
    }

    private static IReadOnlyList<Mistake> Reports(BotWithModel bot) =>
        bot.Get<Mistakes>().Newest(DateTimeOffset.UnixEpoch);

    private static async Task<List<string>> DoctorAsync(BotWithModel bot)
    {
        var findings = new List<string>();
        foreach (var checkup in bot.Services.GetServices<ICheckup>().OfType<MistakesCheckup>())
        {
            findings.AddRange((await checkup.RunAsync(CancellationToken.None)).Select(finding => finding.Words));
        }
        return findings;
    }
}
