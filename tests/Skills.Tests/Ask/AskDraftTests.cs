using PaperBot.Fakes;
using PaperBot.Skills.Ask;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Tests.Ask;

public sealed class AskDraftTests
{
    [Theory]
    [InlineData("Looms break [2401.01234].", "Looms break.", "2401.01234")]
    [InlineData("Looms break. [2401.01234]", "Looms break.", "2401.01234")]
    [InlineData("Looms break (arXiv:2401.01234v2).", "Looms break.", "2401.01234")]
    [InlineData("Looms break [2401.01234, cs/0601001].", "Looms break.", "2401.01234 cs/0601001")]
    [InlineData("Looms break [2401.01234][2401.01235].", "Looms break.", "2401.01234 2401.01235")]
    [InlineData("[2401.01234] says that looms break.", "says that looms break.", "2401.01234")]
    [InlineData("Looms break.", "Looms break.", "")]
    public void The_papers_that_a_sentence_names_are_no_words_of_it(string answer, string text, string cites)
    {
        var sentence = Assert.Single(AskDraft.Read(answer));

        Assert.Equal(text, sentence.Text);
        Assert.Equal(cites, string.Join(' ', sentence.Cites));
    }

    [Fact]
    public void Each_sentence_has_the_papers_it_names_and_no_others() =>
        Assert.Equal(
            [("Looms break.", "2401.01234"), ("Glass is hard.", "2401.01235")],
            AskDraft
                .Read("Looms break. [2401.01234] Glass is hard [2401.01235].")
                .Select(one => (one.Text, string.Join(' ', one.Cites)))
        );

    [Fact]
    public void Of_a_long_answer_six_sentences_are_read() =>
        Assert.Equal(6, AskDraft.Read(string.Join(' ', Enumerable.Repeat("Looms often break [2401.01234].", 9))).Count);

    [Theory]
    [InlineData("")]
    [InlineData("[2401.01234]")]
    [InlineData("{\"answer\":\"Looms break.\"}")]
    [InlineData("```json\n[\"Looms break.\"]\n```")]
    public void What_holds_no_sentence_is_refused(string answer) =>
        Assert.Throws<UnreadableDraftException>(() => AskDraft.Read(answer));

    [Theory]
    [InlineData("The library does not say.", true)]
    [InlineData("I could not find anything on that.", true)]
    [InlineData("None of the papers mentions this.", true)]
    [InlineData("Glass looms do not break [2401.01234].", false)]
    public void A_model_that_does_not_know_may_say_so(string answer, bool unknown) =>
        Assert.Equal(unknown, AskDraft.SaysUnknown(answer));

    [Fact]
    public void A_comparison_of_two_papers_may_rest_on_both_and_not_on_one()
    {
        var seen = new[]
        {
            NewPaper.Like("On Glass", "Glass looms reach 91% accuracy on WeaveBench.", "2401.00001"),
            NewPaper.Like("On Wood", "Wooden looms reach 54% accuracy on WeaveBench.", "2401.00002"),
        }.ToDictionary(paper => paper.Id.Value, paper => new GivenPaper(paper));
        const string Text =
            "Glass looms reach 91% accuracy on WeaveBench and wooden looms reach 54% accuracy on WeaveBench";

        Assert.True(AskHold.Of(Read($"{Text} [2401.00001, 2401.00002]."), seen).Holds);
        Assert.False(AskHold.Of(Read($"{Text} [2401.00001]."), seen).Holds);
        Assert.False(AskHold.Of(Read($"{Text} [2401.00001, 2401.00003]."), seen).Holds);
    }

    private static DraftPart Read(string answer) => Assert.Single(AskDraft.Read(answer));

    [Theory]
    [InlineData("The library does not say.", true)]
    [InlineData("None of the papers answers this question.", true)]
    [InlineData("I could not find an answer.", true)]
    [InlineData("These papers do not need labels [2401.00001].", false)]
    [InlineData("Looms break.", false)]
    public void That_a_model_knows_nothing_is_told_from_an_answer(string answer, bool isUnknown) =>
        Assert.Equal(isUnknown, AskDraft.SaysUnknown(answer));
}
