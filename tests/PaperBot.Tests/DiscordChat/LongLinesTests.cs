using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Questions that are too long for a button's id.</summary>
public sealed class LongLinesTests
{
    private static readonly string Long = "/search words:" + new string('w', 200);

    [Fact]
    public void A_short_line_stays_as_it_is_and_needs_no_memory()
    {
        var lines = new LongLines();

        Assert.Equal("/help", lines.Shorten("/help"));
        Assert.Equal("/help", new LongLines().Lengthen("/help"));
    }

    [Fact]
    public void A_long_one_fits_into_a_button_and_comes_back_whole()
    {
        var lines = new LongLines();

        var id = CustomId.Of(CustomIdAct.Page, lines.Shorten(Long), page: 999);

        Assert.NotNull(id);
        Assert.Equal(Long, lines.Lengthen(CustomId.Parse(id)!.Line));
        Assert.Null(new LongLines().Lengthen(CustomId.Parse(id)!.Line));
    }

    [Fact]
    public void Every_button_and_choice_of_a_reply_keeps_its_meaning()
    {
        var lines = new LongLines();
        var reply = new Reply
        {
            Buttons = [new("Again", Long), new("Ask", Long + " b:"), new("Help", "/help")],
            Choices = [new("One", Long + "1"), new("Two", "/paper paper:x")],
        };

        var shortened = lines.Shorten(reply);

        // A form cannot be opened for a line that is not there any more; such a button is left out.
        Assert.Equal([Long, "/help"], shortened.Buttons.Select(button => lines.Lengthen(button.Command)));
        Assert.Equal(
            [Long + "1", "/paper paper:x"],
            shortened.Choices.Select(choice => lines.Lengthen(choice.Command))
        );
    }

    [Fact]
    public void The_oldest_are_forgotten_when_there_are_very_many()
    {
        var lines = new LongLines();
        var first = lines.Shorten(Long);
        for (var i = 0; i < 10_000; i++)
        {
            lines.Shorten(Long + i);
        }

        Assert.Null(lines.Lengthen(first));
        Assert.NotNull(lines.Lengthen(lines.Shorten(Long + 9_999)));
    }
}
