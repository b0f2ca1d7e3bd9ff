using PaperBot.Benchmarks.Summaries;
using PaperBot.Benchmarks.TldrTraining;
using PaperBot.Skills.Language;
using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Skills.Tests.Language;

public sealed class TldrTrainingTests
{
    [Fact]
    public void Weights_learn_which_sentence_people_repeat()
    {
        var model = Read(TldrTrainer.Train(Examples()));

        var best = model.Best(
            Reading.Of("Felt", "We glue felt in a barn. The moon hums over warm felt tonight. We paint felt with tar.")
        );

        Assert.Equal("The moon hums over warm felt tonight.", best?.Text);
    }

    [Fact]
    public void The_same_data_give_the_same_bytes() =>
        Assert.Equal(TldrTrainer.Train(Examples()), TldrTrainer.Train(Examples()));

    [Fact]
    public void A_file_of_something_else_is_refused() =>
        Assert.StartsWith(
            "Not a file of weights",
            Assert.Throws<InvalidDataException>(() => Read([1, 2, 3, 4, 5, 6, 7, 8])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Ridge_finds_the_line_within_groups_whatever_their_level()
    {
        float[][] rows =
        [
            [1, 7],
            [2, 7],
            [3, 7],
        ];

        var weights = Ridge.Fit([(rows, [12.0, 14, 16]), (rows, [102.0, 104, 106])], penalty: 1e-6);

        Assert.Equal(2, weights[0], 3);
        Assert.Equal(0, weights[1], 3); // never varies, so it tells nothing
    }

    [Theory]
    [InlineData("They weave silk.", true)]
    [InlineData("This loom weaves silk.", true)]
    [InlineData("We solve this problem on a loom.", true)]
    [InlineData("Combined with silk, it weaves quickly.", true)]
    [InlineData("We extensively evaluate the loom on silk.", true)]
    [InlineData("This paper presents a loom.", false)]
    [InlineData("We present a loom.", false)]
    public void A_sentence_that_says_little_alone_is_worth_less(string sentence, bool less) =>
        Assert.Equal(less, StandsAlone.Penalty(sentence) > 0);

    // People repeat the sentence in which the moon hums, wherever it stands.
    private static List<TldrExample> Examples()
    {
        string[] things = ["wool", "silk", "clay", "iron", "jute", "flax", "hemp", "lace", "yarn", "cord"];
        return
        [
            .. things.SelectMany(
                (thing, i) =>
                    Enumerable
                        .Range(0, 6)
                        .Select(copy =>
                        {
                            List<string> sentences =
                            [
                                $"We glue {thing} in a barn.",
                                $"We paint {thing} with tar.",
                                $"We fold {thing} on a table.",
                            ];
                            var told = $"The moon hums over warm {thing} tonight.";
                            sentences.Insert((i + copy) % 4, told);
                            return new TldrExample(
                                Reading.Of(thing, string.Join(' ', sentences)),
                                [Rouge.Tokens(told)]
                            );
                        })
            ),
        ];
    }

    private static TldrModel Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return TldrModelFile.Read(file);
    }
}
