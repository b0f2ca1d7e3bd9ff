using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>A person's reading list.</summary>
public sealed class SavedPapersTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly SavedPapers saved;

    public SavedPapersTests() => saved = new SavedPapers(library.Database, library.Clock);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_newest_comes_first_and_nobody_elses_is_there()
    {
        await library.KeepAsync(Record("Sparse Widgets", "2601.00001"), Record("Fast Gadgets", "2601.00002"));
        Assert.True(saved.Save(Mina, Server, PaperId.Stored("2601.00001")));
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(saved.Save(Mina, Server, PaperId.Stored("2601.00002")));
        Assert.False(saved.Save(Mina, "", PaperId.Stored("2601.00001")));
        saved.Save(Jo, Server, PaperId.Stored("2601.00001"));

        Assert.Equal(["Fast Gadgets", "Sparse Widgets"], saved.Of(Mina).Select(one => one.Paper?.Title));
        Assert.True(saved.Remove(Mina, PaperId.Stored("2601.00002")));
        Assert.False(saved.Remove(Mina, PaperId.Stored("2601.00002")));
        Assert.Single(saved.Of(Mina));
    }

    [Fact]
    public async Task A_saved_paper_stays_when_it_gets_its_arXiv_id_and_can_be_taken_off_by_it()
    {
        await library.KeepAsync(Record("Sparse Widgets"));
        saved.Save(Mina, "", library.Store.WithTitle("Sparse Widgets").Single().Id);
        await library.KeepAsync(Record("Sparse Widgets", "2601.00001"));

        Assert.False(saved.Save(Mina, "", PaperId.Stored("2601.00001")));
        Assert.Equal("2601.00001", Assert.Single(saved.Of(Mina)).Id.Value);
        Assert.True(saved.Remove(Mina, PaperId.Stored("2601.00001")));
    }

    [Fact]
    public void One_that_has_left_the_library_is_still_on_the_list()
    {
        saved.Save(Mina, "", PaperId.Stored("2601.00009"));

        Assert.Null(Assert.Single(saved.Of(Mina)).Paper);
    }

    [Fact]
    public void A_full_list_is_refused_with_what_to_do()
    {
        foreach (var i in Enumerable.Range(0, SavedPapers.MostPerPerson))
        {
            saved.Save(Mina, "", PaperId.Stored($"2601.{i:00000}"));
        }

        var refusal = Assert.Throws<SkillException>(() => saved.Save(Mina, "", PaperId.Stored("2602.00001")));

        Assert.StartsWith(
            "Your list has 500 papers, which is the most. Take one off",
            refusal.Message,
            StringComparison.Ordinal
        );
    }
}
