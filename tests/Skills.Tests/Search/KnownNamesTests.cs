using PaperBot.Skills.Search;

namespace PaperBot.Skills.Tests.Search;

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
    public void What_begins_as_it_was_typed_comes_before_what_has_it_later() =>
        Assert.Equal(["Adam Sample", "Cy Adams"], new KnownNames(["Cy Adams", "Adam Sample"]).Beginning("adam", 25));
}
