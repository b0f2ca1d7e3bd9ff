using PaperBot.Fakes;

namespace PaperBot.Tests.Model;

public sealed class SecondLookTests
{
    private static readonly Dictionary<string, string?> On = new() { ["Model:SecondLook"] = "true" };

    [Fact]
    public async Task What_the_model_itself_does_not_find_in_the_abstract_is_quoted_instead()
    {
        await using var bot = await BotAsync("""{"verdicts":[true,true,false,true]}""");

        var reply = await bot.AskAsync("/summarize 2601.00001");

        Assert.Equal(["Problem", "Approach (quoted)", "Result"], reply.Fields.Take(3).Select(field => field.Name));
        Assert.Equal(2, bot.Model.Requests.Count);
        Assert.Contains("Statements:", bot.Model.Requests[1].Prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("All of that is right.")]
    [InlineData("""{"verdicts":[true]}""")]
    [InlineData("""{"verdicts":["true","true","false","true"]}""")]
    public async Task A_look_that_cannot_be_read_takes_nothing_away(string verdicts)
    {
        await using var bot = await BotAsync(verdicts);

        var reply = await bot.AskAsync("/summarize 2601.00001");

        Assert.Equal(["Problem", "Approach", "Result"], reply.Fields.Take(3).Select(field => field.Name));
    }

    [Fact]
    public async Task It_cannot_bring_back_what_the_first_check_refused()
    {
        await using var bot = await BotAsync(
            """{"verdicts":[true,true,true,true]}""",
            Looms.Faithful.Replace("37%", "73%", StringComparison.Ordinal)
        );

        var reply = await bot.AskAsync("/summarize 2601.00001");

        Assert.DoesNotContain(
            "73%",
            reply.Text + string.Concat(reply.Fields.Select(field => field.Text)),
            StringComparison.Ordinal
        );
    }

    private static async Task<BotWithModel> BotAsync(string verdicts, string written = Looms.Faithful)
    {
        var bot = new BotWithModel(
            request =>
                StubAnswer.Text(
                    request.Messages[0].Content.Contains("verdicts", StringComparison.Ordinal) ? verdicts : written
                ),
            On
        );
        await bot.KeepAsync(Looms.Record);
        return bot;
    }
}
