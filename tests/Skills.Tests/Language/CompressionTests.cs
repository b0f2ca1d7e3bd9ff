using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

public sealed class CompressionTests
{
    private const int Short = 20;

    [Theory]
    [InlineData("In this paper, we propose a loom for widgets.", "We propose a loom for widgets.")]
    [InlineData("In this work we propose a loom for widgets.", "We propose a loom for widgets.")]
    [InlineData("Therefore, in this paper, we propose a loom.", "We propose a loom.")]
    [InlineData("In this study a loom for widgets is proposed.", "A loom for widgets is proposed.")]
    [InlineData("However, widgets are hard to weave by hand.", "Widgets are hard to weave by hand.")]
    [InlineData("To this end, we weave widgets on a loom.", "We weave widgets on a loom.")]
    [InlineData("To address this problem, we weave widgets.", "We weave widgets.")]
    [InlineData("To solve these issues, this paper weaves them.", "This paper weaves them.")]
    [InlineData("Motivated by this observation, we weave widgets.", "We weave widgets.")]
    [InlineData("With this in mind, the loom is made smaller.", "The loom is made smaller.")]
    [InlineData("We therefore propose a loom for widgets.", "We propose a loom for widgets.")]
    [InlineData("The authors also show that looms are quick.", "The authors show that looms are quick.")]
    [InlineData("Abstract: We propose a loom for widgets.", "We propose a loom for widgets.")]
    [InlineData("RESULTS: The loom is twice as quick.", "The loom is twice as quick.")]
    [InlineData("2) We propose a loom for widgets.", "We propose a loom for widgets.")]
    [InlineData("For example, the loom is twice as quick.", "The loom is twice as quick.")]
    public void What_only_leads_in_is_left_out(string sentence, string shorter) =>
        Assert.Equal(shorter, Compression.Of(sentence, "", int.MaxValue));

    [Theory]
    [InlineData("Under these assumptions, we show that looms are quick.")]
    [InlineData("To weave widgets quickly, we propose a loom.")]
    [InlineData("First, second, and third looms are compared here.")]
    [InlineData("E. coli bacteria grow on the loom for a day.")]
    [InlineData("Finally said, the loom is quick.")]
    [InlineData("Using looms, we weave widgets.")]
    [InlineData("However hard one tries, looms break.")]
    [InlineData("In this paper is a loom.")]
    public void What_carries_meaning_at_the_beginning_stays(string sentence) =>
        Assert.Equal(sentence, Compression.Of(sentence, "", int.MaxValue));

    [Theory]
    [InlineData("We extend looms (Gadget et al., 2019) to silk.", "We extend looms to silk.")]
    [InlineData("We extend looms [3, 4] to silk.", "We extend looms to silk.")]
    [InlineData("We extend looms \\cite{gadget} to silk.", "We extend looms to silk.")]
    [InlineData("A graphical loom (GL) weaves silk.", "A graphical loom weaves silk.")]
    [InlineData("Soft stuff (e.g. silk and wool) is woven.", "Soft stuff is woven.")]
    [InlineData("We present in this paper a loom for silk.", "We present a loom for silk.")]
    [InlineData("<p>We present a <b>loom</b> for silk.</p>", "We present a loom for silk.")]
    [InlineData("We present a simple solution to this problem on a loom.", "We present a simple solution on a loom.")]
    public void An_aside_is_left_out(string sentence, string shorter) =>
        Assert.Equal(shorter, Compression.Of(sentence, "", int.MaxValue));

    [Theory]
    [InlineData("A graphical loom (GL) weaves silk, and GL is quick.")]
    [InlineData("It is quicker (2.1x) than by hand.")]
    [InlineData("We bound f(x) and network(s) alike.")]
    [InlineData("We do two things: (1) weave and (2) cut.")]
    [InlineData("An open ( bracket stays where it is.")]
    [InlineData("Molecules such as CO<b>2</b> are woven.")]
    public void A_bracket_that_says_something_stays(string sentence) =>
        Assert.Equal(sentence, Compression.Of(sentence, "", int.MaxValue));

    [Fact]
    public void The_short_name_in_the_title_is_no_aside() =>
        Assert.Equal(
            "We present the graphical loom (GL) for silk.",
            Compression.Of("We present the graphical loom (GL) for silk.", "GL: Weaving Silk", int.MaxValue)
        );

    [Theory]
    [InlineData(
        "We propose a loom that weaves soft widgets of silk and wool in one go, which allows weavers everywhere to make many more of them, and shows how old looms can be mended.",
        "We propose a loom that weaves soft widgets of silk and wool in one go."
    )]
    [InlineData(
        "We propose a loom that weaves soft widgets of silk and wool in one go, and the code is available at https://example.org/loom.",
        "We propose a loom that weaves soft widgets of silk and wool in one go."
    )]
    public void A_long_sentence_ends_where_its_main_clause_is_complete(string sentence, string shorter) =>
        Assert.Equal(shorter, Compression.Of(sentence, "", Short));

    [Theory]
    // The main clause stands behind the relative clause.
    [InlineData(
        "Unlike looms of old, which were made of wood and iron by craftsmen, the new kind of machine that is made of glass and steel by robots weaves silk."
    )]
    // Cutting at "whereas" would turn the statement round.
    [InlineData(
        "We show that looms of wood need many hours for every single widget that they make, whereas looms of glass need only one short minute for each of them."
    )]
    // A list wants its last member.
    [InlineData(
        "We weave silk from far away countries beyond the old seas, wool from the hills, including the high ones, and cotton from the plains nearby for widgets."
    )]
    public void A_long_sentence_that_cannot_end_earlier_stays_whole(string sentence) =>
        Assert.Equal(sentence, Compression.Of(sentence, "", Short));

    [Theory]
    [InlineData("However, k-means is slow on looms of glass.", "k-means is slow on looms of glass.")]
    [InlineData("However, word2vec is slow on looms of glass.", "word2vec is slow on looms of glass.")]
    [InlineData("However, iWeave is slow on looms of glass.", "iWeave is slow on looms of glass.")]
    public void A_name_keeps_its_small_letter(string sentence, string shorter) =>
        Assert.Equal(shorter, Compression.Of(sentence, "", int.MaxValue));

    [Fact]
    public void Text_without_end_is_cut_and_says_so()
    {
        var excerpt = Compression.Of(string.Join(' ', Enumerable.Repeat("widget", 300)), "", int.MaxValue);

        Assert.True(excerpt.Length <= Compression.Longest + 1);
        Assert.EndsWith("widget…", excerpt);
    }
}
