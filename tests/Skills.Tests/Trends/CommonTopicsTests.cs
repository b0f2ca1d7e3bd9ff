using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Trends;

namespace PaperBot.Skills.Tests.Trends;

public sealed class CommonTopicsTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly CommonTopics topics;

    public CommonTopicsTests() => topics = new CommonTopics(library.Database);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_commonest_keywords_come_first_each_once()
    {
        await library.KeepAsync(
            With("One", "diffusion models", "Robotics"),
            With("Two", "Diffusion Models", "graphs"),
            With("Three", "diffusion model", "robotics, and more"),
            With("Four", "robotics")
        );

        Assert.Equal(["Diffusion Models", "robotics", "graphs"], topics.Like("", 10), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(["robotics"], topics.Like("ro", 10), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_typed_may_begin_any_word_and_what_begins_with_it_comes_first()
    {
        await library.KeepAsync(
            With("One", "latent diffusion", "diffusion"),
            With("Two", "latent diffusion"),
            With("Three", "confusion")
        );

        Assert.Equal(["diffusion", "latent diffusion"], topics.Like("Diff", 10));
    }

    [Fact]
    public async Task Without_keywords_words_that_titles_share_are_suggested()
    {
        await library.KeepAsync(
            NewPaper.Record("Graph Networks for Chemistry"),
            NewPaper.Record("Deep Graph Networks"),
            NewPaper.Record("Of Graph Networks and the World"),
            NewPaper.Record("Of the World")
        );

        Assert.Equal(["graph networks"], topics.Like("", 10));
    }

    [Fact]
    public async Task A_library_that_has_grown_suggests_what_is_new()
    {
        await library.KeepAsync(With("One", "diffusion"));
        var before = topics.Like("", 10);

        await library.KeepAsync(With("Two", "robotics"), With("Three", "robotics"));

        Assert.Equal(["diffusion"], before);
        Assert.Equal(["robotics", "diffusion"], topics.Like("", 10));
    }

    private static PaperRecord With(string title, params IReadOnlyList<string> keywords) =>
        NewPaper.Record(title) with
        {
            Keywords = keywords,
        };
}
