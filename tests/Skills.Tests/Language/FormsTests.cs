using PaperBot.Skills.Language;

namespace PaperBot.Skills.Tests.Language;

/// <summary>The shorter forms among which the one sentence is chosen: each a sentence, none of them saying anything else.</summary>
public sealed class FormsTests
{
    [Theory]
    [InlineData(
        "We propose a loom for soft widgets of silk and wool, which allows weavers to make more of them.",
        "We propose a loom for soft widgets of silk and wool."
    )]
    [InlineData(
        "We study how threads break in looms of glass and wood by watching them with a camera.",
        "We study how threads break in looms of glass and wood."
    )]
    [InlineData(
        "We introduce a new kind of loom for silk and wool that can weave in the dark.",
        "We introduce a new kind of loom for silk and wool."
    )]
    [InlineData(
        "Inspired by spiders, we propose a loom that weaves webs without any help.",
        "We propose a loom that weaves webs without any help."
    )]
    [InlineData(
        "While looms of old were made of wood, we propose a loom that is all glass.",
        "We propose a loom that is all glass."
    )]
    [InlineData(
        "We design a loom of glass and steel for soft widgets and show that it is quick.",
        "We design a loom of glass and steel for soft widgets."
    )]
    public void A_sentence_can_end_before_what_it_does_not_need(string sentence, string form) =>
        Assert.Contains(form, Compression.Forms(sentence, ""));

    [Theory]
    // What follows the aside belongs to the verb before it.
    [InlineData(
        "We call it the Loom Engine, and show that it learns, through supervision, to weave silk and wool and cotton."
    )]
    // "is trained using": the verb wants it.
    [InlineData("We show that a loom of glass and steel is always trained using threads of silk.")]
    // Without the limit the claim would be larger.
    [InlineData("We propose the best loom of all looms of silk and wool that are made of wood.")]
    // What a claim was shown by or holds for.
    [InlineData("We show that looms of glass and steel weave silk for years using threads of wool.")]
    [InlineData("By assuming that threads never break, we prove that looms weave silk for ever.")]
    [InlineData("As long as threads are thin, we propose to weave them on looms of glass.")]
    [InlineData("To the best of our knowledge, we present the only loom that is made of glass.")]
    [InlineData("Using looms of glass, we show that silk and wool can be woven in one go.")]
    [InlineData("We study how looms of glass weave silk for years, assuming that threads never break.")]
    // Both verbs have one object.
    [InlineData("We introduce tools of glass and steel to measure and report broken threads.")]
    // A condition.
    [InlineData("Under these assumptions, we prove that all looms of glass weave silk without breaking.")]
    // The clause behind "how" has no verb yet.
    [InlineData("We explain in detail how heavy looms of glass, such as ours, can be mended at home.")]
    public void A_sentence_whose_end_matters_keeps_it(string sentence) =>
        Assert.Equal([sentence], Compression.Forms(sentence, ""));

    [Fact]
    public void The_longest_form_comes_first_and_each_is_made_of_its_words_in_their_order()
    {
        const string Sentence =
            "In this paper, inspired by spiders, we propose GlassLoom (GL), a loom of glass and steel for soft widgets, "
            + "which weaves silk by pulling threads, such as cotton, and we show that it is quick.";

        var forms = Compression.Forms(Sentence, "GlassLoom");

        Assert.True(forms.Count > 1);
        Assert.Equal(forms.Max(form => form.Length), forms[0].Length);
        Assert.Equal(forms.Distinct(), forms);
        Assert.All(forms, form => Verbatim.In(Sentence, form));
        Assert.All(forms, form => Assert.EndsWith(".", form, StringComparison.Ordinal));
    }
}
