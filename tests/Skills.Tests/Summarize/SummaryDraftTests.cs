using PaperBot.Skills.Summarize;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Tests.Summarize;

public sealed class SummaryDraftTests
{
    [Theory]
    [InlineData("{\"tldr\":\"One.\",\"problem\":\"\",\"approach\":\"Two.\",\"result\":\"Three.\"}")]
    [InlineData("```json\n{\"result\":\"Three.\",\"TLDR\":\"One.\",\"approach\":[\"Two.\"],\"problem\":null,}\n```")]
    [InlineData("Here you are:\nTLDR: One.\n\n**Approach:** Two.\nResult: Three.")]
    [InlineData("<think>{\"tldr\": 5}</think>TL;DR: One.\nMethod: Two.\nFindings: Three.\nProblem: not stated")]
    public void Whichever_form_a_model_chooses_its_pieces_are_read(string answer) =>
        Assert.Equal(
            [("", "One."), ("Approach", "Two."), ("Result", "Three.")],
            SummaryDraft.Read(answer, SummaryStyle.Structured).Select(part => (part.Label, part.Text))
        );

    [Fact]
    public void Running_sentences_are_pieces_of_their_own() =>
        Assert.Equal(
            ["It is fast, e.g. on CPUs.", "It is small."],
            SummaryDraft.Read("It is fast, e.g. on CPUs. It is small.", SummaryStyle.Plain).Select(part => part.Text)
        );

    [Fact]
    public void Bullets_are_pieces_of_their_own() =>
        Assert.Equal(
            ["It is fast. Very.", "It is small"],
            SummaryDraft.Read("- It is fast. Very.\n* It is small", SummaryStyle.Bullets).Select(part => part.Text)
        );

    [Theory]
    [InlineData("")]
    [InlineData("{\"tldr\":\"One")]
    [InlineData("{\"foo\":\"One.\"}")]
    [InlineData("[1, 2]")]
    [InlineData("{\"tldr\":\"n/a\"}")]
    [InlineData("```\n```")]
    public void What_is_no_summary_is_refused(string answer) =>
        Assert.Throws<UnreadableDraftException>(() => SummaryDraft.Read(answer, SummaryStyle.Structured));
}
