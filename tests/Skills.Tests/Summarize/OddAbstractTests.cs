using PaperBot.Fakes;
using PaperBot.Skills.Language;
using PaperBot.Skills.Summarize;

namespace PaperBot.Skills.Tests.Summarize;

/// <summary>What somebody reads who asks for the summary of a paper whose abstract is none.</summary>
public sealed class OddAbstractTests
{
    private const string Title = "GlassLoom: Weaving Soft Widgets";

    private const string English =
        "Weaving widgets by hand has become popular. However, existing looms often break and remain expensive. "
        + "In this paper, we propose GlassLoom, a loom of glass for soft widgets. "
        + "Experiments show that GlassLoom outperforms wooden looms by 37% on the WeaveBench benchmark.";

    private const string German =
        "Wir stellen einen neuen Webstuhl aus Glas vor. Er webt weiche Dinge schneller als jeder andere Webstuhl. "
        + "Versuche zeigen, dass er nur selten zerbricht.";

    private const string French =
        "Le tissage à la main est devenu populaire. Les métiers existants sont chers et se cassent souvent. "
        + "Nous proposons un métier en verre pour les objets mous.";

    [Theory]
    [InlineData(German)]
    [InlineData(French)]
    [InlineData(
        "Los telares existentes son caros y se rompen. Proponemos un telar de vidrio. Es más rápido que los otros."
    )]
    [InlineData("Os teares são caros e quebram. Propomos um tear de vidro para objetos moles. Ele não é caro.")]
    [InlineData("I telai esistenti sono costosi. Proponiamo un telaio di vetro per gli oggetti morbidi. Non si rompe.")]
    [InlineData(
        "Istniejące krosna są drogie i często się psują. Proponujemy krosno ze szkła. Jest ono szybsze niż inne."
    )]
    [InlineData("我们提出一种玻璃织机。它比其他织机更快。实验表明它很少破裂。")]
    [InlineData("ガラスの織機を提案する。他の織機よりも速い。実験により、壊れにくいことが示された。")]
    [InlineData("Мы предлагаем новый ткацкий станок. Он быстрее других станков. Опыты показывают его пользу.")]
    [InlineData("نقترح نولا جديدا من الزجاج. إنه أسرع من الأنوال الأخرى. تظهر التجارب أنه نادرا ما ينكسر.")]
    [InlineData("우리는 유리로 만든 새로운 베틀을 제안한다. 다른 베틀보다 빠르다. 실험은 그 유용성을 보여준다.")]
    public void Another_language_is_shown_and_not_shortened(string text)
    {
        var summary = Summarize(text);

        Assert.Equal(AbstractSummarizer.NotEnglishWhole, summary.Note);
        Assert.Equal(text, summary.Whole);
        Assert.Null(summary.Tldr);
        Assert.Empty(summary.Points);
    }

    [Fact]
    public void Much_of_another_language_is_shown_up_to_the_end_of_a_sentence()
    {
        var summary = Summarize(string.Join(' ', Enumerable.Repeat(German, 20)));

        Assert.Equal(AbstractSummarizer.NotEnglish, summary.Note);
        Assert.InRange(summary.Whole?.Length ?? 0, 1_000, 1_502);
        Assert.EndsWith(". …", summary.Whole);
    }

    [Theory]
    [InlineData("Abstract: " + English + " Zusammenfassung: " + German, 3)]
    [InlineData("Résumé : " + French + " Abstract: " + English, 6)]
    [InlineData(English + " " + "我们提出一种玻璃织机。它比其他织机更快。实验表明它很少破裂。", 3)]
    [InlineData("Мы предлагаем новый ткацкий станок. Он быстрее других станков. " + English, 5)]
    public void Of_an_abstract_in_two_languages_the_English_half_is_summarised(string text, int sentence)
    {
        var summary = Summarize(text);

        Assert.Equal(new Excerpt("We propose GlassLoom, a loom of glass for soft widgets.", sentence), summary.Tldr);
        Assert.Equal(AbstractSummarizer.PartlyEnglish, summary.Note);
        Assert.Equal(["Problem", "Result"], summary.Points.Select(point => point.Label));
        Assert.Null(summary.Whole);
    }

    [Theory]
    [InlineData("This paper has been withdrawn by the author.")]
    [InlineData("This paper has been withdrawn by the authors due to a crucial sign error in equation 3.")]
    [InlineData("Withdrawn. The proof of Lemma 2 is wrong.")]
    [InlineData("The authors have withdrawn this paper. It will be replaced by another one.")]
    [InlineData("This submission has been withdrawn by arXiv administrators because of a dispute on its authorship.")]
    [InlineData("(This article is temporarily withdrawn.)")]
    public void A_notice_of_withdrawal_is_told_and_shown(string text)
    {
        var summary = Summarize(text);

        Assert.Equal(AbstractSummarizer.Withdrawn, summary.Note);
        Assert.Equal(text, summary.Whole);
        Assert.Null(summary.Tldr);
    }

    [Theory]
    [InlineData("This paper has been withdrawn by the author. " + English)]
    [InlineData(English + " This paper was withdrawn due to an error in the proof.")]
    public void A_withdrawn_paper_that_kept_its_abstract_is_summarised_and_the_withdrawal_told(string text)
    {
        var summary = Summarize(text);

        Assert.Equal("We propose GlassLoom, a loom of glass for soft widgets.", summary.Tldr?.Text);
        Assert.Equal(AbstractSummarizer.Withdrawn, summary.Note);
    }

    [Fact]
    public void A_paper_about_withdrawals_is_not_withdrawn() =>
        Assert.Null(
            Summarize(
                "Papers that were withdrawn by their authors are rarely read. We count retracted articles of ten years. "
                    + "Patients were withdrawn from the study. Most retracted work is cited all the same."
            ).Note
        );

    [Theory]
    [InlineData("N/A")]
    [InlineData("No abstract available.")]
    [InlineData("[Abstract not available]")]
    [InlineData("None")]
    [InlineData("\u00A0\t\n")]
    public void Words_that_say_there_is_no_abstract_are_none(string text) =>
        Assert.Equal(AbstractSummarizer.NoAbstract, Summarize(text).Note);

    [Theory]
    [InlineData(Title)]
    [InlineData("GLASSLOOM: weaving soft widgets.")]
    public void The_title_once_more_is_no_abstract(string text)
    {
        var summary = Summarize(text);

        Assert.Equal(AbstractSummarizer.OnlyTitle, summary.Note);
        Assert.Null(summary.Tldr);
    }

    [Theory]
    [InlineData("https://example.org/loom")]
    [InlineData("Looms.")]
    [InlineData("We weave \U0001F389\U0001F680")]
    public void Next_to_nothing_is_shown_whole(string text)
    {
        var summary = Summarize(text);

        Assert.Equal(AbstractSummarizer.TooShort, summary.Note);
        Assert.Equal(text, summary.Whole);
    }

    [Fact]
    public void Two_sentences_that_are_long_are_shown_whole_too()
    {
        var text =
            "We weave widgets on a loom of glass, "
            + string.Join(", ", Enumerable.Repeat("of wood and of iron", 10))
            + ". It is fast, strong and cheap, "
            + string.Join(", ", Enumerable.Repeat("in summer and in winter", 5))
            + ".";

        var summary = Summarize(text);

        Assert.Equal(AbstractSummarizer.FewAndLong, summary.Note);
        Assert.Equal(text, summary.Whole);
    }

    [Theory]
    [InlineData("E = mc² = α + β/γ, ∀x ∈ ℝ: 0 < x ≤ 1; 3 × 4 = 12.")]
    [InlineData("\U0001F389\U0001F680 \U0001F600!")]
    [InlineData("\u200B\u202E\u0000 \uFEFF")]
    [InlineData("---- ==== |||| ####")]
    public void Signs_alone_are_no_text(string text)
    {
        var summary = Summarize(text);

        Assert.Equal(AbstractSummarizer.Unreadable, summary.Note);
        Assert.Null(summary.Tldr);
    }

    [Fact]
    public void Capitals_are_read_like_small_letters()
    {
        var summary = Summarize(English.ToUpperInvariant());

        Assert.Equal("WE PROPOSE GLASSLOOM, A LOOM OF GLASS FOR SOFT WIDGETS.", summary.Tldr?.Text);
        Assert.Null(summary.Note);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1_400)]
    [InlineData(30_000)]
    public void Words_without_a_stop_are_not_cut_into_sentences_that_nobody_wrote(int words)
    {
        var summary = Summarize(
            "we propose a loom " + string.Join(' ', Enumerable.Repeat("of glass and it is fast and", words / 7))
        );

        Assert.Equal(AbstractSummarizer.Endless, summary.Note);
        Assert.StartsWith("we propose a loom of glass", summary.Whole);
        Assert.InRange(summary.Whole?.Length ?? 0, 1_000, 1_502);
        Assert.Null(summary.Tldr);
    }

    [Fact]
    public void One_endless_sentence_does_not_hide_the_others()
    {
        var summary = Summarize(
            English
                + " Experiments show that GlassLoom is 12% better than looms and "
                + string.Join(' ', Enumerable.Repeat("looms and", 200))
                + "."
        );

        Assert.Equal("We propose GlassLoom, a loom of glass for soft widgets.", summary.Tldr?.Text);
        Assert.All(summary.Points, point => Assert.InRange(point.Text.Length, 10, 300));
    }

    [Fact]
    public void Items_of_a_list_are_sentences_of_their_own_without_their_bullets()
    {
        var summary = Summarize(
            "Looms often break. Our contributions are: • We propose GlassLoom, a loom of glass for soft widgets. "
                + "• We prove that it never halts • We show that it outperforms wooden looms by 37% on WeaveBench"
        );

        Assert.Equal("We propose GlassLoom, a loom of glass for soft widgets.", summary.Tldr?.Text);
        Assert.DoesNotContain(summary.Points, point => point.Text.Contains('•'));
    }

    [Fact]
    public void A_page_of_html_reads_like_its_text()
    {
        var summary = Summarize(
            "<div><h2>Abstract</h2><p>Existing looms often break.</p><p>We propose <b>GlassLoom</b>, a loom of glass for soft "
                + "widgets.</p><ul><li>It outperforms wooden looms by 37% on WeaveBench.</li></ul></div>"
        );

        Assert.Equal("We propose GlassLoom, a loom of glass for soft widgets.", summary.Tldr?.Text);
        Assert.All(summary.Points, point => Assert.DoesNotContain('<', point.Text));
    }

    [Fact]
    public void A_megabyte_is_read_as_far_as_an_abstract_can_go()
    {
        var summary = Summarize(string.Join(' ', Enumerable.Repeat(English, 1_000_000 / English.Length)));

        Assert.Equal("We propose GlassLoom, a loom of glass for soft widgets.", summary.Tldr?.Text);
        Assert.All(summary.Facts, fact => Assert.InRange(fact.Sentence, 1, 4));
    }

    [Theory]
    [InlineData("1\u200B2 looms\u202E break.\u0007 We propose\u00AD a loom\u200F. It is\uFEFF fast.", 2)]
    [InlineData("\uD83D We propose a loom. \uDE00 It is fast. It is new.", 1)]
    public void Invisible_letters_and_halves_of_letters_are_no_trap(string text, int sentence)
    {
        var summary = Summarize(text);

        Assert.Equal(sentence, summary.Tldr?.Sentence);
    }

    private static Summary Summarize(string text) => AbstractSummarizer.Summarize(NewPaper.Like(Title, text));
}
