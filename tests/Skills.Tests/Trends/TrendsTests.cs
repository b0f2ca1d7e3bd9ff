using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Trends;

namespace PaperBot.Skills.Tests.Trends;

public sealed class TrendsTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 1, 5); // the clock stands at noon of the day after

    private readonly TempDatabase library = new();
    private readonly TrendsSkill skill;

    public TrendsTests() => skill = new TrendsSkill(new TrendsStore(library.Database, library.Clock));

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_paper_counts_once_in_the_week_of_the_first_list_it_was_on()
    {
        await library.KeepAsync(
            Listed("Diffusion One", Monday.AddDays(-8)) with
            {
                Published = Monday.AddDays(-30),
            },
            Listed("Diffusion One", Monday),
            Listed("Diffusion Two", Monday)
        );

        var trend = skill.Trends("diffusion", 4).Topics.Single();

        Assert.Equal(["2025-12-15 0", "2025-12-22 1", "2025-12-29 0", "2026-01-05 1"], Lines(trend));
        Assert.Equal((2, new DateOnly(2026, 1, 5)), (trend.Papers, trend.Best!.Monday));
    }

    [Fact]
    public async Task A_paper_on_no_list_counts_in_the_week_of_its_first_version_and_the_answer_says_how_many_do()
    {
        await library.KeepAsync(
            Listed("Diffusion One", Monday),
            NewPaper.Record("Diffusion Two") with
            {
                Published = Monday.AddDays(-1),
            },
            NewPaper.Record("Diffusion Three") with
            {
                Published = Monday.AddDays(-7),
            }
        );

        var report = skill.Trends("diffusion", 4);

        Assert.Equal(["2025-12-15 0", "2025-12-22 0", "2025-12-29 2", "2026-01-05 1"], Lines(report.Topics[0]));
        Assert.StartsWith(
            "Papers count in the week of the first list they were on; 2 of 3, on no list, in that of their first version.",
            report.Counting,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_week_begins_on_Monday_and_ends_on_Sunday_across_a_year()
    {
        await library.KeepAsync(
            Listed("Diffusion on Sunday", new DateOnly(2026, 1, 4)),
            Listed("Diffusion on Monday", new DateOnly(2025, 12, 29)),
            Listed("Diffusion on the Sunday before", new DateOnly(2025, 12, 28))
        );

        var trend = skill.Trends("diffusion", 4).Topics.Single();

        Assert.Equal(["2025-12-08 0", "2025-12-15 0", "2025-12-22 1", "2025-12-29 2"], Lines(trend));
    }

    [Fact]
    public async Task Votes_are_those_that_the_papers_of_a_week_have_now()
    {
        await library.KeepAsync(
            Listed("Diffusion One", Monday.AddDays(-7), votes: 3),
            Listed("Diffusion Two", Monday.AddDays(-7), votes: 10),
            Listed("Diffusion Three", Monday)
        );
        library.Clock.Advance(TimeSpan.FromDays(1));
        await library.KeepAsync(Listed("Diffusion One", Monday.AddDays(-7), votes: 40));

        var trend = skill.Trends("diffusion", 4).Topics.Single();

        Assert.Equal([null, null, 50, null], trend.Weeks.Select(week => week.Votes));
        Assert.Equal(50, trend.Votes);
    }

    [Fact]
    public async Task Where_no_source_counts_votes_the_answer_says_so()
    {
        await library.KeepAsync(Listed("Diffusion One", Monday));

        var report = skill.Trends("diffusion");

        Assert.Null(report.Topics[0].Votes);
        Assert.False(report.HasVotes);
        Assert.EndsWith("No source counts votes for these papers.", report.Counting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_topics_are_compared_over_the_same_weeks_and_words_are_found_in_any_form()
    {
        await library.KeepAsync(
            Listed("A Graph Neural Network", Monday),
            Listed("Graphs for Neural Networks", Monday.AddDays(-7)),
            Listed("Neural Graphics", Monday),
            Listed("Diffusion", Monday)
        );

        var report = skill.Trends(" diffusion,graph neural networks , nothing, Diffusion ", 4);

        Assert.Equal(["diffusion", "graph neural networks", "nothing"], report.Topics.Select(topic => topic.Topic));
        Assert.Equal([1, 2, 0], report.Topics.Select(topic => topic.Papers));
        Assert.Single(
            report.Topics.Select(topic => string.Join(' ', topic.Weeks.Select(week => week.Monday))).Distinct()
        );
    }

    [Fact]
    public async Task A_library_without_news_ends_where_it_knows_something_and_says_so()
    {
        await library.KeepAsync(Listed("Diffusion One", Monday));
        library.Clock.Advance(TimeSpan.FromDays(21));

        var report = skill.Trends("diffusion", 4);

        Assert.Equal(
            "The 4 weeks from 15 December 2025 to 11 January 2026; the library knows nothing newer than 5 January 2026. The library holds nothing of the weeks before 5 January 2026.",
            report.About
        );
        Assert.False(report.IsLastOpen);
        Assert.Equal([false, false, false, true], report.Topics[0].Weeks.Select(week => week.IsKnown));
    }

    [Fact]
    public async Task A_week_that_is_not_over_is_told()
    {
        await library.KeepAsync(Listed("Diffusion", Monday), Listed("Else", Monday.AddDays(-21)));

        var report = skill.Trends("diffusion", 4);

        Assert.Equal("The 4 weeks from 15 December 2025 to 11 January 2026, the last of them not over.", report.About);
        Assert.True(report.IsLastOpen);
    }

    [Fact]
    public async Task A_paper_dated_far_ahead_by_mistake_or_with_a_year_alone_counts_nowhere()
    {
        await library.KeepAsync(
            NewPaper.Record("Diffusion ahead") with
            {
                Published = new DateOnly(2062, 1, 6),
            },
            Listed("Diffusion list ahead", new DateOnly(2062, 1, 6)),
            NewPaper.Record("Diffusion of a year") with
            {
                Year = 2026,
            },
            NewPaper.Record("Diffusion today") with
            {
                Published = Monday.AddDays(1),
            }
        );

        var trend = skill.Trends("diffusion", 4).Topics.Single();

        Assert.Equal(["2025-12-15 0", "2025-12-22 0", "2025-12-29 0", "2026-01-05 1"], Lines(trend));
    }

    [Fact]
    public void An_empty_library_says_what_to_do()
    {
        var report = skill.Trends("diffusion");

        Assert.True(report.IsEmpty);
        Assert.Contains("import or fetch", report.About, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a, b, c1, d1, e1", 12, "'a' has no word")]
    [InlineData("one1, two2, three3, four4", 12, "3 topics at most")]
    [InlineData(" , ,", 12, "Name a topic such as diffusion")]
    [InlineData("diffusion", 3, "from 4 to 26; 3 is not")]
    [InlineData("diffusion", 27, "from 4 to 26; 27 is not")]
    public void What_cannot_be_counted_is_refused_with_what_can(string topics, int weeks, string said)
    {
        var refusal = Assert.Throws<SkillException>(() => skill.Trends(topics, weeks));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_is_no_query_language()
    {
        var report = skill.Trends("\"near\" OR (diffusion* NOT x)");

        Assert.Equal("\"near\" OR (diffusion* NOT x)", report.Topics.Single().Topic);
    }

    private static PaperRecord Listed(string title, DateOnly day, int? votes = null) =>
        NewPaper.Record(title, "", origin: PaperOrigin.HuggingFace, listingDay: day, votes: votes);

    private static IEnumerable<string> Lines(TopicTrend trend) =>
        trend.Weeks.Select(week => $"{week.Monday:yyyy-MM-dd} {week.Papers}");
}
