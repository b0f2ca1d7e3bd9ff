using PaperBot.TerminalChat;

namespace PaperBot.Tests.TerminalChat;

public sealed class LineEditorTests
{
    private readonly LineEditor editor = new(typed =>
        typed.StartsWith("/s", StringComparison.Ordinal) ? ["/summarize ", "/search "] : []
    );

    [Fact]
    public void Typed_letters_become_the_line_that_Enter_finishes()
    {
        Type("/help");

        Assert.Equal("/help", Press(ConsoleKey.Enter));
        Assert.Equal("", editor.Text);
    }

    [Fact]
    public void The_cursor_moves_and_letters_go_in_and_out_where_it_stands()
    {
        Type("/hlp");
        Press(ConsoleKey.LeftArrow);
        Press(ConsoleKey.LeftArrow);
        Type("e");
        Press(ConsoleKey.End);
        Press(ConsoleKey.Backspace);

        Assert.Equal("/hel", editor.Text);
        Assert.Equal(4, editor.Cursor);
    }

    [Fact]
    public void An_emoji_is_taken_out_whole()
    {
        Type("a👩‍🔬");
        Press(ConsoleKey.Backspace);

        Assert.Equal("a", editor.Text);
    }

    [Fact]
    public void Tab_goes_through_what_the_line_may_become_and_typing_takes_it()
    {
        Type("/s");
        Press(ConsoleKey.Tab);
        var first = editor.Text;
        Press(ConsoleKey.Tab);
        Type("x");

        Assert.Equal("/summarize ", first);
        Assert.Equal("/search x", editor.Text);
        Assert.Empty(editor.Offers);
    }

    [Fact]
    public void Tab_with_nothing_to_offer_leaves_the_line_alone()
    {
        Type("zzz");
        Press(ConsoleKey.Tab);

        Assert.Equal("zzz", editor.Text);
    }

    [Fact]
    public void The_arrows_bring_back_earlier_lines_and_the_one_that_was_begun()
    {
        Type("/one");
        Press(ConsoleKey.Enter);
        Type("/two");
        Press(ConsoleKey.Enter);
        Type("/dr");
        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.UpArrow);
        var oldest = editor.Text;
        Press(ConsoleKey.DownArrow);
        Press(ConsoleKey.DownArrow);

        Assert.Equal("/one", oldest);
        Assert.Equal("/dr", editor.Text);
    }

    [Fact]
    public void Control_W_takes_the_last_word()
    {
        Type("/summarize deep nets");
        editor.Press(new ConsoleKeyInfo('\u0017', ConsoleKey.W, false, false, true));

        Assert.Equal("/summarize deep ", editor.Text);
    }

    private void Type(string text)
    {
        foreach (var letter in text)
        {
            editor.Press(new ConsoleKeyInfo(letter, ConsoleKey.None, false, false, false));
        }
    }

    private string? Press(ConsoleKey key) => editor.Press(new ConsoleKeyInfo('\0', key, false, false, false));
}
