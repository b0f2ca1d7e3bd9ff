using PaperBot.Benchmarks.Language;
using PaperBot.Fakes;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class SentencesTests
{
    public static TheoryData<string> Traps => [.. Read("traps.txt").Select(passage => passage.Text)];

    [Theory]
    [MemberData(nameof(Traps))]
    public void An_abstract_is_split_where_its_sentences_begin(string text)
    {
        var passage = Read("traps.txt").First(trap => trap.Text == text);

        var sentences = Sentences.Of(text);

        Assert.Equal(passage.Sentences.Select(sentence => sentence.Text), sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Ninety_nine_of_a_hundred_boundaries_of_the_test_set_are_found_and_hardly_one_is_wrong()
    {
        var passages = Read("abstracts.txt");
        Assert.True(passages.Count >= 150, $"{passages.Count} passages");

        var score = passages.Aggregate(
            default(BoundaryScore),
            (sum, passage) => sum + BoundaryScore.Of(passage, Sentences.Of(passage.Text))
        );

        var wrong = string.Join('\n', passages.SelectMany(EvalSentences.Disagreements));
        Assert.True(score.Recall >= 0.99, wrong);
        Assert.True(score.Precision >= 0.99, wrong);
        Assert.True(score.ExactShare >= 0.97, wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public void Nothing_has_no_sentences(string text) => Assert.Empty(Sentences.Of(text));

    [Fact]
    public void Blanks_around_and_between_belong_to_no_sentence() =>
        Assert.Equal(
            ["Blanks around it.", "And between."],
            Sentences.Of("  Blanks around it.   And between.  ").Select(sentence => sentence.Text)
        );

    [Fact]
    public void Every_sentence_is_a_piece_of_the_abstract_and_only_blanks_are_left_out()
    {
        const string Text = "  We grow widgets (e.g. blue ones).They cost $3.5 each!  See [2]. \"";

        var sentences = Sentences.Of(Text);

        Assert.All(sentences, sentence => Assert.Equal(Text[sentence.Start..sentence.End], sentence.Text));
        Assert.Equal(Enumerable.Range(1, sentences.Count), sentences.Select(sentence => sentence.Number));
        Assert.Equal(
            Text.Where(letter => !char.IsWhiteSpace(letter)),
            string.Concat(sentences.Select(sentence => sentence.Text)).Where(letter => !char.IsWhiteSpace(letter))
        );
    }

    [Fact]
    public void Text_without_a_full_stop_is_cut_at_blanks_into_bounded_pieces()
    {
        var text = string.Join(' ', Enumerable.Repeat("widget", 10_000));

        var sentences = Sentences.Of(text);

        Assert.All(sentences, sentence => Assert.True(sentence.Text.Length <= Sentences.Longest));
        Assert.All(sentences, sentence => Assert.EndsWith("widget", sentence.Text));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("$")]
    [InlineData("!")]
    [InlineData("! ")]
    [InlineData(". ")]
    [InlineData("$a")]
    [InlineData("[1].")]
    [InlineData("e.g. ")]
    [InlineData("\n")]
    [InlineData("😀")]
    [InlineData("<p>")]
    [InlineData("<p")]
    [InlineData("</p>a.")]
    [InlineData("\"a")]
    [InlineData("“")]
    [InlineData("• ")]
    [InlineData("\n- ")]
    [InlineData("A. ")]
    [InlineData("a.1 ")]
    [InlineData("! 😀")]
    [InlineData("&quot;.")]
    public void A_hundred_thousand_of_anything_take_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var sentences = Sentences.Of(text);

        Assert.All(sentences, sentence => Assert.True(sentence.Text.Length <= Sentences.Longest));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    private static List<Passage> Read(string name) =>
        Passage.Read(Path.Combine(SharedFiles.RepositoryRoot, "tests", "Skills.Tests", "Language", "Passages", name));
}
