using Microsoft.Extensions.Time.Testing;
using PaperBot.Chat;
using PaperBot.Fakes;

namespace PaperBot.Tests.Model;

/// <summary>What the model costs, as those who pay for it see it.</summary>
public sealed class UsageTests
{
    private const string Ask = "/summarize 2601.00001";
    private static readonly Asker Elsewhere = new("test", "8") { Server = "55" };
    private static readonly Asker Operator = new("terminal", "local", IsOperator: true);

    [Fact]
    public async Task Everybody_sees_their_own_use_and_their_servers_and_nobody_elses()
    {
        await using var bot = await BotAsync(Prices);
        await bot.AskAsync(Ask);
        await bot.AskAsync($"{Ask} style:tldr", Elsewhere);
        await bot.AskAsync($"{Ask} style:tldr"); // is kept

        var reply = await bot.AskAsync("/usage");

        Assert.True(reply.Private);
        Assert.Equal(
            [
                "You: 1 call, 100 tokens read, 20 written, 0.00045 EUR",
                "This server: 1 call, 100 tokens read, 20 written, 0.00045 EUR",
            ],
            Lines(reply)
        );
        Assert.DoesNotContain("55", string.Concat(Lines(reply).Concat(reply.Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_sees_all_together_by_day_by_server_and_by_skill()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 12, 0, 0, TimeSpan.Zero));
        await using var bot = await BotAsync(Prices, clock);
        await bot.AskAsync(Ask);
        clock.Advance(TimeSpan.FromDays(1));
        await bot.AskAsync($"{Ask} style:tldr", Elsewhere);
        await bot.AskAsync($"{Ask} style:tldr", Operator);

        var reply = await bot.AskAsync("/usage", Operator);

        Assert.Equal(
            ["You", "All together", "By day (UTC)", "By server", "By skill"],
            reply.Fields.Select(field => field.Name)
        );
        Assert.Equal("0 calls, 0 tokens read, 0 written, 0.00 EUR", reply.Fields[0].Text);
        Assert.Equal("2 calls, 200 tokens read, 40 written, 0.0009 EUR", reply.Fields[1].Text);
        Assert.Equal(["2026-01-07", "2026-01-06"], reply.Fields[2].Text.Split('\n').Select(line => line.Split(':')[0]));
        Assert.Contains("test:55: 1 call", reply.Fields[3].Text, StringComparison.Ordinal);
        Assert.StartsWith("summarize: 2 calls", reply.Fields[4].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_80_percent_on_the_server_is_told_and_at_the_cap_our_own_engine_answers_and_says_why()
    {
        await using var bot = await BotAsync(new() { ["Model:MonthlyTokensPerServer"] = "2000" }, input: 1_700);
        await bot.AskAsync(Ask);

        var usage = await bot.AskAsync("/usage");
        var refused = await bot.AskAsync($"{Ask} style:plain");
        var elsewhere = await bot.AskAsync($"{Ask} style:plain", Elsewhere);

        Assert.Equal(
            [
                "You: 1 call, 1,700 tokens read, 20 written",
                "This server: 1 call, 1,700 tokens read, 20 written",
                "86 % of 2,000 tokens",
            ],
            Lines(usage)
        );
        Assert.Contains("86 % of the month's budget of this server is used.", usage.Notes);
        Assert.Contains(
            usage.Notes,
            note => note.Contains("own engine answers until the month", StringComparison.Ordinal)
        );
        Assert.Equal(
            "This month's budget of this server for the language model is used up; this is by PaperBot's own engine.",
            refused.Notes[0]
        );
        Assert.DoesNotContain(elsewhere.Notes, note => note.Contains("budget", StringComparison.Ordinal));
        Assert.Contains(bot.Log, line => line.Contains("80 % of this month's budget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_before_the_cap_is_shown_after_it()
    {
        await using var bot = await BotAsync(new() { ["Model:MonthlyTokens"] = "2000" }, input: 1_900);
        var first = await bot.AskAsync(Ask);

        var later = await bot.AskAsync(Ask, Elsewhere);

        Assert.Equal(first.Text, later.Text);
        Assert.Equal(first.Notes, later.Notes);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_count_is_estimated_and_that_is_said()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text(Looms.Faithful) with { Counts = false });
        await bot.KeepAsync(Looms.Record);
        await bot.AskAsync(Ask);

        var reply = await bot.AskAsync("/usage");

        Assert.DoesNotContain("0 tokens read", Lines(reply)[0], StringComparison.Ordinal);
        Assert.Contains("The endpoint did not count the tokens of some answers; those are estimated.", reply.Notes);
    }

    [Fact]
    public async Task Without_a_model_it_says_so_in_a_sentence()
    {
        await using var bot = await BotAsync(new() { ["Model:Provider"] = "None" });

        var reply = await bot.AskAsync("/usage");

        Assert.Equal(
            "No language model is configured: PaperBot's own engine answers everything, which costs nothing.",
            reply.Text
        );
        Assert.Empty(reply.Fields);
    }

    private static Dictionary<string, string?> Prices { get; } =
        new()
        {
            ["Model:InputPrice"] = "2.50",
            ["Model:OutputPrice"] = "10",
            ["Model:Currency"] = "EUR",
        };

    private static async Task<BotWithModel> BotAsync(
        Dictionary<string, string?> settings,
        TimeProvider? clock = null,
        int input = 100
    )
    {
        var bot = new BotWithModel(
            request =>
                StubAnswer.Text(
                    request.Messages[0].Content.Contains("JSON", StringComparison.OrdinalIgnoreCase)
                        ? Looms.Faithful
                        : "GlassLoom, a glass loom for soft widgets, beats wooden looms by 37% on WeaveBench."
                ) with
                {
                    Input = input,
                },
            settings,
            clock
        );
        await bot.KeepAsync(Looms.Record);
        return bot;
    }

    private static List<string> Lines(Reply reply) =>
        [.. reply.Fields.SelectMany(field => $"{field.Name}: {field.Text}".Split('\n'))];
}
