using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class FacetModelTests
{
    [Fact]
    public void A_medical_abstract_is_told_apart()
    {
        Check(
            (
                Facet.Background,
                "Falls are a major cause of injury among older adults and are often not noticed in time."
            ),
            (Facet.Objective, "The aim of this study is to detect falls with a sensor worn at the wrist."),
            (
                Facet.Method,
                "Data were collected from thirty volunteers, and a decision tree was trained on the features."
            ),
            (Facet.Result, "Results show that 95% of the falls were detected with two false alarms per day.")
        );
    }

    [Fact]
    public void A_learning_abstract_is_told_apart()
    {
        Check(
            (Facet.Background, "Recently, neural networks have become popular for segmenting images."),
            (
                Facet.Background,
                "However, existing methods require large amounts of labelled data, which are expensive."
            ),
            (
                Facet.Method,
                "Specifically, we use a pyramid of features and then train the model with a contrastive loss."
            ),
            (Facet.Method, "Our model consists of an encoder and a decoder, which are trained jointly."),
            (Facet.Result, "Experimental results demonstrate that our method outperforms the state of the art by 3.2%.")
        );
    }

    [Fact]
    public void A_line_of_rights_is_neither_method_nor_result()
    {
        var guesses = Facets.Of([
            "Wireless sensor networks are often deployed in harsh environments.",
            "We propose a routing protocol that saves energy.",
            "Simulation results show that the lifetime of the network is extended by 20%.",
            "© 2011 Elsevier B.V. All rights reserved.",
        ]);

        Assert.Equal(Facet.Other, guesses[^1].Facet);
        Assert.True(guesses[^1].Confidence > 0.8);
    }

    [Fact]
    public void The_same_sentence_means_another_thing_at_another_place()
    {
        const string Sentence = "The accuracy of such methods is limited.";

        var first = Facets.Of([Sentence, "We propose a better method.", "Results show that it is accurate."]);
        var last = Facets.Of(["We propose a better method.", "Results show that it is accurate.", Sentence]);

        Assert.Equal(Facet.Background, first[0].Facet);
        Assert.NotEqual(Facet.Background, last[2].Facet);
    }

    [Fact]
    public void Asked_twice_it_says_the_same_to_the_last_digit()
    {
        string[] sentences = ["Looms are slow.", "We build a loom of glass.", "It is 37% quicker."];

        Assert.Equal(Facets.Of(sentences), Facets.Of(sentences));
    }

    [Fact]
    public void Asked_by_many_at_once_it_says_the_same()
    {
        string[] sentences = ["Looms are slow.", "We build a loom of glass.", "It is 37% quicker."];
        var alone = Facets.Of(sentences);

        Parallel.For(0, 200, _ => Assert.Equal(alone, Facets.Of(sentences)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("?")]
    [InlineData("\0\uD83D\u202E")]
    [InlineData("$\\frac{1}{2}$ <p>&amp;</p> ))((")]
    [InlineData("我们提出一种玻璃织机。")]
    [InlineData("Nous proposons un métier à tisser en verre.")]
    [InlineData("Мы предлагаем ткацкий станок из стекла.")]
    public void Whatever_stands_alone_has_a_facet_and_an_honest_confidence(string sentence)
    {
        var guess = Assert.Single(Facets.Of([sentence]));

        Assert.True(Enum.IsDefined(guess.Facet));
        Assert.InRange(guess.Confidence, 0.2, 1);
    }

    [Fact]
    public void A_sentence_of_five_thousand_words_and_a_word_of_a_million_letters_are_read()
    {
        var guesses = Facets.Of([
            string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"loom{i} weaves")),
            new string('x', 1_000_000),
            "We propose a loom.",
        ]);

        Assert.All(guesses, guess => Assert.InRange(guess.Confidence, 0.2, 1));
    }

    [Fact]
    public void Weights_are_read_as_they_were_written()
    {
        var feature = FeatureHash.Join(FeatureHash.Of("loom"), 10);
        double[] weights = [0, 0, 0, 9, 0];

        using var file = new MemoryStream(FacetModelFile.Write([feature], weights, new double[75]));
        var guess = Assert.Single(FacetModelFile.Read(file).Guess(["A loom."], [PlainText.Of("A loom.")]));

        Assert.Equal(Facet.Result, guess.Facet);
        Assert.True(guess.Confidence > 0.99);
    }

    [Fact]
    public void A_file_that_is_something_else_is_not_taken_for_weights()
    {
        using var file = new MemoryStream(new byte[1_000]);

        var refusal = Assert.Throws<InvalidDataException>(() => FacetModelFile.Read(file));

        Assert.Contains("PBF1", refusal.Message, StringComparison.Ordinal);
    }

    private static void Check(params (Facet Facet, string Sentence)[] @abstract)
    {
        var guesses = Facets.Of([.. @abstract.Select(pair => pair.Sentence)]);

        Assert.Equal(@abstract.Select(pair => pair.Facet), guesses.Select(guess => guess.Facet));
    }
}
