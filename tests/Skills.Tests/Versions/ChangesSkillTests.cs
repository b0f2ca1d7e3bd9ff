using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Versions;

namespace PaperBot.Skills.Tests.Versions;

/// <summary>What changed in a paper, on a real library.</summary>
public sealed class ChangesSkillTests : IDisposable
{
    private const string Id = "2601.01234";

    private readonly TempDatabase library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Of_a_new_version_the_numbers_the_abstract_and_the_title_are_told()
    {
        await TellAsync(1, "Sparse Widgets", "Widgets reach 37.1 % top-1 accuracy on ImageNet. Code follows.");
        library.Clock.Advance(TimeSpan.FromDays(3));
        await TellAsync(2, "Sparser Widgets", "Widgets reach 41.5 % top-1 accuracy on ImageNet. Code is out.");

        var changes = Changes();

        var change = changes.Change!;
        Assert.Equal([1, 2], changes.Versions);
        Assert.Equal((1, 2), (change.From.Version, change.To.Version));
        Assert.Equal(library.Clock.GetUtcNow(), change.To.SeenAt);
        Assert.Equal([new NumberChange("37.1 %", "41.5 %") { Of = "top-1 accuracy on ImageNet" }], change.Numbers);
        Assert.Equal("Sparse", change.Title!.Runs[0].Text);
        Assert.Contains(new DiffRun(DiffKind.Removed, " follows"), change.Abstract!.Runs);
    }

    [Fact]
    public async Task A_new_title_alone_is_a_change_too()
    {
        await TellAsync(1, "Sparse Widgets", "Widgets are fast.");
        await TellAsync(2, "Sparse Widgets Revisited", "Widgets are fast.");

        var change = Changes().Change!;

        Assert.Equal((1, 2), (change.From.Version, change.To.Version));
        Assert.Equal(new DiffRun(DiffKind.Added, " Revisited"), change.Title!.Runs[^1]);
        Assert.Null(change.Abstract);
    }

    [Fact]
    public async Task A_version_that_says_the_same_does_not_hide_the_change_before_it()
    {
        await TellAsync(1, "Sparse Widgets", "Widgets are fast.");
        await TellAsync(2, "Sparse Widgets", "Widgets are slow.");
        await TellAsync(3, "Sparse Widgets", "Widgets are slow.");

        var changes = Changes();

        Assert.Equal((1, 2), (changes.Change!.From.Version, changes.Change.To.Version));
        Assert.Equal([1, 2, 3], changes.Versions);
    }

    [Fact]
    public async Task Other_blanks_and_punctuation_are_no_change()
    {
        await TellAsync(1, "Sparse Widgets", "Widgets are fast – and cheap");
        await TellAsync(2, "Sparse widgets", "Widgets are fast - and  cheap.");

        Assert.Null(Changes().Change);
    }

    [Fact]
    public async Task What_another_source_says_of_the_same_version_is_no_new_version()
    {
        await TellAsync(null, "Sparse Widgets", "They say that widgets are fast.", PaperOrigin.HuggingFace);
        await TellAsync(1, "Sparse Widgets", "Widgets are fast.", PaperOrigin.ArxivApi);

        var changes = Changes();

        Assert.Null(changes.Change);
        Assert.Equal([1], changes.Versions);
    }

    [Fact]
    public async Task Of_a_version_that_several_sources_told_of_the_best_of_them_counts()
    {
        await TellAsync(null, "Sparse Widgets", "They say that widgets are fast.", PaperOrigin.HuggingFace);
        await TellAsync(1, "Sparse Widgets", "Widgets are fast.", PaperOrigin.ArxivApi);
        await TellAsync(2, "Sparse Widgets", "Widgets are slow.", PaperOrigin.ArxivApi);

        Assert.Equal("Widgets are fast.", Changes().Change!.From.Abstract);
    }

    [Fact]
    public async Task A_version_that_comes_late_takes_its_place()
    {
        await TellAsync(3, "Third", "Widgets are slow.");
        await TellAsync(1, "First", "Widgets are fast.");
        await TellAsync(2, "Second", "Widgets are steady.");

        var change = Changes("Third").Change!;

        Assert.Equal(
            (2, "Second", "Widgets are steady."),
            (change.From.Version, change.From.Title, change.From.Abstract)
        );
        Assert.Equal((3, "Third", "Widgets are slow."), (change.To.Version, change.To.Title, change.To.Abstract));
    }

    [Fact]
    public async Task A_paper_of_one_version_has_no_change()
    {
        await TellAsync(1, "Sparse Widgets", "Widgets are fast.");

        var changes = Changes();

        Assert.Null(changes.Change);
        Assert.Equal([1], changes.Versions);
    }

    private Task TellAsync(int? version, string title, string text, PaperOrigin origin = PaperOrigin.ArxivApi) =>
        library.KeepAsync(NewPaper.Record(title, text, Id, version, origin));

    private PaperChanges Changes(string? title = null)
    {
        var paper = library.Store.Get(PaperId.Stored(Id))!;
        Assert.Equal(title ?? paper.Title, paper.Title);
        return new ChangesSkill(new FixedFinder(paper), new PaperVersions(library.Database)).Show(paper.Title);
    }
}
