using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class SentencesTests
{
    // The splitter's own test set: one abstract a line, "¦" stands where a sentence begins, "\n" for a line break.
    private const string Cases = """
        # Plain ends
        We grow widgets. ¦They are small.
        We grow widgets! ¦They are small.
        Do widgets grow? ¦They do.
        One sentence only.
        One sentence without a stop
        A first one. ¦A second without a stop
          Blanks around it.   ¦And between.  
        Line one.\n¦Line two goes on here.
        A heading line\n\n¦A paragraph follows.

        # Abbreviations that never end one
        Small models, e.g. Widgets, suffice. ¦We agree.
        Small models (e.g. Widgets) suffice.
        Some sets, i.e. Alpha and Beta, are hard.
        We compare wide vs. Narrow widgets here.
        See cf. Widget for more.
        Dr. Widget and Prof. Gadget disagree. ¦So do we.
        The work of St. Widget is known.

        # Abbreviations before a number
        As Fig. 2 shows, it works. ¦We stop.
        As Figs. 2 and 3 show, it works.
        By Eq. (3) the bound holds. ¦Hence the claim.
        Sec. 4 has details. ¦Sec. 5 concludes.
        It is ranked no. 1 of all.
        Volume is listed in vol. 12 of the series.
        The answer is no. ¦We show why.

        # People and places
        Earlier work by Gadget et al. (2014) is extended. ¦We do so.
        Gadget et al. showed it first.
        This was shown by Gadget et al. ¦We extend it.
        Gadget et al., 2014, is the base.
        Widgets by J. Smith and A. B. Jones are old.
        It is used in the U.S. army and abroad.
        It is used in the U.S. ¦We look abroad.
        The Ph.D. thesis is long.
        Made by Widget Inc. in spring.
        Made by Widget Inc. ¦The price is low.
        Blocks, cubes, etc. are shapes.
        We use blocks, cubes, etc. ¦Shapes differ.

        # Numbers
        It reaches 97.70 % accuracy. ¦That is 1.5 points more.
        It costs 3.5. ¦That is little.
        Version 2.0.1 is out. ¦Version 3 follows.
        We grow it by 5%. ¦It falls by 3%.
        The year is 2014. ¦Nothing changed.
        A rate of .5 is used. ¦It is fine.
        It has 8 . ¦However, it needs more.
        We win 1.6-2.1x. ¦The rest loses.

        # Single letters
        Take a variable x. ¦We bound it.
        Let the set be C. ¦We show that it is small.
        The language is C. ¦Experiments follow.
        Observing the class D. ¦Observing more helps.

        # Names with dots
        We use Node.js for it. ¦It is quick.
        See arxiv.org for the text. ¦It is free.
        Objects of torch.nn.Tensor hold it.
        Code: https://example.org/a.b?c=d.e. ¦We thank all.
        Code is at https://example.org/widgets.
        Visit www.example.org/x.html for more. ¦Thanks.
        We extend AdaBoost.MH to trees.
        Write to a.b@example.org for it. ¦We answer.
        Code is at https://github. com/widget.

        # Formulas
        The rate is $x.y$ here. ¦It is low.
        We show $f(x) = 0.$ ¦It follows at once.
        It costs $5. ¦We pay $10.
        A bound of $O(n \log n)$ holds. ¦It is tight.
        With $$a. B$$ we go on. ¦Then we stop.

        # Brackets and quotation marks
        It works (see the text. It is long) well. ¦We stop.
        It works. ¦(We checked.) ¦It still does.
        He said “it works.” ¦We checked.
        He said "it works." ¦We checked.
        It is known.[12] ¦We use it.
        It is known.[3, 4-6] ¦We use it.
        On (0, 1] it holds. ¦On [0, 1) it fails.
        An open ( bracket is no trap. ¦We go on. ¦And on.
        The last one ends in a quotation mark. "

        <p>It works.</p> ¦<p>We stop.</p>
        It works.<br/> ¦We stop.

        # Enumerations
        It is hard: 1) memory is small, and 2) data are big. ¦We help.
        It is hard because (i) memory is small. ¦We help.
        We do: 1. Collect widgets. ¦2. Train them. ¦We stop.
        Three findings follow. ¦1. Widgets grow. ¦2. They stop.
        Findings are two. ¦(1) Widgets grow. ¦(2) They stop.
        Two parts: i. Growth; ii. Decay. ¦We stop.

        # Missing blanks
        It rose (a lot).¦Our tests agree.
        Growth is slow.¦Experiments show why.
        The tool is ASP.NET and so on.
        Gadgets.¦In short, they help.
        It works.¦We propose more.
        It works well.¦However, it is slow.
        It grew by 5%.¦We stop.
        Is it so?¦We think so.

        # Question and exclamation marks inside
        What is it? and why not ask. ¦We ask.
        We use Yahoo! Answers as data. ¦It is old.
        Wait... ¦We go on.
        It goes on… ¦We stop.
        It goes on... and on.
        Really?! ¦Yes.

        # Other scripts
        我们提出一种方法。¦它很快。
        本当ですか？¦はい。
        すごい！¦そうです。

        # Small letters
        It works. ¦k-means is used. ¦It is fine.
        The approx. value is used.
        It is true. ¦this one is sloppy.

        # Nothing
        """;

    public static TheoryData<string> Abstracts =>
        [.. Cases.Split('\n').Select(line => line.TrimStart()).Where(line => line.Length > 0 && line[0] != '#')];

    [Theory]
    [MemberData(nameof(Abstracts))]
    public void An_abstract_is_split_where_its_sentences_begin(string marked)
    {
        var text = marked.Replace("\\n", "\n", StringComparison.Ordinal);

        var sentences = Sentences.Of(text.Replace("¦", "", StringComparison.Ordinal));

        Assert.Equal(text.Split('¦').Select(part => part.Trim()), sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void The_test_set_has_at_least_eighty_cases() =>
        Assert.True(Abstracts.Count >= 80, $"{Abstracts.Count} cases");

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public void Nothing_has_no_sentences(string text) => Assert.Empty(Sentences.Of(text));

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
    public void A_hundred_thousand_of_anything_take_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var sentences = Sentences.Of(text);

        Assert.All(sentences, sentence => Assert.True(sentence.Text.Length <= Sentences.Longest));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }
}
