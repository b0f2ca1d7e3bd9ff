using Microsoft.SemanticKernel;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Trending;

namespace PaperBot.Skills.Tests.Trending;

public sealed class TrendingTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly DateOnly Tuesday = new(2026, 1, 6);
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly TempDatabase library = new();
    private readonly TrendingSkill skill;

    public TrendingTests() => skill = new TrendingSkill(new TrendingStore(library.Database, library.Clock));

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_papers_of_the_newest_list_come_by_their_votes()
    {
        await library.KeepAsync(
            OnHuggingFace("Alpha", "2601.00001", Tuesday, votes: 7),
            OnHuggingFace("Beta", "2601.00002", Tuesday, votes: 42),
            OnHuggingFace("Gamma", "2601.00003", Monday, votes: 99)
        );

        var list = skill.Trending();

        Assert.Equal(["1 Beta: 42 votes", "2 Alpha: 7 votes"], Lines(list));
        Assert.Equal("The list of 6 January 2026.", list.About);
        Assert.Equal(Tuesday, list.Day);
    }

    [Fact]
    public async Task A_vote_that_came_since_yesterday_counts_twice_and_the_reason_says_so()
    {
        library.Clock.AdjustTime(Now.AddDays(-1));
        await library.KeepAsync(
            OnHuggingFace("Steady", "2601.00001", Tuesday, votes: 50),
            OnHuggingFace("Rising", "2601.00002", Tuesday, votes: 28)
        );
        library.Clock.AdjustTime(Now);
        await library.KeepAsync(
            OnHuggingFace("Steady", "2601.00001", Tuesday, votes: 50),
            OnHuggingFace("Rising", "2601.00002", Tuesday, votes: 40)
        );

        var list = skill.Trending();

        Assert.Equal(
            ["1 Rising: 40 votes, +12 since yesterday", "2 Steady: 50 votes, none since yesterday"],
            Lines(list)
        );
        Assert.Equal((52, 40, 12), (list.Papers[0].Score, list.Papers[0].Votes, list.Papers[0].Growth));
    }

    [Fact]
    public async Task The_growth_of_a_week_is_counted_from_what_was_known_a_week_before()
    {
        foreach (var (daysAgo, votes) in new[] { (9, 3), (8, 5), (3, 11), (0, 25) })
        {
            library.Clock.AdjustTime(Now.AddDays(-daysAgo));
            await library.KeepAsync(OnHuggingFace("Slow burner", "2601.00001", Tuesday, votes));
        }

        Assert.Equal(
            ["1 Slow burner: 25 votes, +20 since 2025-12-29; on Hugging Face's list of 2026-01-06"],
            Lines(skill.Trending("week"))
        );
        Assert.Equal(["1 Slow burner: 25 votes, +14 since 2026-01-03"], Lines(skill.Trending("day")));
    }

    [Fact]
    public async Task Without_votes_the_sources_own_rank_decides()
    {
        await library.KeepAsync(
            NewPaper.Record("Second on the page", rank: 2),
            NewPaper.Record("Third on the page", rank: 3),
            NewPaper.Record("First on the page", rank: 1)
        );

        Assert.Equal(
            [
                "1 First on the page: rank 1 on the imported page of 2026-01-06",
                "2 Second on the page: rank 2 on the imported page of 2026-01-06",
            ],
            Lines(skill.Trending(count: 2))
        );
    }

    [Fact]
    public async Task In_a_week_older_lists_fade_and_in_all_they_do_not()
    {
        await library.KeepAsync(
            OnHuggingFace("Fresh", "2601.00001", Tuesday, votes: 30),
            OnHuggingFace("Six days old", "2601.00002", Tuesday.AddDays(-6), votes: 100),
            OnHuggingFace("A week old", "2601.00003", Tuesday.AddDays(-7), votes: 500),
            OnHuggingFace("Years old", "2601.00004", Tuesday.AddYears(-2), votes: 900)
        );

        Assert.Equal(["Fresh", "Six days old"], Titles(skill.Trending("week")));
        Assert.Equal(["A week old", "Fresh", "Six days old"], Titles(skill.Trending("month")).Order());
        Assert.Equal(["Years old", "A week old", "Six days old", "Fresh"], Titles(skill.Trending("all")));
    }

    [Fact]
    public async Task A_library_without_news_answers_with_its_newest_list_and_says_that_it_is_not_todays()
    {
        await library.KeepAsync(OnHuggingFace("Alpha", "2601.00001", Tuesday, votes: 7));
        library.Clock.Advance(TimeSpan.FromDays(3));

        var list = skill.Trending();

        Assert.Equal(["1 Alpha: 7 votes"], Lines(list));
        Assert.Equal("The list of 6 January 2026; no list of today, 9 January 2026, is known yet.", list.About);
    }

    [Fact]
    public async Task A_list_dated_far_ahead_by_mistake_does_not_hide_the_real_ones()
    {
        await library.KeepAsync(
            OnHuggingFace("Mistake", "2601.00001", new DateOnly(2062, 1, 6), votes: 999),
            OnHuggingFace("Real", "2601.00002", Tuesday, votes: 7)
        );

        Assert.Equal(["Real"], Titles(skill.Trending()));
        Assert.Equal(["Real"], Titles(skill.Trending("all")));
    }

    [Fact]
    public async Task What_arxiv_announces_does_not_push_the_list_that_people_vote_on_aside()
    {
        await library.KeepAsync(
            OnHuggingFace("Voted", "2601.00001", Monday, votes: 7),
            NewPaper.Record("Announced", arxivId: "2601.00002", origin: PaperOrigin.ArxivFeed, listingDay: Tuesday)
        );

        Assert.Equal(["Voted"], Titles(skill.Trending()));
        Assert.Equal(
            [
                "1 Voted: 7 votes; on Hugging Face's list of 2026-01-05",
                "2 Announced: no votes known; announced by arXiv on 2026-01-06",
            ],
            Lines(skill.Trending("week"))
        );
    }

    [Fact]
    public async Task A_paper_on_the_lists_of_two_sources_stands_there_once()
    {
        await library.KeepAsync(
            OnHuggingFace("Both", "2601.00001", Tuesday, votes: 7),
            NewPaper.Record("Both", arxivId: "2601.00001", rank: 4)
        );

        Assert.Equal(["1 Both: 7 votes; rank 4 on the imported page of 2026-01-06"], Lines(skill.Trending()));
    }

    [Fact]
    public async Task Votes_of_two_sources_are_not_taken_for_growth()
    {
        await library.KeepAsync(NewPaper.Record("Both", arxivId: "2601.00001", votes: 3, rank: 1));
        library.Clock.Advance(TimeSpan.FromDays(1));
        await library.KeepAsync(OnHuggingFace("Both", "2601.00001", Tuesday.AddDays(1), votes: 70));

        Assert.Equal(["1 Both: 70 votes"], Lines(skill.Trending()));
    }

    [Fact]
    public async Task All_words_of_a_topic_must_occur_in_whatever_form()
    {
        await library.KeepAsync(
            NewPaper.Record("Diffusion Models for Images", rank: 1),
            NewPaper.Record("Diffusing Gently", "A model of heat.", rank: 2),
            NewPaper.Record("Diffusion of Heat", "Nothing else.", rank: 3)
        );

        Assert.Equal(
            ["Diffusion Models for Images", "Diffusing Gently"],
            Titles(skill.Trending(topic: "DIFFUSION the model"))
        );
        Assert.Empty(skill.Trending(topic: "diffusion xyzzy").Papers);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("heat\" OR \"x")]
    [InlineData("NEAR(heat, 2)")]
    [InlineData("words : heat* - ^heat + {x}")]
    [InlineData("heat\0heat \uD800 \u202E")]
    [InlineData("'; DROP TABLE papers; --")]
    public async Task A_topic_is_only_ever_words(string topic)
    {
        await library.KeepAsync(NewPaper.Record("Diffusion of Heat", rank: 1));

        var problem = Record.Exception(() => skill.Trending(topic: topic));

        Assert.True(problem is null or SkillException, problem?.ToString());
        Assert.Equal(1, library.Store.State().Papers);
    }

    [Fact]
    public void A_topic_without_a_word_is_refused_with_advice()
    {
        var refusal = Assert.Throws<SkillException>(() => skill.Trending(topic: "the ?!"));

        Assert.Equal(
            "'the ?!' has no word to look for. Name a topic such as diffusion, or leave the topic out.",
            refusal.Message
        );
    }

    [Theory]
    [InlineData("year", 10, "'year' is not a period. Take day, week, month or all.")]
    [InlineData("day", 0, "The count must be a number from 1 to 25; 0 is not.")]
    [InlineData("day", 26, "The count must be a number from 1 to 25; 26 is not.")]
    public void What_cannot_be_asked_for_is_refused_with_what_can(string period, int count, string sentence)
    {
        var refusal = Assert.Throws<SkillException>(() => skill.Trending(period, count: count));

        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public async Task Without_lists_votes_decide()
    {
        await library.KeepAsync(
            NewPaper.Record("Few", votes: 2),
            NewPaper.Record("Many", votes: 20),
            NewPaper.Record("Uncounted")
        );

        var list = skill.Trending();

        Assert.Equal(["1 Many: 20 votes; on no list", "2 Few: 2 votes; on no list"], Lines(list));
        Assert.Equal("No lists are known: papers by their votes, last counted on 6 January 2026.", list.About);
    }

    [Fact]
    public async Task Without_lists_and_votes_the_newest_papers_come_first()
    {
        await library.KeepAsync(
            NewPaper.Record("No date"),
            NewPaper.Record("Of 2024") with
            {
                Year = 2024,
            },
            NewPaper.Record("Ninth of October") with
            {
                Published = new DateOnly(2025, 10, 9),
            },
            NewPaper.Record("Tenth of October") with
            {
                Published = new DateOnly(2025, 10, 10),
            },
            NewPaper.Record("Tenth of February") with
            {
                Published = new DateOnly(2025, 2, 10),
            }
        );

        var list = skill.Trending("month");

        Assert.Equal(
            [
                "1 Tenth of October: no votes known; newest first, published 2025-10-10",
                "2 Ninth of October: no votes known; newest first, published 2025-10-09",
                "3 Tenth of February: no votes known; newest first, published 2025-02-10",
                "4 Of 2024: no votes known; newest first, of 2024",
                "5 No date: no votes known; newest first, without a date of publication",
            ],
            Lines(list)
        );
        Assert.Equal(["Tenth of February"], Titles(skill.Trending(topic: "february")));
        Assert.Null(list.Day);
    }

    [Fact]
    public void An_empty_library_has_an_empty_list() => Assert.Empty(skill.Trending().Papers);

    [Fact]
    public async Task A_model_can_call_it_through_a_kernel()
    {
        await library.KeepAsync(NewPaper.Record("First on the page", rank: 1));
        var kernel = new Kernel();
        var plugin = kernel.ImportPluginFromObject(skill, "trending");

        var answer = await kernel.InvokeAsync<TrendingList>(
            plugin["trending"],
            new KernelArguments { ["period"] = "week", ["count"] = "3" }
        );

        Assert.Equal("First on the page", Assert.Single(answer!.Papers).Paper.Title); // not null: the function returns one
    }

    private static PaperRecord OnHuggingFace(string title, string id, DateOnly day, int votes) =>
        NewPaper.Record(title, arxivId: id, origin: PaperOrigin.HuggingFace, votes: votes, listingDay: day);

    private static IEnumerable<string> Lines(TrendingList list) =>
        list.Papers.Select(paper => $"{paper.Rank} {paper.Paper.Title}: {paper.Reason}");

    private static IEnumerable<string> Titles(TrendingList list) => list.Papers.Select(paper => paper.Paper.Title);
}
