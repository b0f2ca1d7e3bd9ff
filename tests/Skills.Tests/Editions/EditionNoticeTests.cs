using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Editions;

public sealed class EditionNoticeTests
{
    private static readonly SourceNews Fresh = new("Hugging Face", true, false, "");
    private static readonly SourceNews Quiet = new(
        "Hugging Face",
        true,
        true,
        "Hugging Face lists nothing on Saturdays."
    );
    private static readonly SourceNews QuietToo = new("arXiv", true, true, "arXiv announces nothing on Saturdays.");
    private static readonly SourceNews Broken = new(
        "Hugging Face",
        false,
        false,
        "Hugging Face could not be reached (503)."
    );

    [Fact]
    public void A_day_as_usual_needs_no_words() => Assert.Null(EditionNotice.For([Pick()], [Fresh], false));

    [Fact]
    public void A_quiet_day_is_called_one() =>
        Assert.Equal(
            "Quiet day: Hugging Face lists nothing on Saturdays; arXiv announces nothing on Saturdays.",
            EditionNotice.For([], [Quiet, QuietToo], false)
        );

    [Fact]
    public void A_broken_source_reads_differently_also_on_a_quiet_day() =>
        Assert.Equal(
            "Hugging Face could not be reached (503), so today's list may be incomplete.",
            EditionNotice.For([Pick()], [Broken, QuietToo], false)
        );

    [Fact]
    public void A_day_on_which_one_source_rests_and_another_has_news_is_not_quiet() =>
        Assert.Null(EditionNotice.For([Pick()], [Fresh, QuietToo], false));

    [Fact]
    public void Sample_papers_are_called_that_and_a_broken_source_is_still_named() =>
        Assert.Equal(
            $"{EditionNotice.Sample} Hugging Face could not be reached (503), so today's list may be incomplete.",
            EditionNotice.For([Pick(isSample: true)], [Broken], false)
        );

    [Fact]
    public void A_source_without_a_sentence_is_still_named() =>
        Assert.Equal(
            "arXiv could not be read, so today's list may be incomplete.",
            EditionNotice.For([], [new SourceNews("arXiv", false, false, "")], false)
        );

    [Fact]
    public void Nothing_new_and_nothing_at_all_read_differently()
    {
        Assert.Equal(EditionNotice.AllPosted, EditionNotice.For([], [Fresh], libraryIsEmpty: false));
        Assert.Equal(EditionNotice.NoPapers, EditionNotice.For([], [], libraryIsEmpty: true));
    }

    private static Pick Pick(bool isSample = false) =>
        new(1, PaperId.FromTitle("Alpha"), "Alpha", null, "One sentence.", "rank 1", isSample);
}
