using System.Diagnostics;
using PaperBot.Fakes;
using PaperBot.Model;
using PaperBot.Skills.Model;

namespace PaperBot.Tests.Model;

/// <summary>Whatever an endpoint does, it is told as one of a few sentences, and asked again only where that may help.</summary>
public sealed class ModelTroubleTests
{
    private const string NotAccepted = "The language model did not accept the question";
    private const string Unusable = "The language model gave no answer that can be used";

    // Attempts may take so long; no test waits for that.
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(20) * 2 / 3;

    [Theory]
    [InlineData(400, ModelTrouble.Refused, NotAccepted, 1)]
    [InlineData(401, ModelTrouble.Refused, "The language model does not let PaperBot in", 1)]
    [InlineData(403, ModelTrouble.Refused, "The language model does not let PaperBot in", 1)]
    [InlineData(404, ModelTrouble.Refused, NotAccepted, 1)]
    [InlineData(408, ModelTrouble.Late, "The language model did not answer in time", 3)]
    [InlineData(429, ModelTrouble.Limited, "The language model is not available just now", 3)]
    [InlineData(500, ModelTrouble.Broken, Unusable, 3)]
    [InlineData(503, ModelTrouble.Limited, "The language model is not available just now", 3)]
    [InlineData(302, ModelTrouble.Broken, Unusable, 1)]
    public async Task A_status_has_its_sentence_and_is_asked_again_where_it_may_pass(
        int status,
        ModelTrouble trouble,
        string sentence,
        int requests
    )
    {
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, Attempt);
        await using var bot = new BotWithModel(
            _ => StubAnswer.Error(status, "details") with { Header = ("Location", "http://127.0.0.1:9/elsewhere") },
            clock: clock
        );

        var whole = await bot.TroubleAsync();
        var asked = bot.Model.Requests.Count;
        var streamed = await bot.TroubleAsync(isStream: true);

        Assert.Equal((trouble, sentence), (whole.Trouble, whole.Message));
        Assert.Equal((trouble, sentence), (streamed.Trouble, streamed.Message));
        Assert.Equal(requests, asked);
        Assert.Contains($" {status} ", whole.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_passes_is_not_noticed()
    {
        var times = 0;
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, Attempt);
        await using var bot = new BotWithModel(
            _ => Interlocked.Increment(ref times) < 3 ? StubAnswer.Error(500) : StubAnswer.Text("yes"),
            clock: clock
        );

        Assert.Equal("yes", (await bot.ModelAsync()).Text);
        Assert.Equal(2, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait.TotalSeconds, 0, 5));
    }

    [Theory]
    [InlineData("2", 3)]
    [InlineData("60", 1)]
    [InlineData("Thu, 01 Jan 1970 00:00:03 GMT", 3)]
    [InlineData("Thu, 01 Jan 1970 01:00:00 GMT", 1)]
    public async Task An_endpoint_that_asks_to_wait_is_waited_for_if_it_is_not_too_long(string wait, int requests)
    {
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, Attempt);
        await using var bot = new BotWithModel(
            _ => StubAnswer.Error(429) with { Header = ("Retry-After", wait) },
            clock: clock
        );

        var trouble = await bot.TroubleAsync();

        Assert.Equal(ModelTrouble.Limited, trouble.Trouble);
        Assert.Equal(requests, bot.Model.Requests.Count);
        Assert.Equal(wait == "2", clock.Waits.Contains(TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData("this is not JSON", false)]
    [InlineData("{\"id\":1", false)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData("{\"choices\":[]}", false)]
    [InlineData("{\"choices\":null}", false)]
    [InlineData("{\"choices\":[{}]}", false)]
    [InlineData("{\"choices\":[{\"index\":0,\"finish_reason\":\"because\",\"message\":{\"content\":\"x\"}}]}", false)]
    [InlineData("<html><body>Log in to the guest network</body></html>", false)]
    [InlineData("this is not JSON", true)]
    [InlineData("data: this is not JSON\n\n", true)]
    [InlineData("data: {\"id\":1\n\n", true)]
    [InlineData("data: [DONE]\n\n", true)]
    [InlineData("data: {\"error\":{\"message\":\"out of memory\"}}\n\n", true)]
    [InlineData("", true)]
    public async Task What_is_no_answer_is_told_as_none(string body, bool isStream)
    {
        await using var bot = new BotWithModel(_ => new StubAnswer(200, "") { Raw = body });

        var trouble = await bot.TroubleAsync(isStream);

        Assert.Equal((ModelTrouble.Broken, Unusable), (trouble.Trouble, trouble.Message));
        Assert.Single(bot.Model.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_without_end_is_given_up(bool isStream)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text(new string('x', AnswerGuard.Largest + 1)));

        var trouble = await bot.TroubleAsync(isStream);

        Assert.Equal(ModelTrouble.Broken, trouble.Trouble);
        Assert.Contains("256 kB", trouble.Detail, StringComparison.Ordinal);
        Assert.Single(bot.Model.Requests);
    }

    [Fact]
    public async Task Two_hundred_kilobytes_are_an_answer_which_somebody_else_refuses()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text(new string('x', 200_000)));

        Assert.Equal(200_000, (await bot.ModelAsync()).Text.Length);
    }

    [Theory]
    [InlineData(StubMishap.BreaksOff, false, 3)]
    [InlineData(StubMishap.BreaksOff, true, 1)]
    [InlineData(StubMishap.EndsEarly, false, 1)]
    [InlineData(StubMishap.EndsEarly, true, 1)]
    public async Task Half_an_answer_is_none(StubMishap mishap, bool isStream, int requests)
    {
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, Attempt);
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("Half a sentence is worse than none at all.") with { Mishap = mishap },
            clock: clock
        );

        var trouble = await bot.TroubleAsync(isStream);

        Assert.Equal(ModelTrouble.Broken, trouble.Trouble);
        Assert.Equal(requests, bot.Model.Requests.Count);
    }

    [Theory]
    [InlineData(StubMishap.StallsAtOnce)]
    [InlineData(StubMishap.StallsHalfway)]
    public async Task An_endpoint_that_falls_silent_is_asked_again_and_then_given_up(StubMishap mishap)
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("Half a sentence.") with { Mishap = mishap },
            clock: new HurriedClock(100)
        );

        var trouble = await bot.TroubleAsync();

        Assert.Equal((ModelTrouble.Late, 3), (trouble.Trouble, bot.Model.Requests.Count));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told_as_such()
    {
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, Attempt);
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("yes"),
            Asking.With(("Model:Endpoint", "http://127.0.0.1:9/v1")),
            clock
        );

        var trouble = await bot.TroubleAsync();

        Assert.Equal((ModelTrouble.Broken, "The language model cannot be reached"), (trouble.Trouble, trouble.Message));
        Assert.Equal(2, clock.Waits.Count);
        Assert.Equal(0, bot.Used().Calls);
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone_for_half_a_minute_and_then_tried_again()
    {
        var isBroken = true;
        var clock = new SkippingClock(DateTimeOffset.UnixEpoch, Attempt);
        await using var bot = new BotWithModel(
            _ => isBroken ? StubAnswer.Error(500) : StubAnswer.Text("yes"),
            clock: clock
        );
        while (bot.Model.Requests.Count < ModelPatience.Failures)
        {
            await bot.TroubleAsync();
        }

        var before = bot.Model.Requests.Count;
        var refused = await bot.TroubleAsync();
        var alone = bot.Model.Requests.Count;
        isBroken = false;
        await Task.Delay(ModelPatience.LeftAlone, clock);
        var again = await bot.ModelAsync();

        Assert.Equal(
            (ModelTrouble.Limited, "The language model is not available just now"),
            (refused.Trouble, refused.Message)
        );
        Assert.Equal((before, "yes"), (alone, again.Text));
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_may_be()
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("yes") with { Delay = TimeSpan.FromMilliseconds(50) },
            Asking.With(("Model:Concurrency", "3"))
        );

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.ModelAsync()));

        Assert.Equal((20, 3), (answers.Count(answer => answer.Text == "yes"), bot.Model.MostAtOnce));
    }

    [Theory]
    [InlineData(StubMishap.StallsAtOnce, false)]
    [InlineData(StubMishap.StallsHalfway, false)]
    [InlineData(StubMishap.StallsHalfway, true)]
    public async Task Who_gives_up_waiting_is_free_at_once_and_so_is_the_place(StubMishap mishap, bool isStream)
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("A sentence that never ends.") with { Mishap = mishap },
            Asking.With(("Model:Concurrency", "1"))
        );
        using var enough = new CancellationTokenSource();

        var asked = isStream ? bot.StreamAsync(ct: enough.Token) : bot.ModelAsync(enough.Token);
        await Until(() => bot.Model.Requests.Count == 1);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        bot.Model.Answer = _ => StubAnswer.Text("yes");

        Assert.Equal("yes", (await bot.ModelAsync()).Text);
        // It had begun to work for us, and is paid: what was asked, by estimate.
        Assert.Equal((2, 1), (bot.Used().Calls, bot.Used().Estimated));
    }

    [Fact]
    public async Task A_stream_grows_before_the_eyes_of_whoever_listens()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("Widgets are woven of glass, and softly."));
        var seen = new List<string>();

        var answer = await bot.StreamAsync(seen.Add);

        Assert.Equal("Widgets are woven of glass, and softly.", answer.Text);
        Assert.True(seen.Count > 2, $"{seen.Count} pieces");
        Assert.All(seen, piece => Assert.StartsWith(piece, answer.Text, StringComparison.Ordinal));
        Assert.Equal(seen.OrderBy(piece => piece.Length), seen);
    }

    [Fact]
    public async Task An_answer_that_had_to_stop_says_so()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("Half a") with { Finish = "length" });

        Assert.True((await bot.ModelAsync()).IsCut);
        Assert.True((await bot.StreamAsync()).IsCut);
    }

    [Fact]
    public async Task Without_a_model_there_is_none()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("yes"), Asking.With(("Model:Provider", "None")));

        Assert.Equal(ModelTrouble.NotConfigured, (await bot.TroubleAsync()).Trouble);
        Assert.Empty(bot.Model.Requests);
        Assert.Equal(
            "No language model is configured: PaperBot's own engine answers everything.",
            bot.Get<ModelAnnouncement>().Sentence
        );
    }

    private static async Task Until(Func<bool> holds)
    {
        var begun = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(begun.Elapsed < TimeSpan.FromSeconds(20), "It did not come to be.");
            await Task.Delay(10);
        }
    }
}
