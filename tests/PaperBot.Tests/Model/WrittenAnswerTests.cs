using PaperBot.Fakes;

namespace PaperBot.Tests.Model;

public sealed class WrittenAnswerTests
{
    private const string Ask = "/ask How much better is GlassLoom than wooden looms?";

    private const string Faithful =
        "GlassLoom outperforms wooden looms by 37% on WeaveBench [2601.00001]. It is a loom of glass [2601.00001].";

    [Fact]
    public async Task The_answer_names_the_papers_that_say_it()
    {
        await using var bot = await BotAsync(_ => StubAnswer.Text(Faithful));

        var reply = await bot.AskAsync(Ask);

        Assert.Equal(
            "GlassLoom outperforms wooden looms by 37% on WeaveBench. [1] It is a loom of glass. [1]",
            reply.Text
        );
        Assert.Equal("2601.00001", reply.Items.Single().Paper);
        Assert.Contains(reply.Notes, note => note.StartsWith("Written by stub-model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_model_may_look_things_up_and_is_shown_what_the_library_has()
    {
        await using var bot = await BotAsync(request =>
            request.Messages[^1].Role == "tool"
                ? StubAnswer.Text("KnotNet ties 91% of the knots correctly [2601.00002].")
                : StubAnswer.Calls(("papers-search", "{\"words\":\"knots needles\"}"))
        );

        var reply = await bot.AskAsync("/ask Which loom ties things?");

        Assert.Equal("2601.00002", reply.Items.Single().Paper);
        Assert.Contains("\"id\":\"2601.00002\"", bot.Model.Requests[1].Messages[^1].Content, StringComparison.Ordinal);
        Assert.Equal(
            ["papers-compare", "papers-paper", "papers-related", "papers-search", "papers-summarize"],
            bot.Model.Requests[0].Body["tools"]!.AsArray().Select(tool => (string)tool!["function"]!["name"]!).Order()
        );
    }

    [Fact]
    public async Task A_model_that_never_stops_looking_things_up_has_to_answer_at_the_eighth_step()
    {
        var asked = 0;
        await using var bot = await BotAsync(request =>
            (string?)request.Body["tool_choice"] == "none"
                ? StubAnswer.Text(Faithful)
                : StubAnswer.Calls(("papers-search", $"{{\"words\":\"loom {asked++}\"}}"))
        );

        var reply = await bot.AskAsync(Ask);

        Assert.StartsWith("GlassLoom outperforms", reply.Text, StringComparison.Ordinal);
        Assert.Equal(8, bot.Model.Requests.Count);
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_answered_with_a_sentence_and_harms_nothing()
    {
        await using var bot = await BotAsync(request =>
            request.Messages[^1].Role == "tool"
                ? StubAnswer.Text(Faithful)
                : StubAnswer.Calls(
                    ("papers-delete", "{\"paper\":\"2601.00001\"}"),
                    ("papers-paper", "{\"paper\":\"9999.99999\"}"),
                    ("papers-search", "{}"),
                    ("papers-search", "no json")
                )
        );

        var reply = await bot.AskAsync(Ask);

        Assert.StartsWith("GlassLoom outperforms", reply.Text, StringComparison.Ordinal);
        var results = bot
            .Model.Requests[1]
            .Messages.Where(message => message.Role == "tool")
            .Select(message => message.Content)
            .ToList();
        Assert.Equal("There is no such function.", results[0]);
        Assert.Contains("9999.99999", results[1], StringComparison.Ordinal);
        Assert.Equal(4, results.Count);
    }

    [Theory]
    [InlineData("GlassLoom outperforms wooden looms by 73% [2601.00001].")]
    [InlineData("GlassLoom outperforms wooden looms by 37% [2601.00777].")]
    [InlineData("KnotNet ties 91% of the knots correctly [2601.00001].")]
    [InlineData("Paris is the capital of France.")]
    [InlineData("{\"answer\":\"GlassLoom outperforms wooden looms by 37%.\"}")]
    [InlineData("The library does not say.")]
    [InlineData("")]
    public async Task What_the_papers_do_not_say_gives_way_to_our_own_engine(string answer)
    {
        await using var bot = await BotAsync(_ => StubAnswer.Text(answer));

        var reply = await bot.AskAsync(Ask);

        Assert.EndsWith("this is by PaperBot's own engine.", reply.Notes[0], StringComparison.Ordinal);
        Assert.Contains(reply.Items, item => item.Paper == "2601.00001");
    }

    [Fact]
    public async Task A_sentence_without_a_source_gets_the_paper_that_says_it()
    {
        await using var bot = await BotAsync(_ => StubAnswer.Text("GlassLoom outperforms wooden looms by 37%."));

        var reply = await bot.AskAsync(Ask);

        Assert.Equal("2601.00001", reply.Items.Single().Paper);
    }

    [Fact]
    public async Task The_same_question_costs_nothing_until_the_library_changes()
    {
        await using var bot = await BotAsync(_ => StubAnswer.Text(Faithful));

        await bot.AskAsync(Ask);
        await bot.AskAsync(Ask);
        await bot.KeepAsync(NewPaper.Record("On Yarn", "Yarn is soft. We study yarn.", "2601.00003"));
        await bot.AskAsync(Ask);

        Assert.Equal(2, bot.Model.Requests.Count);
    }

    private static async Task<BotWithModel> BotAsync(Func<StubRequest, StubAnswer> answer)
    {
        var bot = new BotWithModel(answer);
        await bot.KeepAsync(
            Looms.Record,
            NewPaper.Record(
                "KnotNet: Tying Knots in Widgets",
                "Knots in widgets come loose. We introduce KnotNet, a network that ties knots with two needles. KnotNet ties 91% of the knots on KnotBase correctly.",
                "2601.00002"
            )
        );
        return bot;
    }
}
