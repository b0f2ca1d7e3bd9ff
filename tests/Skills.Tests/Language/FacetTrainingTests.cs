using PaperBot.Benchmarks.FacetTraining;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class FacetTrainingTests
{
    private static readonly LabelledAbstract[] Looms =
    [
        .. Enumerable
            .Range(0, 40)
            .Select(i => new LabelledAbstract(
                [$"Looms of kind {i} are slow.", "We weave with glass.", "It is 37% quicker."],
                ["background", "method", "result"],
                [1, 0.8, 1]
            )),
    ];

    [Fact]
    public void Trained_twice_the_weights_are_the_same_to_the_byte() =>
        Assert.Equal(FacetTrainer.Train(Looms), FacetTrainer.Train(Looms));

    [Fact]
    public void What_was_trained_tells_what_it_was_shown()
    {
        using var file = new MemoryStream(FacetTrainer.Train(Looms));
        string[] sentences = ["Looms of kind 99 are slow.", "We weave with glass.", "It is 12% quicker."];

        var guesses = FacetModelFile.Read(file).Guess(sentences, [.. sentences.Select(PlainText.Of)]);

        Assert.Equal([Facet.Background, Facet.Method, Facet.Result], guesses.Select(guess => guess.Facet));
    }

    [Fact]
    public void A_label_that_is_no_facet_is_named_as_the_trouble()
    {
        var wrong = new LabelledAbstract(["Looms are slow."], ["weather"], null);

        var refusal = Assert.Throws<InvalidDataException>(() => FacetTrainer.Train([wrong]));

        Assert.Contains("no label that is a facet", refusal.Message, StringComparison.Ordinal);
    }
}
