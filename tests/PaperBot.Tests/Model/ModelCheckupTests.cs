using PaperBot.Checkups;
using PaperBot.Fakes;
using PaperBot.Model;

namespace PaperBot.Tests.Model;

/// <summary>What doctor says of the model, and that it says what to do.</summary>
public sealed class ModelCheckupTests
{
    [Fact]
    public async Task A_model_that_answers_is_well()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("ready"));

        var finding = await OnlyAsync(bot);

        Assert.Equal(Grade.Good, finding.Grade);
        Assert.Matches(@"^stub-model at 127\.0\.0\.1:\d+ answered in \d+\.\d s\.$", finding.Words);
    }

    [Theory]
    [InlineData(401, "Check Model:ApiKey")]
    [InlineData(403, "Check Model:ApiKey")]
    [InlineData(404, "Check Model:Name and Model:Endpoint")]
    [InlineData(400, "speaks OpenAI's chat completions")]
    [InlineData(429, "Wait, or check the account")]
    [InlineData(500, "not OpenAI's protocol, or it is broken")]
    [InlineData(504, "raise Model:TimeoutSeconds")]
    public async Task A_refusal_is_told_with_what_to_do_and_what_the_endpoint_said(int status, string advice)
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Error(status, "of all things"),
            clock: new SkippingClock(
                DateTimeOffset.UnixEpoch,
                TimeSpan.FromSeconds(20),
                TimeSpan.FromSeconds(20) * 2 / 3
            )
        );

        var finding = await OnlyAsync(bot);

        Assert.Equal(Grade.Bad, finding.Grade);
        Assert.Contains(advice, finding.Words, StringComparison.Ordinal);
        Assert.Contains("of all things", finding.Words, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', finding.Words);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told()
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("ready"),
            Asking.With(("Model:Endpoint", "http://127.0.0.1:9/v1"))
        );

        var finding = await OnlyAsync(bot);

        Assert.Contains("it cannot be reached. Is it running?", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_model_at_all_is_told()
    {
        await using var bot = new BotWithModel(_ => new StubAnswer(200, "") { Raw = "<html>Welcome</html>" });

        Assert.Contains("not OpenAI's protocol", (await OnlyAsync(bot)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_too_slow_is_told_in_time()
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("ready") with { Mishap = StubMishap.StallsAtOnce },
            clock: new HurriedClock(40)
        );

        Assert.Contains("raise Model:TimeoutSeconds", (await OnlyAsync(bot)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_says_nothing_is_worth_a_word()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("") with { Finish = "length" });

        var finding = await OnlyAsync(bot);

        Assert.Equal(Grade.Hint, finding.Grade);
        Assert.Contains("answered with nothing within 300 tokens", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stub-model", false)]
    [InlineData("stub-model-2024-08-06", false)]
    [InlineData("stub-model:latest", false)]
    [InlineData("models/Stub-Model.gguf", false)]
    [InlineData("stub-model-mini", true)]
    [InlineData("my-stub-model", true)]
    [InlineData("loom-7b", true)]
    public async Task Another_model_than_was_asked_for_is_told_once_and_by_doctor(string named, bool isOther)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("ready") with { Model = named });

        await bot.ModelAsync();
        await bot.StreamAsync();
        var findings = await bot.CheckAsync();

        Assert.Equal(isOther ? 2 : 1, findings.Count);
        Assert.Equal(isOther, findings[^1].Words.Contains($"says that {named} answered", StringComparison.Ordinal));
        Assert.Equal(
            isOther ? 1 : 0,
            bot.Log.Count(line =>
                line.StartsWith("Warning", StringComparison.Ordinal)
                && line.Contains($"answered as {named}", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_stream_from_another_model_is_noticed_too()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("ready") with { Model = "loom-7b" });

        await bot.StreamAsync();

        Assert.Equal("loom-7b", bot.Get<ModelWitness>().Other);
    }

    [Fact]
    public async Task What_a_model_writes_of_models_is_not_taken_for_its_name()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("""{"model":"loom-7b","model" : "other"}"""));

        await bot.ModelAsync();

        Assert.Null(bot.Get<ModelWitness>().Other);
    }

    [Fact]
    public async Task No_model_is_no_fault()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("ready"), Asking.With(("Model:Provider", "None")));

        Assert.Equal(Grade.Good, (await OnlyAsync(bot)).Grade);
        Assert.Empty(bot.Model.Requests);
    }

    private static async Task<Finding> OnlyAsync(BotWithModel bot) => (await bot.CheckAsync()).Single();
}
