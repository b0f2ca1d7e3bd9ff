using Microsoft.Extensions.Options;
using PaperBot.Fakes;
using PaperBot.Skills.Ask;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Ask;

/// <summary>Questions to the sample library and to a few papers of our own.</summary>
public sealed class AskSkillTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly AskSkill skill;

    public AskSkillTests()
    {
        var counts = new WordCounts();
        var search = new SearchSkill(
            library.Database,
            new TitleVocabulary(library.Database, TimeProvider.System),
            counts
        );
        skill = new AskSkill(library.Database, search, counts, library.Store);
    }

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData(
        "How does data tiering reduce CPU-GPU communication?",
        "Graph Neural Network Training with Data Tiering",
        5
    )]
    [InlineData(
        "what is cardinality in residual transformations",
        "Aggregated Residual Transformations for Deep Neural Networks",
        3
    )]
    // An answer need not say "help".
    [InlineData(
        "how can hypernetworks help continual learning?",
        "Continual Learning with Dependency Preserving Hypernetworks",
        2
    )]
    public async Task A_question_is_answered_by_the_sentence_that_says_it(string question, string title, int sentence)
    {
        await LoadSampleAsync();

        var best = skill.Ask(question).Sentences[0];

        Assert.Equal((title, sentence), (best.Paper.Title, best.Sentence));
    }

    [Theory]
    [InlineData("How does data tiering reduce CPU-GPU communication?")]
    [InlineData("Which methods prune neural networks?")]
    [InlineData("residual networks")]
    [InlineData("What accuracy is reached on CIFAR-10?")]
    [InlineData("convolution")]
    public async Task Every_sentence_stands_so_in_the_abstract_under_its_number(string question)
    {
        await LoadSampleAsync();

        var answer = skill.Ask(question);

        Assert.InRange(answer.Sentences.Count, 1, 5);
        Assert.All(
            answer.Sentences,
            one =>
                Assert.Equal(PaperBot.Skills.Language.Sentences.Of(one.Paper.Abstract)[one.Sentence - 1].Text, one.Text)
        );
        Assert.Equal(answer.Sentences.Count, answer.Sentences.Select(one => one.Text).Distinct().Count());
        Assert.All(answer.Sentences.GroupBy(one => one.Paper.Id), paper => Assert.InRange(paper.Count(), 1, 2));
    }

    [Fact]
    public async Task Who_asks_how_much_gets_the_sentence_with_the_number()
    {
        await library.KeepAsync(
            NewPaper.Record(
                "Pruning Widgets",
                "Widget pruning matters for phones. Our widget pruning keeps every second channel. "
                    + "Widget pruning cuts memory by 37% on ImageNet."
            )
        );

        Assert.Equal(3, skill.Ask("How much memory does widget pruning cut?").Sentences[0].Sentence);
        Assert.Equal(3, skill.Ask("What percentage of memory does widget pruning cut?").Sentences[0].Sentence);
        Assert.Equal(2, skill.Ask("How does widget pruning choose a channel?").Sentences[0].Sentence);
    }

    [Fact]
    public async Task Short_names_are_read_as_the_words_they_are_short_for()
    {
        await library.KeepAsync(
            NewPaper.Record("Gadgets", "GNNs suffer from oversmoothing in deep stacks. We fix it.")
        );

        Assert.Equal(1, skill.Ask("Why do graph neural networks suffer from oversmoothing?").Sentences[0].Sentence);
    }

    [Fact]
    public async Task A_mistyped_word_is_read_as_the_one_that_is_there()
    {
        await LoadSampleAsync();

        var answer = skill.Ask("How does data teiring reduce comunication?");

        Assert.Equal("Graph Neural Network Training with Data Tiering", answer.Sentences[0].Paper.Title);
        Assert.Equal("tiering", answer.Read["teiring"]);
    }

    [Fact]
    public async Task Two_versions_of_one_abstract_answer_once()
    {
        await library.KeepAsync(
            NewPaper.Record("Sparse Widgets", "Sparse widgets store only one channel in four of a network."),
            NewPaper.Record(
                "Sparse Widgets, Extended",
                "Sparse widgets store only one channel in four of a big network."
            )
        );

        Assert.Single(skill.Ask("How do sparse widgets store a channel?").Sentences);
    }

    [Theory]
    [InlineData("What is the capital of France?", "capital")]
    [InlineData("How does Zorblattnet9 train networks?", "Zorblattnet9")]
    [InlineData("Wie funktioniert Fotosynthese in Pflanzen?", "Fotosynthese")]
    [InlineData("photosynthesis", "photosynthesis")]
    [InlineData("データとは何ですか", "データとは何ですか")]
    public async Task What_the_library_does_not_know_it_says(string question, string unknown)
    {
        await LoadSampleAsync();

        var answer = skill.Ask(question);

        Assert.Empty(answer.Sentences);
        Assert.Contains(unknown, answer.Unknown);
    }

    [Fact]
    public async Task Words_that_never_meet_in_a_paper_are_no_answer()
    {
        await library.KeepAsync(
            NewPaper.Record("Sparse Widgets", "Sparse widgets save memory on phones."),
            NewPaper.Record("Glowing Gadgets", "Glowing gadgets light the cellar of a museum.")
        );

        var answer = skill.Ask("Do sparse widgets light a museum cellar?");

        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Unknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("What is the way to do it?")]
    [InlineData("\ud83d")]
    public async Task A_question_about_nothing_has_no_words(string question)
    {
        await LoadSampleAsync();

        var answer = skill.Ask(question);

        Assert.Empty(answer.Words);
        Assert.Empty(answer.Sentences);
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("NEAR(network, training) AND NOT *")]
    [InlineData("<script>alert('networks')</script>")]
    [InlineData("@everyone networks **bold** [link](http://x)")]
    public async Task Operators_and_markup_are_just_words(string question)
    {
        await LoadSampleAsync();

        Assert.All(skill.Ask(question).Sentences, one => Assert.NotEmpty(one.Text));
    }

    [Fact]
    public async Task A_question_without_end_is_answered_from_its_beginning()
    {
        await LoadSampleAsync();
        var question =
            "How does data tiering reduce CPU-GPU communication "
            + string.Concat(Enumerable.Repeat("and so on ", 20_000));

        Assert.NotEmpty(skill.Ask(question).Sentences);
    }

    [Fact]
    public void An_empty_library_knows_nothing() => Assert.Empty(skill.Ask("What are graph networks?").Sentences);

    private Task<bool> LoadSampleAsync() =>
        new SampleLibrary(
            library.Database,
            library.Intake,
            Options.Create(new LibraryOptions { Path = library.File })
        ).LoadIfEmptyAsync();
}
