using PaperBot.Skills.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class TellingPhrasesTests
{
    private static readonly Lexicon Lexicon = Lexicon.Of([
        ("Looms", "Our results show that the method improves accuracy. We use glass fibres."),
        ("Kites", "Our results show that the method improves flight. We use paper."),
        ("Boats", "Our results show that the method improves speed. We use a keel."),
        .. Enumerable.Repeat(("Others", "Our results show that the method improves on others."), 40),
    ]);

    [Fact]
    public void A_phrase_that_both_write_is_told_as_one_and_as_it_is_written()
    {
        var one = Of("We study graph-based Neural Weaving for LoomNet.");
        var other = Of("Unlike neural weaving, it is fast. LoomNet is graph-based.");

        Assert.Equal(
            ["Neural Weaving", "graph-based", "LoomNet"],
            one.SharedWith(other, 3).OrderDescending(StringComparer.Ordinal).Reverse().OrderBy(Place)
        );

        static int Place(string phrase) => Array.IndexOf(["Neural Weaving", "graph-based", "LoomNet"], phrase);
    }

    [Fact]
    public void Addresses_numbers_and_words_that_everybody_writes_are_no_reason()
    {
        var one = Of("Our results improve accuracy by 10 of 2024. Code is at https://github.com/looms/loomnet.");
        var other = Of("Our results improve it by 10 in 2024: https://github.com/looms/other.");

        Assert.Empty(one.SharedWith(other, 5));
    }

    [Fact]
    public void A_capital_letter_at_the_beginning_of_a_sentence_is_left_out()
    {
        Assert.Equal(["weaving"], Of("It is old. Weaving is slow.").SharedWith(Of("They like weaving"), 3));
        Assert.Equal(["LoomNet"], Of("LoomNet weaves.").SharedWith(Of("We use LoomNet"), 3));
    }

    [Fact]
    public void What_the_other_does_not_have_is_told_by_words_that_more_papers_know()
    {
        var one = Of("We use glass fibres and Zxqwy.");

        Assert.Equal(["glass", "fibres"], one.MissingIn(Of("We use a keel."), 3));
        Assert.Equal(["fibres"], one.MissingIn(Of("We use glass."), 3));
    }

    private static TellingPhrases Of(string text) => new([text], Lexicon);
}
