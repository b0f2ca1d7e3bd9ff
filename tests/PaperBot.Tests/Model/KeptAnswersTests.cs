using PaperBot.Fakes;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Model;

/// <summary>Evidence and mistakes of answers that are about several papers.</summary>
public sealed class KeptAnswersTests
{
    private const string Sparse = "Widgets are big. We propose sparse widgets. They cut memory by 37%.";

    [Fact]
    public async Task Each_cell_of_a_comparison_stands_with_the_sentences_of_its_own_paper()
    {
        await using var bot = await BotAsync();
        await KeepAsync(
            bot,
            "compare",
            new WrittenPart("Method", "A loom of glass.", [new Support("2601.00001", 3)]) { Column = 0 },
            new WrittenPart("Method", "Sparse widgets.", [new Support("2601.00002", 2)]) { Column = 1 },
            new WrittenPart("Data", "not stated in the abstract", []) { Column = 1 }
        );

        var evidence = await bot.AskAsync("/evidence 1");

        Assert.Equal($"A: {Looms.Title}\nB: Sparse Widgets", evidence.Text);
        Assert.Equal(["Method, A", "Method, B", "Data, B"], evidence.Fields.Select(field => field.Name));
        Assert.Equal("“Sparse widgets.”\n[2] We propose sparse widgets.", evidence.Fields[1].Text);
        Assert.Equal("“not stated in the abstract”", evidence.Fields[2].Text);
    }

    [Fact]
    public async Task Each_sentence_of_an_answer_to_a_question_names_paper_and_sentence()
    {
        await using var bot = await BotAsync();
        await KeepAsync(
            bot,
            "ask",
            new WrittenPart(
                "",
                "Glass and sparseness help.",
                [new Support("2601.00001", 5), new Support("2601.00002", 3)]
            )
        );

        var evidence = await bot.AskAsync("/evidence 1");

        Assert.Equal($"1: {Looms.Title}\n2: Sparse Widgets", evidence.Text);
        Assert.Contains("\n[1, 5] Experiments show", evidence.Fields[0].Text, StringComparison.Ordinal);
        Assert.Contains("\n[2, 3] They cut memory by 37%.", evidence.Fields[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_comparison_gives_way_to_our_own_engines()
    {
        await using var bot = await BotAsync();
        await KeepAsync(bot, "compare", new WrittenPart("Method", "Wrong.", []) { Column = 0 });

        var reply = await bot.AskAsync("/mistake 1");

        Assert.Equal("2 papers side by side", reply.Title);
        Assert.StartsWith("What stub-model had written is withdrawn", reply.Notes[0], StringComparison.Ordinal);
        Assert.Contains(reply.Buttons, button => button.Command == "/evidence answer:2601.00001+2601.00002");
    }

    [Fact]
    public async Task A_reported_answer_to_a_question_is_withdrawn_and_it_can_be_asked_again()
    {
        await using var bot = await BotAsync();
        await KeepAsync(bot, "ask", new WrittenPart("", "Wrong.", [new Support("2601.00001", 5)]));

        var reply = await bot.AskAsync("/mistake 1");

        Assert.Equal("Answer 1 is withdrawn", reply.Title);
        Assert.EndsWith("Ask again, and PaperBot's own engine answers.", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_abstract_is_no_longer_known_the_evidence_says_so_and_shows_no_other_sentence()
    {
        await using var bot = await BotAsync();
        var papers = Papers(bot);
        papers[0] = papers[0] with { Abstract = "This is from somewhere else. It was never in the library." };
        await KeepAsync(bot, "ask", papers, new WrittenPart("", "Something.", [new Support("2601.00001", 2)]));

        var evidence = await bot.AskAsync("/evidence 1");

        Assert.EndsWith(
            "[1, 2] The library no longer has the abstract as it was.",
            evidence.Fields[0].Text,
            StringComparison.Ordinal
        );
    }

    private static Task KeepAsync(BotWithModel bot, string skill, params WrittenPart[] parts) =>
        KeepAsync(bot, skill, Papers(bot), parts);

    private static Task KeepAsync(
        BotWithModel bot,
        string skill,
        IReadOnlyList<Paper> papers,
        params WrittenPart[] parts
    ) =>
        bot.Get<AnswerBook>()
            .GetOrWriteAsync(
                new AnswerKey(skill, papers, "", "English", "stub-model", 1),
                _ => Task.FromResult(new Draft(parts)),
                TimeSpan.FromSeconds(10),
                TestContext.Current.CancellationToken
            );

    private static Paper[] Papers(BotWithModel bot) =>
        [.. new[] { "2601.00001", "2601.00002" }.Select(id => bot.Get<PaperStore>().Get(PaperId.Stored(id))!)]; // BotAsync keeps both

    private static async Task<BotWithModel> BotAsync()
    {
        var bot = new BotWithModel(_ => StubAnswer.Error(500));
        await bot.KeepAsync(Looms.Record, NewPaper.Record("Sparse Widgets", Sparse, "2601.00002"));
        return bot;
    }
}
