using PaperBot.Skills.Grounding;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Grounding;

/// <summary>Whatever a text is made of, there is a verdict, and its spans are pieces of the text.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "37%",
        "1.6-2.1x",
        "\"",
        "“",
        "”",
        "(",
        ")",
        "[1]",
        "$",
        "\\frac{1}{2}",
        "^",
        "10^-3",
        "×",
        "not",
        "without",
        "ResNet-50",
        "CNNs",
        "of",
        "magnitude",
        "order",
        "hundred",
        "and",
        "million",
        "half",
        "twice",
        "…",
        ".",
        "!",
        "\ud83d",
        "\udc00",
        "𝒪",
        "é",
        "e\u0301",
        "\u0301",
        "\u200b",
        "https://",
        "www.x.y/",
        "3DPW",
        "1,2,3",
        "1,000,000",
        "0",
        "00000000000000000000000000000000000000000000000000",
        "e",
        "9e999",
        "-",
        "--",
        "–",
        "中文",
        "ไทย",
        "'s",
        "n't",
        "<b>",
        "|",
        "better",
        "than",
        "outperforms",
        "may",
        "\n",
        "\t",
        "  ",
        "\u00a0",
        "½",
        "²",
        "٣",
        "№",
    ];

    [Fact]
    public void Any_text_gets_a_verdict_with_pieces_of_itself()
    {
        var random = new Random(7);
        for (var run = 0; run < 3_000; run++)
        {
            var text = Text(random);
            var verdict = GroundingCheck.Of(text, [new GivenAbstract("a", Text(random)) { Title = Text(random) }]);

            Assert.All(
                verdict.Sentences,
                sentence => Assert.All(sentence.Unsupported, one => Assert.NotEmpty(one.Reason))
            );
            Assert.All(
                verdict.Sentences.SelectMany(sentence => sentence.Support),
                support => Assert.True(support.Sentence > 0)
            );
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"a b \"")]
    [InlineData("not ")]
    [InlineData("9")]
    [InlineData("1,")]
    [InlineData("one hundred and ")]
    [InlineData("A-")]
    [InlineData("CNN ")]
    [InlineData("network ")]
    [InlineData("better than ")]
    [InlineData("1.6-2.1x ")]
    [InlineData("[")]
    [InlineData("$")]
    public void What_repeats_itself_without_end_is_answered(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        var verdict = GroundingCheck.Of(text, [new GivenAbstract("a", text)]);

        Assert.False(verdict.IsGrounded);
    }

    [Fact]
    public void An_abstract_is_grounded_in_itself() =>
        Assert.All(
            SampleLibrary.Read(),
            paper =>
                Assert.True(
                    GroundingCheck.Of(paper.Abstract ?? "", [new GivenAbstract("a", paper.Abstract ?? "")]).IsGrounded
                )
        );

    private static string Text(Random random) =>
        string.Join(
            random.Next(3) == 0 ? "" : " ",
            Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)])
        );
}
