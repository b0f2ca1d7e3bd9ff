using PaperBot.Benchmarks.Summaries;

namespace PaperBot.Skills.Tests.Language;

/// <summary>The measure by which the one sentence is judged, against values computed by hand.</summary>
public sealed class RougeTests
{
    private const int Digits = 12;

    [Fact]
    public void A_text_is_all_like_itself() =>
        Assert.Equal(new RougeScores(1, 1, 1), Rouge.Of("We weave widgets.", "we weave Widgets"));

    [Fact]
    public void Nothing_in_common_is_nothing()
    {
        Assert.Equal(default, Rouge.Of("looms", "widgets"));
        Assert.Equal(default, Rouge.Of("", "widgets"));
        Assert.Equal(default, Rouge.Of("looms", Array.Empty<string>()));
    }

    [Fact]
    public void Words_pairs_and_their_order_count()
    {
        // 5 of 6 and 6 words; the pairs "the cat", "on the", "the mat" of 5 and 5; "the cat on the mat" in order.
        var scores = Rouge.Of("the cat sat on the mat", "the cat is on the mat");

        Assert.Equal(5.0 / 6, scores.One, Digits);
        Assert.Equal(3.0 / 5, scores.Two, Digits);
        Assert.Equal(5.0 / 6, scores.L, Digits);
    }

    [Fact]
    public void Order_is_seen_by_the_pairs_and_by_the_subsequence_only()
    {
        var scores = Rouge.Of("glass looms weave silk", "silk weave looms glass");

        Assert.Equal(1, scores.One, Digits);
        Assert.Equal(0, scores.Two, Digits);
        Assert.Equal(1.0 / 4, scores.L, Digits);
    }

    [Fact]
    public void A_repeated_word_counts_as_often_as_both_have_it()
    {
        // Precision 1/3, recall 1/1.
        var scores = Rouge.Of("silk silk silk", "silk");

        Assert.Equal(1.0 / 2, scores.One, Digits);
        Assert.Equal(0, scores.Two);
    }

    [Fact]
    public void Precision_and_recall_weigh_the_same()
    {
        // 2 of 4 words, 2 of 3: F1 = 4/7; one pair of 3 and 2: 2/5.
        var scores = Rouge.Of("looms of glass break", "of glass only");

        Assert.Equal(4.0 / 7, scores.One, Digits);
        Assert.Equal(2.0 / 5, scores.Two, Digits);
        Assert.Equal(4.0 / 7, scores.L, Digits);
    }

    [Fact]
    public void Words_are_runs_of_letters_and_digits_in_lower_case_and_stemmed_if_long()
    {
        Assert.Equal(
            ["state", "of", "the", "art", "network", "gpt", "4", "was"],
            Rouge.Tokens("State-of-the-art networks: GPT-4 was")
        );
    }

    [Fact]
    public void Of_several_references_the_one_with_the_best_words_gives_all_three()
    {
        // The second has more of the words but none of the pairs.
        var scores = Rouge.Of("glass looms weave silk", ["glass looms break down badly", "silk weave looms glass"]);

        Assert.Equal(1, scores.One, Digits);
        Assert.Equal(0, scores.Two, Digits);
        Assert.Equal(1.0 / 4, scores.L, Digits);
    }

    [Fact]
    public void A_line_of_the_data_set_is_read_with_its_own_sentences()
    {
        var example = SciTldr.Parse(
            """{"title":"Looms","source":["Looms e.g. old ones break.","We mend them."],"target":["Mended looms."]}"""
        );

        var reading = example.Reading();

        Assert.Equal(
            ["Looms e.g. old ones break.", "We mend them."],
            reading.Sentences.Select(sentence => sentence.Text)
        );
        Assert.All(reading.Sentences, s => Assert.Equal(s.Text, reading.Abstract[s.Sentence.Start..s.Sentence.End]));
        Assert.Equal(["Mended looms."], example.References);
    }

    [Fact]
    public void Title_and_references_may_be_missing()
    {
        var example = SciTldr.Parse("""{"source":["We mend looms."]}""");

        Assert.Equal("", example.Title);
        Assert.Empty(example.References);
    }
}
