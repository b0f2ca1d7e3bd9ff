using PaperBot.Chat;
using PaperBot.Commands;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Trends;

namespace PaperBot.Tests.Commands;

public sealed class TrendsCommandTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly Asker Mina = new("discord", "1");

    private readonly TempDatabase library = new();
    private readonly TrendsCommand command;

    public TrendsCommandTests() =>
        command = new TrendsCommand(
            new TrendsSkill(new TrendsStore(library.Database, library.Clock)),
            new NameCompletion(library.Database, library.Clock)
        );

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_answer_says_in_words_what_its_picture_shows()
    {
        await FillAsync();

        var reply = await AskAsync(("topic", "diffusion, nothing"), ("weeks", "10"));

        Assert.Equal("Trends: diffusion, nothing", reply.Title);
        Assert.Equal("The 10 weeks from 3 November 2025 to 11 January 2026, the last of them not over.", reply.Text);
        Assert.Equal(
            """
            12 papers with 24 votes, most in the week of 29 December (3). The last 4 full weeks brought 8, the 4 before 2.
            Papers by week: 0, 1, 0, 1, 0, 1, 1, 3, 3, 2
            Their votes: 0, 0, 0, 0, 0, 0, 0, 9, 9, 6
            """.ReplaceLineEndings("\n"),
            reply.Fields[0].Text
        );
        Assert.Equal("No papers in these weeks. Try other words, or /search nothing.", reply.Fields[1].Text);
        var file = Assert.Single(reply.Files);
        Assert.Equal((reply.Picture, "image/png"), (file.Name, file.MediaType));
        Assert.Contains("papers 0, 1, 0, 1, 0, 1, 1, 3, 3, 2; votes", file.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_lines_are_as_short_as_they_can_be_and_ask_the_same_again()
    {
        await FillAsync();

        var usual = await AskAsync(("topic", "diffusion"));
        var other = await AskAsync(("topic", "diffusion, \"latent\" space"), ("weeks", "26"), ("look", "light"));

        Assert.Equal("/trends topic:diffusion", usual.Again);
        Assert.Equal("/trends topic:\"diffusion, 'latent' space\" weeks:26 look:light", other.Again);
        Assert.Equal(
            [
                "Light picture: /trends topic:diffusion look:light",
                "26 weeks: /trends topic:diffusion weeks:26",
                "Papers on diffusion: /trending period:month topic:diffusion",
            ],
            usual.Buttons.Select(button => $"{button.Label}: {button.Command}")
        );
        Assert.NotEqual(
            (await AskAsync(("topic", "diffusion"), ("look", "dark"))).Files[0].Bytes.ToArray(),
            (await AskAsync(("topic", "diffusion"), ("look", "LIGHT"))).Files[0].Bytes.ToArray()
        );
    }

    [Fact]
    public async Task Where_there_is_nothing_to_draw_the_answer_says_what_to_do()
    {
        await FillAsync();

        var reply = await AskAsync(("topic", "weaving"));

        Assert.True(reply.Ok);
        Assert.Empty(reply.Files);
        Assert.Null(reply.Picture);
        Assert.EndsWith(
            "None of its papers of that time is about weaving. Try other words, or /search weaving.",
            reply.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_library_is_answered_too() =>
        Assert.Contains("import or fetch", (await AskAsync(("topic", "diffusion"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task While_one_types_the_library_s_keywords_are_offered_after_each_comma()
    {
        await library.KeepAsync(
            NewPaper.Record("One") with
            {
                Keywords = ["diffusion", "graphs"],
            },
            NewPaper.Record("Two") with
            {
                Keywords = ["diffusion"],
            }
        );

        Assert.Equal(["diffusion", "graphs"], Suggested(""));
        Assert.Equal(["graphs"], Suggested("gr"));
        Assert.Equal(["diffusion, graphs"], Suggested("diffusion,"));
        Assert.Equal(["x, diffusion"], Suggested("x, di"));
    }

    private string[] Suggested(string typed) =>
        [.. command.Options[0].Suggest!(typed, Mina).Select(suggestion => suggestion.Value)];

    // In ten weeks, of each of which something else is known: 0, 1, 0, 1, 0, 1, 1, 3, 3, 2 papers; the last three weeks' have 3 votes each.
    private Task<IntakeReport> FillAsync() =>
        library.KeepAsync(
            new[] { 0, 1, 0, 1, 0, 1, 1, 3, 3, 2 }
                .SelectMany((papers, week) => Enumerable.Range(0, papers).Select(i => (week, i)))
                .Select(one =>
                    NewPaper.Record(
                        $"Diffusion {one.week} {one.i}",
                        "",
                        origin: PaperOrigin.HuggingFace,
                        listingDay: Monday.AddDays(7 * (one.week - 9)),
                        votes: one.week >= 7 ? 3 : null
                    )
                )
                .Concat(
                    Enumerable
                        .Range(0, 10)
                        .Select(week =>
                            NewPaper.Record(
                                $"Else {week}",
                                "",
                                origin: PaperOrigin.HuggingFace,
                                listingDay: Monday.AddDays(-7 * week)
                            )
                        )
                )
        );

    private Task<Reply> AskAsync(params (string Option, string Value)[] values) =>
        command.HandleAsync(
            new CommandRequest("trends", values.ToDictionary(value => value.Option, value => value.Value), Mina),
            CancellationToken.None
        );
}
