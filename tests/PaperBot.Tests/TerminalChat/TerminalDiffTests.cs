using PaperBot.Chat;
using PaperBot.Skills.Versions;
using PaperBot.TerminalChat;
using Spectre.Console;

namespace PaperBot.Tests.TerminalChat;

/// <summary>What changed in a text, in a terminal with and without colours.</summary>
public sealed class TerminalDiffTests
{
    private static readonly Reply Changed = new()
    {
        Fields =
        [
            ReplyField.Changes("Abstract", WordDiff.Of("It reaches 37 % on MATH.", "It reaches 41 % on MATH.").Runs),
        ],
    };

    [Fact]
    public void In_a_pipe_brackets_say_what_was_removed_and_added()
    {
        Assert.Equal(
            "Abstract\n  It reaches [-37 %-] {+41 %+} on MATH.",
            TerminalMessage.Text(TerminalMessage.Lines(Changed))
        );
    }

    [Fact]
    public void On_a_screen_colours_and_lines_do()
    {
        var shown = Shown(ColorSystem.TrueColor);

        Assert.DoesNotContain("[-", shown, StringComparison.Ordinal);
        Assert.Matches("It reaches\e\\[9;[0-9;]*m 37 %\e\\[0m\e\\[4;[0-9;]*m 41 %\e\\[0m on MATH", shown);
    }

    [Fact]
    public void On_a_screen_without_colours_brackets_do()
    {
        Assert.Contains("It reaches [-37 %-] {+41 %+} on MATH.", Shown(ColorSystem.NoColors), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_paper_can_colour_the_screen()
    {
        var reply = new Reply
        {
            Fields = [ReplyField.Changes("Abstract", [new DiffRun(DiffKind.Added, " a\e[31mb\n")])],
        };

        var line = TerminalMessage.Lines(reply)[1];

        Assert.Equal(" a[31mb", Assert.Single(line.Runs).Text);
        Assert.Equal("{+a[31mb+}", line.Text);
    }

    [Fact]
    public void Where_a_text_leads_stands_below_it()
    {
        var reply = new Reply
        {
            Fields = [new ReplyField("Before", "24 November", []) { Link = new Uri("https://a.org/1") }],
        };

        Assert.Equal("Before\n  24 November\n  https://a.org/1", TerminalMessage.Text(TerminalMessage.Lines(reply)));
    }

    private static string Shown(ColorSystem colours)
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = colours == ColorSystem.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
                ColorSystem =
                    colours == ColorSystem.NoColors ? ColorSystemSupport.NoColors : ColorSystemSupport.TrueColor,
                Out = new AnsiConsoleOutput(written),
            }
        );
        console.Profile.Width = 200;
        new TerminalScreen(console).Write(TerminalMessage.Lines(Changed));
        return written.ToString();
    }
}
