using PaperBot.Commands;
using PaperBot.DiscordChat.Messages;
using PaperBot.Fakes;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Papers;
using PaperBot.TerminalChat;

namespace PaperBot.Tests.Commands;

public sealed class ComparisonReplyTests
{
    private static readonly Paper[] Looms =
    [
        NewPaper.Like("GlassLoom", "We propose a loom. It reaches 84.3% top-1 accuracy on ImageNet.", "2401.00001"),
        NewPaper.Like("SteelLoom", "We propose a wheel. It reaches 83.1% top-1 accuracy on ImageNet.", "2401.00002"),
        NewPaper.Like("WoodLoom", "We propose a frame. It is light and wins on COCO.", "2401.00003"),
        NewPaper.Like("ClothLoom", "", "2401.00004"),
    ];

    [Fact]
    public void Values_of_one_metric_on_one_data_set_stand_in_a_row_with_their_sentences()
    {
        var reply = ComparisonReply.For(AbstractComparer.Compare(Looms[..2]));

        var row = reply.Table!.Rows.Single(row => row.Name == "ImageNet top-1 accuracy"); // a comparison has a table
        Assert.Equal(["84.3%", "83.1%"], row.Cells.Select(cell => cell.Text));
        Assert.All(row.Cells, cell => Assert.Equal([2], cell.Sources));
        Assert.Contains(
            reply.Fields,
            field =>
                field
                    is {
                        Name: "Comparable?",
                        Text: "Comparable on ImageNet top-1 accuracy, which both abstracts state."
                    }
        );
    }

    [Theory]
    [InlineData(2, "/compare a:2401.00001 b:2401.00002", "/compare a:2401.00001 b:2401.00002 c:")]
    [InlineData(
        3,
        "/compare a:2401.00001 b:2401.00002 c:2401.00003",
        "/compare a:2401.00001 b:2401.00002 c:2401.00003 d:"
    )]
    [InlineData(4, "/compare a:2401.00001 b:2401.00002 c:2401.00003 d:2401.00004", null)]
    public void The_answer_can_be_asked_again_and_taken_further(int count, string again, string? another)
    {
        var reply = ComparisonReply.For(AbstractComparer.Compare(Looms[..count]));

        Assert.Equal(again, reply.Again);
        Assert.Equal(another, reply.Buttons.SingleOrDefault(button => button.Asks is not null)?.Command);
    }

    [Fact]
    public void Four_papers_are_all_there_in_the_terminal()
    {
        var reply = ComparisonReply.For(AbstractComparer.Compare(Looms));

        var text = TerminalMessage.Text(TerminalMessage.Lines(reply));

        Assert.Contains("A: GlassLoom", text, StringComparison.Ordinal);
        Assert.Contains("D: ClothLoom", text, StringComparison.Ordinal);
        Assert.Contains("  C: We propose a frame. [1]", text, StringComparison.Ordinal);
        Assert.Contains("  D: not stated in the abstract", text, StringComparison.Ordinal);
        Assert.Contains("The library holds no abstract of \"ClothLoom\".", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_papers_with_long_titles_and_results_lose_nothing_on_Discord()
    {
        var papers = Enumerable
            .Range(0, 4)
            .Select(i =>
                NewPaper.Like(
                    $"Loom {i}: {string.Join(' ', Enumerable.Repeat("Weaving", 40))}",
                    $"We propose a loom number{i}. Experiments show that it {string.Join(' ', Enumerable.Repeat("quickly", 40))} outperforms wheels by {i + 2}.5% on ImageNet."
                )
            )
            .ToArray();

        var reply = ComparisonReply.For(AbstractComparer.Compare(papers));

        var pages = DiscordEmbeds.Pages(reply);
        Assert.All(pages, page => Assert.InRange(page.Length, 1, DiscordLimits.AllEmbeds));
        var text = string.Join(
            '\n',
            pages.SelectMany(page => page.Fields).Select(field => $"{field.Name}\n{field.Value}")
        );
        Assert.All(
            Enumerable.Range(0, 4),
            i => Assert.Contains($"wheels by {i + 2}.5% on ImageNet. \\[2]", text, StringComparison.Ordinal)
        );
    }
}
