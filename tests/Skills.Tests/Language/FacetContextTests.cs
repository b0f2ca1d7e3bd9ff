using PaperBot.Benchmarks.FacetTraining;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class FacetContextTests
{
    private const int First = 0;
    private const int Last = FacetContext.Places - 1;

    [Fact]
    public void What_opens_abstracts_is_told_from_what_closes_them()
    {
        var opening = Told(FacetContext.Embedded, "In recent years, looms have become popular.");
        var closing = Told(FacetContext.Embedded, "The source code is available on GitHub.");

        Assert.True(opening[First] > closing[First] + 1, $"{opening[First]} and {closing[First]}");
        Assert.True(closing[Last] > opening[Last] + 1, $"{closing[Last]} and {opening[Last]}");
    }

    [Fact]
    public void Words_that_no_label_was_ever_put_to_are_learnt_from_where_they_stand()
    {
        using var file = new MemoryStream(ContextTrainer.Train(Looms(), rareness: 3));
        var context = FacetContextFile.Read(file);

        var told = Told(context, "Looms snore.");

        Assert.True(told[First] > 1, $"{told[First]}");
        Assert.True(told[Last] < 0, $"{told[Last]}");
    }

    [Fact]
    public void A_sentence_before_a_result_is_told_so()
    {
        const int ResultNext = FacetContext.Places + 6;
        using var file = new MemoryStream(ContextTrainer.Train(Looms(), rareness: 3));
        var context = FacetContextFile.Read(file);

        Assert.True(Told(context, "We weave glass.")[ResultNext] > Told(context, "Looms snore.")[ResultNext] + 1);
    }

    [Fact]
    public void Trained_twice_the_weights_are_the_same_to_the_byte() =>
        Assert.Equal(ContextTrainer.Train(Looms(), rareness: 3), ContextTrainer.Train(Looms(), rareness: 3));

    [Theory]
    [InlineData("")]
    [InlineData("我们提出一种玻璃织机。")]
    [InlineData("\0\uD83D\u202E")]
    public void Of_what_it_does_not_know_it_tells_numbers_all_the_same(string sentence) =>
        Assert.All(Told(FacetContext.Embedded, sentence), number => Assert.InRange(number, -20, 20));

    [Fact]
    public void A_file_that_is_something_else_is_not_taken_for_weights()
    {
        using var file = new MemoryStream(new byte[1_000]);

        var refusal = Assert.Throws<InvalidDataException>(() => FacetContextFile.Read(file));

        Assert.Contains("PBC1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Abstracts_of_two_sentences_are_not_learnt_from()
    {
        var data = new UnlabelledAbstracts();

        data.Add("Looms are slow. We weave with glass.");

        Assert.Equal(0, data.Count);
    }

    private static UnlabelledAbstracts Looms()
    {
        var data = new UnlabelledAbstracts();
        for (var i = 0; i < 300; i++)
        {
            data.Add($"Looms snore. We weave glass. Results show that it is {i}% quicker. Sheep rest.");
        }
        return data;
    }

    private static float[] Told(FacetContext context, string sentence)
    {
        var words = new FacetWords();
        words.Read(sentence, PlainText.Of(sentence), 0, 1);
        var told = new float[FacetContext.Size];
        context.Tell(words.Anywhere, told);
        return told;
    }
}
