using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Skills;

namespace PaperBot.Tests.Chat;

public sealed class CommandLineTests
{
    private static readonly Asker Mina = new("test", "mina");

    private static readonly CommandTable Table = new([
        new TestCommand("summarize", new CommandOption("paper", "A paper.", OptionKind.Paper) { Required = true }),
        new TestCommand(
            "compare",
            new CommandOption("a", "A paper.", OptionKind.Paper) { Required = true },
            new CommandOption("b", "Another.", OptionKind.Paper) { Required = true },
            new CommandOption("c", "A third.", OptionKind.Paper)
        ),
        new TestCommand(
            "trending",
            new CommandOption("period", "When.", OptionKind.Choice) { Choices = ["day", "week", "month", "all"] },
            new CommandOption("count", "How many.", OptionKind.Number) { Least = 1, Most = 25 },
            new CommandOption("topic", "What about.", OptionKind.Text)
        ),
        new TestCommand(
            "related",
            new CommandOption("paper", "A paper.", OptionKind.Paper) { Required = true },
            new CommandOption("by", "In what.", OptionKind.Choice) { Choices = ["problem", "method", "result"] }
        ),
        new TestCommand("help"),
    ]);

    [Theory]
    [InlineData("/summarize EfficientNet", "EfficientNet")]
    [InlineData("  /SUMMARIZE   Wide Residual Networks  ", "Wide Residual Networks")]
    [InlineData("/summarize paper:EfficientNet", "EfficientNet")]
    [InlineData("/summarize paper:\"Wide Residual Networks\"", "Wide Residual Networks")]
    [InlineData("/summarize \"Wide Residual Networks\"", "Wide Residual Networks")]
    [InlineData("/summarize Attention: all you need", "Attention: all you need")]
    [InlineData("/summarize a \"quoted\" word", "a \"quoted\" word")]
    [InlineData("/summarize https://arxiv.org/abs/2401.01234", "https://arxiv.org/abs/2401.01234")]
    public void A_command_with_one_option_takes_the_rest_of_the_line(string line, string paper) =>
        Assert.Equal(paper, Parse(line).Required("paper"));

    [Theory]
    [InlineData(
        "/compare a:\"Wide Residual Networks\" b:\"Deep Layer Aggregation\"",
        "Wide Residual Networks",
        "Deep Layer Aggregation"
    )]
    [InlineData(
        "/compare b:\"Deep Layer Aggregation\" a:\"Wide Residual Networks\"",
        "Wide Residual Networks",
        "Deep Layer Aggregation"
    )]
    [InlineData(
        "/compare a:Wide Residual Networks b:Deep Layer Aggregation",
        "Wide Residual Networks",
        "Deep Layer Aggregation"
    )]
    [InlineData(
        "/compare “Wide Residual Networks” “Deep Layer Aggregation”",
        "Wide Residual Networks",
        "Deep Layer Aggregation"
    )]
    [InlineData("/compare ResNet EfficientNet", "ResNet", "EfficientNet")]
    [InlineData(
        "/compare Wide Residual Networks vs. Deep Layer Aggregation",
        "Wide Residual Networks",
        "Deep Layer Aggregation"
    )]
    [InlineData("/compare a:\"A: B\" b:C", "A: B", "C")]
    public void Two_papers_are_told_apart_however_people_part_them(string line, string a, string b)
    {
        var request = Parse(line);

        Assert.Equal((a, b), (request.Required("a"), request.Required("b")));
    }

    [Theory]
    [InlineData("/compare a:\"Wide Residual Networks\" b:ResNet c:\"Deep Layer Aggregation\"")]
    [InlineData("/compare c:Deep Layer Aggregation a:Wide Residual Networks b:ResNet")]
    [InlineData("/compare \"Wide Residual Networks\" ResNet \"Deep Layer Aggregation\"")]
    [InlineData("/compare Wide Residual Networks vs ResNet vs. Deep Layer Aggregation")]
    public void Three_papers_are_told_apart_likewise(string line)
    {
        var request = Parse(line);

        Assert.Equal(
            ("Wide Residual Networks", "ResNet", "Deep Layer Aggregation"),
            (request.Required("a"), request.Required("b"), request.Required("c"))
        );
    }

    [Theory]
    [InlineData("/related Wide Residual Networks", "Wide Residual Networks", null)]
    [InlineData("/related A Method for the Problem", "A Method for the Problem", null)]
    [InlineData("/related method", "method", null)]
    [InlineData("/related Wide Residual Networks by:method", "Wide Residual Networks", "method")]
    [InlineData("/related by:method Wide Residual Networks", "Wide Residual Networks", "method")]
    [InlineData("/related paper:Wide by:Result", "Wide", "Result")]
    [InlineData("/related paper:\"Wide Residual Networks\" by:problem", "Wide Residual Networks", "problem")]
    public void Where_one_paper_is_asked_for_all_words_without_a_name_are_its_title(
        string line,
        string paper,
        string? by
    )
    {
        var request = Parse(line);

        Assert.Equal((paper, by), (request.Required("paper"), request.Text("by")));
    }

    [Theory]
    [InlineData("/trending", null, null, null)]
    [InlineData("/trending count:5", null, 5, null)]
    [InlineData("/trending week 5 graph networks", "week", 5, "graph networks")]
    [InlineData("/trending topic:graph networks count:3", null, 3, "graph networks")]
    [InlineData("/trending Period:WEEK", "WEEK", null, null)]
    [InlineData("/trending period:week graph networks", "week", null, "graph networks")]
    public void Words_without_a_name_fill_the_options_that_can_take_them(
        string line,
        string? period,
        int? count,
        string? topic
    )
    {
        var request = Parse(line);

        Assert.Equal((period, count, topic), (request.Text("period"), request.Number("count"), request.Text("topic")));
    }

    [Theory]
    [InlineData("hello", "begin with a slash")]
    [InlineData("/sumarize x", "Did you mean /summarize?")]
    [InlineData("/frobnicate", "/help for all of them")]
    [InlineData("/summarize", "/summarize needs paper")]
    [InlineData("/compare a:ResNet", "/compare needs b")]
    [InlineData("/trending count:many", "count takes a whole number from 1 to 25")]
    [InlineData("/trending count:26", "count takes a whole number from 1 to 25")]
    [InlineData("/trending period:year", "period takes one of day, week, month, all")]
    [InlineData("/related by:method", "/related needs paper")]
    [InlineData("/related ResNet by:weather", "by takes one of problem, method, result")]
    public void A_line_that_cannot_be_taken_is_answered_with_what_can(string line, string advice) =>
        Assert.Contains(advice, Assert.Throws<SkillException>(() => Parse(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_without_end_is_refused()
    {
        var failure = Assert.Throws<SkillException>(() => Parse("/summarize " + new string('x', 100_000)));

        Assert.Contains("16,000 are the most", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare a:\"Wide Residual Networks\" b:ResNet")]
    [InlineData("/summarize paper:\"a 'quoted' word\"")]
    [InlineData("/trending period:week count:5")]
    public void A_request_can_be_written_as_the_line_that_asks_it(string line) =>
        Assert.Equal(line, Parse(line).ToLine());

    [Fact]
    public void No_line_whatever_it_holds_breaks_the_parser()
    {
        var random = new Random(20260106);
        string[] bits =
        [
            "/",
            "compare",
            "summarize",
            "trending",
            " ",
            "a:",
            "b:",
            "count:",
            "\"",
            "“",
            "”",
            "vs",
            ":",
            "\0",
            "\ud800",
            "9",
            "é",
            "\u202e",
            "@everyone",
            "```",
            "\t",
        ];
        for (var i = 0; i < 20_000; i++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => bits[random.Next(bits.Length)]));
            try
            {
                Parse(line);
            }
            catch (SkillException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    private static CommandRequest Parse(string line) => CommandLine.Parse(line, Table, Mina);
}
