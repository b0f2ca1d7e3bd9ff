using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Fakes;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Trending;

namespace PaperBot.Skills.Tests.Editions;

public sealed class EditionTests : IDisposable
{
    private static readonly DateOnly Tuesday = new(2026, 1, 6);
    private static readonly DateOnly Wednesday = new(2026, 1, 7);

    private readonly TempDatabase library = new();
    private readonly EditionStore store;
    private Func<Paper, string> sentence = paper => $"{paper.Title} in one sentence.";

    public EditionTests() => store = new EditionStore(library.Database);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_best_papers_are_picked_each_with_its_sentence_and_reason()
    {
        await library.KeepAsync(Listed("Beta", 2), Listed("Alpha", 1, arxivId: "2601.00001"), Listed("Gamma", 3));

        var edition = Build(Tuesday, most: 2);

        Assert.Equal(
            [
                new Pick(
                    1,
                    PaperId.Stored("2601.00001"),
                    "Alpha",
                    new Uri("https://arxiv.org/abs/2601.00001"),
                    "Alpha in one sentence.",
                    "rank 1 on the imported page of 2026-01-06",
                    IsSample: false
                ),
                new Pick(
                    2,
                    PaperId.FromTitle("Beta"),
                    "Beta",
                    null,
                    "Beta in one sentence.",
                    "rank 2 on the imported page of 2026-01-06",
                    IsSample: false
                ),
            ],
            edition.Picks
        );
        Assert.Null(edition.Notice);
    }

    [Fact]
    public async Task What_was_posted_is_not_posted_again_and_the_next_ones_follow()
    {
        await library.KeepAsync(Enumerable.Range(1, 5).Select(rank => Listed($"Paper {rank}", rank)));

        Assert.Equal(["Paper 1", "Paper 2"], Titles(Post(Tuesday)));
        Assert.Equal(["Paper 3", "Paper 4"], Titles(Post(Wednesday)));
        Assert.Equal(["Paper 5"], Titles(Post(Wednesday.AddDays(1))));
        Assert.Empty(Post(Wednesday.AddDays(2)).Picks);
    }

    [Fact]
    public async Task A_second_version_of_a_posted_paper_is_not_posted_even_under_another_title()
    {
        await library.KeepAsync(Listed("First Title", 1, arxivId: "2601.00001", version: 1));
        Post(Tuesday);

        await library.KeepAsync(Listed("Second Title", 1, arxivId: "2601.00001", version: 2));

        Assert.Empty(Build(Wednesday).Picks);
    }

    [Fact]
    public async Task A_posted_paper_that_gets_its_arxiv_id_later_is_not_posted_again()
    {
        await library.KeepAsync(Listed("One Paper", 1));
        Post(Tuesday);

        await library.KeepAsync(Listed("One Paper", 1, arxivId: "2601.00001"));
        await library.KeepAsync(Listed("One Paper, Retitled", 1, arxivId: "2601.00001", version: 2));

        Assert.Equal("2601.00001", library.Store.Get(PaperId.FromTitle("One Paper"))?.Id.Value);
        Assert.Empty(Build(Wednesday).Picks);
    }

    [Fact]
    public async Task The_same_paper_from_another_source_in_another_spelling_is_not_posted_again()
    {
        await library.KeepAsync(Listed("Éfficient Nets: A Study", 1, arxivId: "2601.00001"));
        Post(Tuesday);

        await library.KeepAsync(Listed("Efficient nets - a study", 1, arxivId: "2601.00002"));

        Assert.Equal(2, library.Store.State().Papers);
        Assert.Empty(Build(Wednesday).Picks);
    }

    [Fact]
    public async Task A_paper_posted_as_a_sample_is_not_posted_again_when_the_real_one_arrives()
    {
        await library.KeepAsync(Listed("One Paper", 1) with { Origin = PaperOrigin.Sample });
        Assert.True(Assert.Single(Post(Tuesday).Picks).IsSample);

        await library.KeepAsync(Listed("One Paper", 1, arxivId: "2601.00001"), Listed("Another", 2));

        Assert.Equal(["Another"], Titles(Build(Wednesday)));
    }

    [Fact]
    public async Task Two_papers_of_one_title_do_not_stand_in_one_edition()
    {
        await library.KeepAsync(Listed("Same", 1, arxivId: "2601.00001"), Listed("Same", 2, arxivId: "2601.00002"));

        Assert.Equal("2601.00001", Assert.Single(Post(Tuesday).Picks).Id.Value);
    }

    [Fact]
    public async Task When_the_week_has_nothing_left_older_lists_fill_the_edition()
    {
        await library.KeepAsync(Listed("Old", 1) with { ListingDay = Tuesday.AddDays(-40) }, Listed("New", 9));

        Assert.Equal(["New", "Old"], Titles(Build(Tuesday)));
    }

    [Fact]
    public async Task A_paper_that_cannot_be_summarised_keeps_its_place_with_the_start_of_its_abstract()
    {
        await library.KeepAsync(
            Listed("Good", 1),
            Listed("Bad", 2, text: string.Join(' ', Enumerable.Repeat("Nobody knows how to sum this up.", 20))),
            Listed("Bad without abstract", 3, text: ""),
            Listed("Good again", 4)
        );
        sentence = paper =>
            paper.Title.StartsWith("Bad", StringComparison.Ordinal)
                ? throw new TaskCanceledException("too slow")
                : "Fine.";

        var picks = Build(Tuesday, most: 5).Picks;

        Assert.Equal(["Good", "Bad", "Bad without abstract", "Good again"], picks.Select(pick => pick.Title));
        Assert.Equal("Fine.", picks[0].Summary);
        Assert.StartsWith("Nobody knows how to sum this up. Nobody", picks[1].Summary);
        Assert.EndsWith("how to sum this up…", picks[1].Summary);
        Assert.Equal("Its abstract is not known.", picks[2].Summary);
    }

    [Fact]
    public async Task An_abstract_without_blanks_is_cut_between_whole_characters()
    {
        await library.KeepAsync(Listed("Odd", 1, text: "x" + string.Concat(Enumerable.Repeat("😀", 400))));
        sentence = _ => "";

        var summary = Assert.Single(Build(Tuesday).Picks).Summary;

        Assert.DoesNotContain('\uFFFD', summary);
        Assert.False(char.IsHighSurrogate(summary[^2]));
    }

    [Fact]
    public void An_empty_library_says_why_there_is_nothing() =>
        Assert.Equal(EditionNotice.NoPapers, Build(Tuesday).Notice);

    [Fact]
    public async Task When_everything_has_been_posted_the_edition_says_so()
    {
        await library.KeepAsync(Listed("Only", 1));
        Post(Tuesday);

        Assert.Equal(EditionNotice.AllPosted, Build(Wednesday).Notice);
    }

    [Fact]
    public async Task A_stored_edition_comes_back_as_it_was_posted_and_is_never_replaced()
    {
        await library.KeepAsync(Listed("Alpha", 1, arxivId: "2601.00001"), Listed("Beta", 2), Listed("Gamma", 3));
        var first = Post(Tuesday);

        var second = store.Keep(Build(Tuesday), []);

        Assert.Equal(first.Picks, second.Picks);
        Assert.Equal(first.Picks, store.Get(Tuesday)?.Picks);
        Assert.Equal(first with { Picks = [] }, store.Latest()! with { Picks = [] }); // not null: one was just kept
        Assert.Null(store.Get(Wednesday));
    }

    [Fact]
    public async Task When_several_build_the_same_day_at_once_exactly_one_edition_is_kept()
    {
        await library.KeepAsync(Enumerable.Range(1, 9).Select(rank => Listed($"Paper {rank}", rank)));
        var plan = new Publication(Tuesday, "local", "channel");
        var built = Enumerable.Range(1, 8).Select(number => Build(Tuesday) with { Notice = $"{number}" }).ToList();

        var kept = await Task.WhenAll(built.Select(edition => Task.Run(() => store.Keep(edition, [plan]))));

        Assert.Single(kept.Select(edition => edition.Notice).Distinct());
        Assert.Equal(kept[0].Notice, store.Get(Tuesday)?.Notice);
    }

    [Fact]
    public async Task An_edition_and_the_plan_where_it_goes_are_kept_together_or_not_at_all()
    {
        await library.KeepAsync(Listed("Alpha", 1));
        var log = new PublicationLog(library.Database, library.Clock);
        var plan = new Publication(Tuesday, "local", "channel");
        var elsewhere = new Publication(Wednesday, "local", "channel"); // of a day that has no edition

        Assert.Throws<SqliteException>(() => store.Keep(Build(Tuesday), [plan, elsewhere]));
        Assert.Null(store.Get(Tuesday));

        store.Keep(Build(Tuesday), [plan]);
        var state = Assert.Single(log.Of(Tuesday, Tuesday));
        Assert.Equal((plan, false, 0), (state.Publication, state.IsSent, state.Tries));
    }

    private Edition Post(DateOnly day) => store.Keep(Build(day), []);

    private Edition Build(DateOnly day, int most = 2) =>
        new EditionBuilder(
            new TrendingStore(library.Database, library.Clock),
            library.Store,
            new FakeSentences(sentence),
            library.Clock,
            NullLogger<EditionBuilder>.Instance
        ).Build(day, most, []);

    private static IEnumerable<string> Titles(Edition edition) => edition.Picks.Select(pick => pick.Title);

    private static PaperRecord Listed(
        string title,
        int rank,
        string? arxivId = null,
        int? version = null,
        string text = "We count. It works."
    ) => NewPaper.Record(title, text, arxivId, version, rank: rank);
}
