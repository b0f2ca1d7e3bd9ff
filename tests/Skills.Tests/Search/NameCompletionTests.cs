using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Tests.Search;

/// <summary>Topics and authors while somebody types them.</summary>
public sealed class NameCompletionTests : IDisposable
{
    private readonly TempDatabase library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Topics_are_keywords_those_of_most_papers_first_and_then_words_of_titles()
    {
        await library.KeepAsync(
            NewPaper.Record("Diffusers in Practice", "A.") with
            {
                Keywords = ["diffusion", "image generation"],
            },
            NewPaper.Record("A Second", "B.") with
            {
                Keywords = ["image generation"],
            }
        );
        var names = New();

        Assert.Equal(["image generation", "diffusion"], names.Topics("", 2));
        Assert.Equal(["diffusion", "diffusers"], names.Topics("diffus", 10));
        Assert.Equal(["image generation"], names.Topics("gener", 10));
        Assert.Empty(names.Topics("zzz", 10));
    }

    [Fact]
    public async Task A_category_is_a_topic_too()
    {
        await library.KeepAsync(NewPaper.Record("One", "A.") with { Keywords = ["clip"], Categories = ["cs.CL"] });
        var names = New();

        Assert.Equal(["cs.CL"], names.Topics("cs.c", 10));
        Assert.Equal(["clip", "cs.CL"], names.Topics("cl", 10));
    }

    [Fact]
    public async Task Authors_are_found_by_any_part_of_the_name_without_accents()
    {
        await library.KeepAsync(
            NewPaper.Record("One", "A.") with
            {
                Authors = ["Amélie Poulain", "Bo Li"],
            },
            NewPaper.Record("Two", "B.") with
            {
                Authors = ["Bo Li", "Lia Amadi"],
            }
        );
        var names = New();

        Assert.Equal(["Amélie Poulain"], names.Authors("ame", 10));
        Assert.Equal(["Amélie Poulain"], names.Authors("poul am", 10));
        Assert.Equal(["Lia Amadi", "Bo Li"], names.Authors("li", 10));
        Assert.Equal("Bo Li", names.Authors("", 1)[0]);
    }

    [Fact]
    public async Task Papers_that_come_later_are_found_too()
    {
        var names = New();
        Assert.Empty(names.Topics("", 5));

        await library.KeepAsync(NewPaper.Record("One", "A.") with { Keywords = ["agents"] });
        library.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(["agents"], names.Topics("", 5));
    }

    [Fact]
    public async Task Spellings_of_one_keyword_are_one_topic_and_a_list_is_none()
    {
        await library.KeepAsync(
            With("One", "diffusion models", "Robotics"),
            With("Two", "Diffusion Models", "graphs"),
            With("Three", "diffusion model", "robotics, and more"),
            With("Four", "robotics", "Diffusion models")
        );

        Assert.Equal(
            ["diffusion models", "robotics", "graphs"],
            New().Topics("", 10),
            StringComparer.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Without_keywords_words_that_titles_share_are_topics()
    {
        await library.KeepAsync(
            NewPaper.Record("Graph Networks for Chemistry"),
            NewPaper.Record("Deep Graph Networks"),
            NewPaper.Record("Of Graph Networks and the World"),
            NewPaper.Record("Of the World")
        );

        Assert.Equal(["graph networks"], New().Topics("", 10));
    }

    [Fact]
    public async Task A_team_of_one_word_is_known_as_an_author()
    {
        await library.KeepAsync(NewPaper.Record("One", "A.") with { Authors = ["DeepWidgets", "Ada Example"] });
        var names = New();

        Assert.True(names.HasAuthor("deepwidgets"));
        Assert.False(names.HasAuthor("Example"));
    }

    private static PaperRecord With(string title, params IReadOnlyList<string> keywords) =>
        NewPaper.Record(title) with
        {
            Keywords = keywords,
        };

    private NameCompletion New() => new(library.Database, library.Clock);
}
