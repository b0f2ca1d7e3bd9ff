using PaperBot.Chat;
using PaperBot.TerminalChat;

namespace PaperBot.Tests.TerminalChat;

public sealed class TerminalMessageTests
{
    [Fact]
    public void A_list_shows_rank_title_text_reason_and_link()
    {
        var reply = new Reply
        {
            Title = "Trending papers",
            Items =
            [
                new(
                    "1.",
                    "Sparse Widgets",
                    new Uri("https://arxiv.org/abs/2601.01234"),
                    "They cut memory.",
                    "42 votes",
                    "2601.01234"
                ),
            ],
            Notes = ["Made from abstracts."],
        };

        Assert.Equal(
            """
            Trending papers

            1. Sparse Widgets
               They cut memory.
               42 votes
               https://arxiv.org/abs/2601.01234

            Made from abstracts.
            """.ReplaceLineEndings("\n"),
            Text(reply)
        );
    }

    [Fact]
    public void Two_papers_stand_under_each_other_row_by_row()
    {
        var reply = new Reply
        {
            Table = new(
                [new("One", null), new("Two", null)],
                [new("Data", [new("CIFAR-10", [2]), new("not stated in the abstract", [])])]
            ),
        };

        Assert.Equal("A: One\nB: Two\n\nData\n  A: CIFAR-10 [2]\n  B: not stated in the abstract", Text(reply));
    }

    [Fact]
    public void A_picture_is_told_in_words_a_text_file_shown_below_and_of_any_other_that_it_is_there()
    {
        var reply = new Reply
        {
            Text = "Your papers.",
            Files =
            [
                new("a.png", "image/png", new byte[3], "Bars: 1, 2."),
                new("a.bib", "text/x-bibtex", "@article{a,\n  title = {B\e[2J}\n}\n"u8.ToArray(), ""),
                new("a.zip", "application/zip", new byte[1234], "All of it."),
            ],
            Picture = "a.png",
        };

        Assert.Equal(
            "Your papers.\n\nPicture: Bars: 1, 2.\n\na.bib:\n@article{a,\n  title = {B[2J}\n}\nFile: a.zip (1,234 bytes). All of it.",
            Text(reply)
        );
    }

    [Fact]
    public void Nothing_that_a_paper_says_can_move_the_cursor_or_colour_the_screen()
    {
        var reply = new Reply { Title = "Evil\e[2J\u009b31m title\a", Text = "a\u202eb\0c" };

        Assert.Equal("Evil[2J31m title\n\nabc", Text(reply));
    }

    private static string Text(Reply reply) => TerminalMessage.Text(TerminalMessage.Lines(reply));
}
