using PaperBot.Fakes;
using PaperBot.Skills.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class LibraryTermsTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly LibraryTerms terms;

    public LibraryTermsTests() => terms = new LibraryTerms(library.Database);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_few_papers_have_words_and_no_topics()
    {
        await KeepAsync(0, 50);

        var learnt = Get();

        Assert.Equal((50, 0), (learnt.Lexicon.Papers, learnt.Topics.Dimensions));
        Assert.True(terms.Background.IsCompleted);
    }

    [Fact]
    public async Task Hundreds_of_papers_are_learnt_at_once_with_their_topics()
    {
        await KeepAsync(0, 400);

        Assert.NotEqual(0, Get().Topics.Dimensions);
        Assert.Same(Get(), Get());
    }

    [Fact]
    public async Task Thousands_are_learnt_from_a_few_while_somebody_waits_and_thoroughly_behind_his_back()
    {
        await KeepAsync(0, 1_500);

        var first = Get();
        await terms.Background;
        var then = Get();

        Assert.Equal((1_000, 0), (first.Lexicon.Papers, first.Topics.Dimensions));
        Assert.Equal(1_500, then.Lexicon.Papers);
        Assert.NotEqual(0, then.Topics.Dimensions);
    }

    [Fact]
    public async Task A_library_that_grew_by_half_is_learnt_again_and_one_that_grew_a_little_is_not()
    {
        await KeepAsync(0, 400);
        var first = Get();
        await KeepAsync(400, 450);
        var little = Get();
        await KeepAsync(450, 700);

        Assert.Same(first, little);
        Assert.Same(first, Get()); // nobody waits for it
        await terms.Background;
        Assert.Equal(700, Get().Lexicon.Papers);
    }

    [Fact]
    public async Task Papers_that_come_later_are_placed_without_being_learnt_from()
    {
        await KeepAsync(0, 400);
        var before = Know();
        await KeepAsync(400, 420);
        var few = Know().Places.LastRow;
        await KeepAsync(420, 500);
        Know();
        await terms.Background;

        Assert.Equal((400, 420), (before.Terms.Lexicon.Papers, few));
        Assert.Equal(500, Know().Places.LastRow);
        Assert.Same(before.Terms, Get());
    }

    private LearntTerms Get() => Know().Terms;

    private LibraryKnowledge Know()
    {
        using var connection = library.Database.Open();
        return terms.Get(connection);
    }

    private Task KeepAsync(int from, int to)
    {
        string[] words = ["loom", "thread", "kite", "keel", "oven", "crust", "mast", "glass", "paper", "flour"];
        var random = new Random(from);
        return library.KeepAsync(
            Enumerable
                .Range(from, to - from)
                .Select(i =>
                    NewPaper.Record(
                        $"Paper number {i}",
                        string.Join(' ', Enumerable.Range(0, 9).Select(_ => words[random.Next(words.Length)]))
                    )
                )
        );
    }
}
