using PaperBot.Fakes;
using PaperBot.Skills.People;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>What is suggested while a topic or a name is typed.</summary>
public sealed class KnownNamesTests
{
    private static readonly KnownNames Names = new(["Ada Example", "Bo Sämple", "Adam Sample", "…", "Cy Examplescu"]);

    [Theory]
    [InlineData("", "Ada Example|Bo Sämple|Adam Sample|Cy Examplescu")]
    [InlineData("ad", "Ada Example|Adam Sample")]
    [InlineData("Sam ad", "Adam Sample")]
    [InlineData("exa", "Ada Example|Cy Examplescu")]
    [InlineData("sample", "Bo Sämple|Adam Sample")]
    [InlineData("ample", "")]
    [InlineData("ada sample", "Adam Sample")]
    [InlineData("adas sample", "")]
    [InlineData("examplescu", "Cy Examplescu")]
    public void Each_typed_word_begins_one_of_theirs(string typed, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Names.Beginning(typed, 25));

    [Fact]
    public void No_more_are_given_than_asked_for() => Assert.Equal(["Ada Example"], Names.Beginning("a", 1));

    [Fact]
    public async Task Those_of_most_papers_come_first_and_new_ones_after_a_while()
    {
        using var library = new TempDatabase();
        var names = new LibraryNames(library.Database, library.Clock);
        await library.KeepAsync(
            Record("One", authors: ["Ada Example", "Bo Sample"]) with
            {
                Keywords = ["widgets", "gadgets"],
            },
            Record("Two", authors: ["Bo Sample"]) with
            {
                Keywords = ["Gadgets"],
            }
        );

        Assert.Equal(["Bo Sample", "Ada Example"], names.Authors("", 25));
        Assert.Equal("gadgets", names.Keywords("", 25)[0].ToLowerInvariant());
        Assert.Equal(2, names.Keywords("", 25).Count);

        await library.KeepAsync(Record("Three", authors: ["Cy Third"]));
        library.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(["Cy Third"], names.Authors("third", 25));
    }
}
