using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Papers;

/// <summary>When two spellings may be one person.</summary>
public sealed class AuthorNameTests
{
    [Theory]
    [InlineData("Ada Example", "Ada Example")]
    [InlineData("A. Example", "Ada Example")]
    [InlineData("Ada Example", "A. B. Example")]
    [InlineData("Ada Example", "Ada Beth Example")]
    [InlineData("A.B. Example", "Ada Beth Example")]
    [InlineData("AB Example", "Ada Beth Example")]
    [InlineData("Example, Ada", "Ada Example")]
    [InlineData("ada exämple", "Ada Example")]
    [InlineData("Martin Sample Jr.", "Martin Sample")]
    [InlineData("L. van der Berg", "Laurens van der Berg")]
    [InlineData("L.J.P. van der Berg", "Laurens van der Berg")]
    [InlineData("J.-P. Exemple", "Jean-Pierre Exemple")]
    [InlineData("Jean Exemple", "Jean-Pierre Exemple")]
    [InlineData("DeepThings", "deepthings")]
    [InlineData("王小明", "王小明")]
    public void These_may_be_one_person(string one, string other)
    {
        Assert.True(Name(one).MayBe(Name(other)));
        Assert.True(Name(other).MayBe(Name(one)));
    }

    [Theory]
    [InlineData("Ada Example", "Alan Example")]
    [InlineData("Ada Example", "B. Example")]
    [InlineData("A. C. Example", "Ada Beth Example")]
    [InlineData("Ada Example", "Ada Exampleson")]
    [InlineData("Ada Example", "Example")]
    [InlineData("Example", "Ada Example")]
    [InlineData("Bo Li", "Benjamin Li")]
    [InlineData("Beth Ada Example", "Ada Beth Example")]
    [InlineData("王小明", "李小明")]
    public void These_are_two(string one, string other)
    {
        Assert.False(Name(one).MayBe(Name(other)));
        Assert.False(Name(other).MayBe(Name(one)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("42")]
    public void What_has_no_letter_is_no_name(string text) => Assert.Null(AuthorName.Of(text));

    private static AuthorName Name(string text) => AuthorName.Of(text)!;
}
