using PaperBot.Chat;
using PaperBot.Commands;
using PaperBot.Fakes;
using PaperBot.Skills.Ask;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Commands;

/// <summary>How an answer to a question reads, and how its absence does.</summary>
public sealed class AskReplyTests
{
    private static readonly Paper Widgets = NewPaper.Like(id: "2401.01234");

    [Fact]
    public void Each_sentence_has_its_paper_its_link_and_its_number()
    {
        var reply = AskReply.For(
            Asked("How do sparse widgets save memory?") with
            {
                Sentences = [new AnswerSentence(Widgets, 2, "They cut memory by 37% on a 128k-token task.")],
            }
        );

        Assert.True(reply.Ok);
        Assert.False(reply.Private);
        Assert.Equal("How do sparse widgets save memory?", reply.Title);
        Assert.Equal(
            new ReplyItem(
                "1.",
                Widgets.Title,
                new Uri("https://arxiv.org/abs/2401.01234"),
                "They cut memory by 37% on a 128k-token task. [2]",
                "",
                "2401.01234"
            ),
            Assert.Single(reply.Items)
        );
        Assert.Contains("[2] is the second of its abstract", Assert.Single(reply.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sentences_of_one_paper_lead_to_one_summary()
    {
        var reply = AskReply.For(
            Asked("widgets") with
            {
                Sentences = [new AnswerSentence(Widgets, 1, "One."), new AnswerSentence(Widgets, 2, "Two.")],
            }
        );

        Assert.Equal(new ReplyChoice(Widgets.Title, "/summarize paper:2401.01234"), Assert.Single(reply.Choices));
    }

    [Fact]
    public void Who_sees_sample_papers_is_told_so()
    {
        var sample = Widgets with { IsSample = true };

        var reply = AskReply.For(Asked("widgets") with { Sentences = [new AnswerSentence(sample, 1, "One.")] });

        Assert.Contains(PaperNotes.Sample, reply.Notes);
    }

    [Fact]
    public void A_word_read_as_another_is_told()
    {
        var reply = AskReply.For(
            Asked("wigdets") with
            {
                Read = new Dictionary<string, string> { ["wigdets"] = "widgets" },
                Sentences = [new AnswerSentence(Widgets, 1, "One.")],
            }
        );

        Assert.Contains("'wigdets' was read as 'widgets'.", reply.Notes);
    }

    [Fact]
    public void Words_that_no_paper_has_are_named_with_what_to_do()
    {
        var reply = AskReply.For(
            Asked("photosynthesis networks", "photosynthesis", "networks") with
            {
                Unknown = ["photosynthesis"],
            }
        );

        Assert.False(reply.Ok);
        Assert.True(reply.Private);
        Assert.StartsWith("The library holds nothing on 'photosynthesis'.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("/search", reply.Text, StringComparison.Ordinal);
        Assert.Equal("/search words:\"networks\"", Assert.Single(reply.Choices).Command);
    }

    [Fact]
    public void Words_that_never_meet_are_named_together()
    {
        var reply = AskReply.For(Asked("widgets in museums", "widgets", "museums"));

        Assert.StartsWith(
            "The library holds no sentence that answers this: none has 'widgets' and 'museums' together.",
            reply.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_asks_in_another_language_is_told_that_abstracts_are_English()
    {
        var reply = AskReply.For(Asked("Was ist Lernen?", "Lernen") with { Unknown = ["Lernen"], IsForeign = true });

        Assert.Contains("ask in English", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Choices);
    }

    [Fact]
    public void A_question_without_words_is_answered_with_an_example()
    {
        var reply = AskReply.For(Asked("?!"));

        Assert.False(reply.Ok);
        Assert.Contains("/ask How", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_without_end_does_not_flood_the_channel()
    {
        var words = Enumerable.Range(0, 24).Select(i => new string('x', 48) + i).ToArray();

        var refused = AskReply.For(Asked(new string('q', 2_000), words));
        var found = AskReply.For(
            Asked(new string('q', 2_000)) with
            {
                Sentences = [new AnswerSentence(Widgets, 1, "One.")],
            }
        );

        Assert.InRange(refused.Text.Length, 1, 600);
        Assert.InRange(Assert.Single(refused.Choices).Command.Length, 1, 200);
        Assert.InRange(found.Title!.Length, 1, 121);
    }

    private static Answer Asked(string question, params string[] words) => new() { Question = question, Words = words };
}
