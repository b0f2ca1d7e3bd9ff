using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class RelatedSkillTests : IDisposable
{
    private const string Asked = "Warp Tension in Hand Looms";

    private readonly TempDatabase library = new();
    private readonly LibraryTerms terms;

    public RelatedSkillTests() => terms = new LibraryTerms(library.Database);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_same_problem_with_another_method_comes_before_the_same_method()
    {
        await KeepLoomsAsync();

        var related = To(RelatedBy.Method);

        Assert.Equal("Uneven Warp Threads Revisited", related[0].Paper.Title);
        Assert.DoesNotContain(related, paper => paper.Paper.Title == "Sensors Once More");
        Assert.Contains("Same problem:", related[0].Reason, StringComparison.Ordinal);
        Assert.Contains("genetic", related[0].Reason, StringComparison.Ordinal);
        Assert.Contains("instead of", related[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_problem_and_by_result_say_what_they_go_by()
    {
        await KeepLoomsAsync();

        Assert.All(
            To(RelatedBy.Problem),
            paper => Assert.StartsWith("Same problem:", paper.Reason, StringComparison.Ordinal)
        );
        Assert.Equal("Fewer Broken Threads in Sock Machines", To(RelatedBy.Result)[0].Paper.Title);
    }

    [Fact]
    public async Task A_reason_is_made_of_telling_words_and_never_of_addresses_or_numbers()
    {
        await KeepLoomsAsync();

        var reasons = To(RelatedBy.Everything).Select(paper => paper.Reason).ToList();

        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.DoesNotMatch("https?|github|\\d|\\b(the|and|our|results)\\b", reason));
    }

    [Fact]
    public async Task A_paper_that_came_a_moment_ago_is_related_at_once()
    {
        await KeepLoomsAsync();
        To(RelatedBy.Everything); // what the library holds is learnt from here on
        await library.KeepAsync(
            NewPaper.Record(
                "Warp Tension in Hand Looms, Measured",
                "We measure warp tension in hand looms with a spring."
            )
        );

        Assert.Contains(To(RelatedBy.Everything), paper => paper.Paper.Title == "Warp Tension in Hand Looms, Measured");
    }

    [Fact]
    public async Task A_copy_of_the_paper_is_not_related_to_it_and_a_lonely_paper_has_no_relations()
    {
        await library.KeepAsync(NewPaper.Record(Asked, "We study warp tension."));

        Assert.Empty(To(RelatedBy.Everything));
        Assert.Empty(To(RelatedBy.Method));
    }

    [Theory]
    [InlineData("")]
    [InlineData("漢字だけの要旨。")]
    [InlineData("$x^2 + y^2 = z^2$")]
    public async Task A_paper_without_a_readable_abstract_is_related_by_its_title(string text)
    {
        await KeepLoomsAsync();
        await library.KeepAsync(NewPaper.Record("Hand Looms", text));
        var paper = library.Store.WithTitle("Hand Looms")[0];

        Assert.NotEmpty(Skill().To(paper));
        Assert.NotNull(Skill().To(paper, RelatedBy.Method));
        Assert.NotNull(Skill().To(paper, RelatedBy.Result));
    }

    [Fact]
    public void What_papers_cannot_be_related_by_is_refused_with_what_can()
    {
        var refusal = Assert.Throws<SkillException>(() => RelatedByNames.Parse("weather"));

        Assert.Contains("problem, method, result", refusal.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<RelatedPaper> To(RelatedBy by) => Skill().To(library.Store.WithTitle(Asked)[0], by);

    private RelatedSkill Skill() => new(library.Database, new FixedFinder(), terms);

    private Task<IntakeReport> KeepLoomsAsync() =>
        library.KeepAsync(
            NewPaper.Record(
                Asked,
                "Hand looms suffer from uneven warp threads, which limits the quality of cloth. "
                    + "We propose optical sensors that are trained with a Kalman filter on camera images. "
                    + "Experiments show 12 % fewer broken threads. Code: https://github.com/looms/warp10"
            ),
            NewPaper.Record(
                "Uneven Warp Threads Revisited",
                "Hand looms suffer from uneven warp threads, a problem that limits cloth. "
                    + "We propose a genetic algorithm that evolves the order of pedals by crossover and mutation. "
                    + "Experiments show a higher speed of weaving."
            ),
            NewPaper.Record(
                "Sensors Once More",
                "Hand looms suffer from uneven warp threads, which limits cloth. "
                    + "We propose optical sensors that are trained with a Kalman filter on camera images of the loom. "
                    + "Experiments show good tension. Code: https://github.com/looms/other10"
            ),
            NewPaper.Record(
                "Fewer Broken Threads in Sock Machines",
                "Sock machines are loud and old. We propose to oil them with a mixture of fats. "
                    + "Experiments show 12 % fewer broken threads."
            ),
            NewPaper.Record(
                "Parsing Sentences",
                "Parsers of German make mistakes. We propose a chart parser with a beam. Experiments show 3 % more trees."
            )
        );
}
