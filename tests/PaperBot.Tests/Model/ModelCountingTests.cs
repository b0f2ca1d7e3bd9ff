using PaperBot.Fakes;
using PaperBot.Skills.Model;

namespace PaperBot.Tests.Model;

/// <summary>What the ledger holds after an answer, however the endpoint counts.</summary>
public sealed class ModelCountingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_endpoint_counted_is_what_is_booked(bool isStream)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("yes") with { Input = 321, Output = 45 });

        var answer = await (isStream ? bot.StreamAsync() : bot.ModelAsync());

        Assert.Equal((321, 45), (answer.InputTokens, answer.OutputTokens));
        Assert.Equal(new ModelUse(1, 321, 45, 0, 0), bot.Used());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_endpoint_does_not_count_is_estimated(bool isStream)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text(new string('x', 400)) with { Counts = false });

        await (isStream ? bot.StreamAsync() : bot.ModelAsync());

        var used = bot.Used();
        Assert.Equal((1, 1, 100), (used.Calls, used.Estimated, used.OutputTokens));
        Assert.InRange(used.InputTokens, 5, 20);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 20)]
    [InlineData(20, -5)]
    [InlineData(2_000_000_000, 20)]
    [InlineData(20, 2_000_000_000)]
    public async Task A_count_that_cannot_be_is_not_believed(int input, int output)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("yes") with { Input = input, Output = output });

        await bot.ModelAsync();

        Assert.Equal((1, 1), (bot.Used().Estimated, bot.Used().OutputTokens));
        Assert.InRange(bot.Used().InputTokens, 5, 20);
    }

    [Fact]
    public async Task Prices_are_for_a_million_tokens()
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("yes") with { Input = 1_000, Output = 200 },
            Asking.With(("Model:InputPrice", "2.5"), ("Model:OutputPrice", "10"))
        );

        await bot.ModelAsync();

        Assert.Equal(4_500, bot.Used().Cost); // 0.0025 + 0.002 of the currency, in millionths
    }

    [Theory]
    [InlineData(401, 0)]
    [InlineData(500, 0)]
    [InlineData(200, 1)]
    public async Task A_refusal_costs_nothing_and_an_answer_that_cannot_be_used_what_was_asked(int status, int calls)
    {
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(20) * 2 / 3);
        await using var bot = new BotWithModel(_ => new StubAnswer(status, "") { Raw = "not JSON" }, clock: clock);

        await bot.TroubleAsync();

        var used = bot.Used();
        Assert.Equal((calls, calls), (used.Calls, used.Estimated));
        Assert.Equal(calls > 0, used.InputTokens > 0);
    }

    [Fact]
    public async Task Half_a_stream_is_counted_by_what_came_of_it()
    {
        await using var bot = new BotWithModel(_ =>
            StubAnswer.Text(new string('x', 480)) with
            {
                Mishap = StubMishap.BreaksOff,
            }
        );

        await bot.TroubleAsync(isStream: true);

        Assert.InRange(bot.Used().OutputTokens, 30, 90);
    }

    [Fact]
    public async Task What_doctor_tries_is_on_the_ledger_under_its_name()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("ready"));

        await bot.CheckAsync();

        Assert.Equal("doctor", bot.Get<ModelLedger>().By(UsePart.Skill, new DateOnly(2020, 1, 1)).Single().Name);
    }
}
