using PaperBot.Fakes;

namespace PaperBot.Tests.Model;

/// <summary>"Show evidence": what each sentence of an answer rests on.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public async Task Each_sentence_of_a_written_answer_stands_with_those_of_the_abstract_that_say_it()
    {
        await using var bot = await BotAsync();
        var summary = await bot.AskAsync("/summarize 2601.00001");

        var evidence = await bot.AskAsync(summary.Buttons.Single(button => button.Label == "Show evidence").Command);

        Assert.True(evidence.Private);
        Assert.Equal("Evidence for answer 1", evidence.Title);
        Assert.Equal(["Sentence 1", "Problem", "Approach", "Result"], evidence.Fields.Select(field => field.Name));
        Assert.Equal(
            "“Current looms are expensive and often break.”\n[2] However, existing looms often break and remain expensive.",
            evidence.Fields[1].Text
        );
        Assert.Matches(
            @"^Written by stub-model on \d{4}-\d\d-\d\d from the abstract of version 2 and checked against it by PaperBot\.$",
            Assert.Single(evidence.Notes)
        );
    }

    [Fact]
    public async Task A_newer_version_is_named_and_the_evidence_stays_the_abstract_that_was_read()
    {
        await using var bot = await BotAsync();
        await bot.AskAsync("/summarize 2601.00001");
        await bot.KeepAsync(NewPaper.Record(Looms.Title, $"This is new. {Looms.Abstract}", "2601.00001", version: 3));

        var evidence = await bot.AskAsync("/evidence 1");

        Assert.Contains(
            "[2] However, existing looms often break and remain expensive.",
            evidence.Fields[1].Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "There is a newer version of 2601.00001 by now (3); ask again for an answer from it.",
            evidence.Notes
        );
    }

    [Fact]
    public async Task Our_own_engines_summary_has_evidence_by_the_papers_id()
    {
        await using var bot = await BotAsync(hasModel: false);
        var summary = await bot.AskAsync("/summarize 2601.00001");

        var evidence = await bot.AskAsync(summary.Buttons.Single(button => button.Label == "Show evidence").Command);

        Assert.Equal($"Evidence for the summary of {Looms.Title}", evidence.Title);
        Assert.Equal(
            1 + summary.Fields.Count(field => field.Name is "Problem" or "Approach" or "Result"),
            evidence.Fields.Count
        );
        Assert.All(evidence.Fields, field => Assert.Matches(@"^“.+”\n\[\d\] .+\.$", field.Text));
        Assert.DoesNotContain(evidence.Fields, field => field.Name.Contains("quoted", StringComparison.Ordinal));
        Assert.Contains("none added", evidence.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_comparison_has_evidence_cell_by_cell_with_a_key_to_its_letters()
    {
        await using var bot = await BotAsync(hasModel: false);
        await bot.KeepAsync(
            NewPaper.Record(
                "Sparse Widgets",
                "Widgets are big. We propose sparse widgets. They cut memory by 37%.",
                "2601.00002"
            )
        );
        var comparison = await bot.AskAsync("/compare 2601.00001 2601.00002");

        var evidence = await bot.AskAsync(comparison.Buttons.Single(button => button.Label == "Show evidence").Command);

        Assert.Equal($"A: {Looms.Title}\nB: Sparse Widgets", evidence.Text);
        Assert.Contains(
            evidence.Fields,
            field =>
                field.Name.EndsWith(", B", StringComparison.Ordinal)
                && field.Text.Contains("[3] They cut memory by 37%.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_abstract_that_is_shown_whole_is_its_own_evidence()
    {
        await using var bot = await BotAsync(hasModel: false);
        await bot.KeepAsync(NewPaper.Record("Short", "We count widgets. It works.", "2601.00003"));

        var evidence = await bot.AskAsync("/evidence 2601.00003");

        Assert.Equal(
            ["“We count widgets.”\n[1] We count widgets.", "“It works.”\n[2] It works."],
            evidence.Fields.Select(field => field.Text)
        );
    }

    [Theory]
    [InlineData("/evidence 99", "There is no answer 99.")]
    [InlineData("/evidence +", "That names no answer.")]
    [InlineData("/evidence 1+2+3+4+5", "That names no answer.")]
    [InlineData("/mistake 99", "There is no answer 99.")]
    [InlineData("/mistake 99999999999999999999", "")]
    public async Task What_names_no_answer_is_refused_with_advice(string line, string beginning)
    {
        await using var bot = await BotAsync(hasModel: false);

        var reply = await bot.AskAsync(line);

        Assert.False(reply.Ok);
        Assert.StartsWith(beginning, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("went wrong", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_paper_named_twice_is_one_paper()
    {
        await using var bot = await BotAsync(hasModel: false);

        var reply = await bot.AskAsync("/evidence 2601.00001+2601.00001");

        Assert.Equal($"Evidence for the summary of {Looms.Title}", reply.Title);
    }

    private static async Task<BotWithModel> BotAsync(bool hasModel = true)
    {
        var bot = new BotWithModel(
            _ => StubAnswer.Text(Looms.Faithful),
            hasModel ? null : new Dictionary<string, string?> { ["Model:Provider"] = "None" }
        );
        await bot.KeepAsync(Looms.Record);
        return bot;
    }
}
