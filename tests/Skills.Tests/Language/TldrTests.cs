using PaperBot.Skills.Language;
using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Skills.Tests.Language;

public sealed class TldrTests
{
    private const string Looms =
        "Weaving widgets by hand has become slow in recent years. However, existing looms often break. "
        + "In this paper, we propose GlassLoom, a loom of glass (see Fig. 1) for soft widgets. It is built of two frames. "
        + "Experiments show that GlassLoom outperforms wooden looms by 37% on WeaveBench. "
        + "Code is available at https://example.org/loom.";

    [Fact]
    public void The_one_sentence_says_what_was_done()
    {
        var tldr = Tldr.Of("GlassLoom: Weaving Soft Widgets", Looms);

        Assert.Equal(new Excerpt("We propose GlassLoom, a loom of glass for soft widgets.", 3), tldr);
    }

    [Fact]
    public void It_is_said_whoever_says_it()
    {
        var tldr = Tldr.Of(
            "Looms of Glass",
            "Looms are often slow. This article therefore introduces looms of glass. They are quick and do not break."
        );

        Assert.Equal(new Excerpt("This article introduces looms of glass.", 2), tldr);
    }

    [Fact]
    public void Where_nobody_speaks_a_sentence_that_can_stand_alone_is_taken()
    {
        var tldr = Tldr.Of(
            "Looms of Glass",
            "A loom of glass is built and shown to weave widgets twice as fast. It does not break. They are quick."
        );

        Assert.Equal(1, tldr?.Sentence);
    }

    [Fact]
    public void Where_the_authors_speak_a_sentence_in_which_they_do_not_is_known_to_be_silent()
    {
        var reading = Reading.Of("GlassLoom: Weaving Soft Widgets", Looms);
        using var file = new MemoryStream(
            TldrModelFile.Write([([], []), ([], []), ([], [])], new float[TldrFeatures.Count])
        );

        // Weights that know nothing: what is taken off by hand decides alone, and of equals the first.
        Assert.Equal(2, TldrModelFile.Read(file).Best(reading)?.Sentence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("https://example.org/a/very/long/address/that/goes/on/and/on/and/on/without/any/blank/at/all")]
    public void Where_there_are_no_words_there_is_no_sentence(string text) => Assert.Null(Tldr.Of("Looms", text));
}
