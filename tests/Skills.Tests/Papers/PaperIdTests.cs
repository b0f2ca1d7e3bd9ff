using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Papers;

public sealed class PaperIdTests
{
    [Theory]
    [InlineData("2401.01234", "2401.01234", null)]
    [InlineData(" arXiv:2401.01234v3 ", "2401.01234", 3)]
    [InlineData("0704.0001", "0704.0001", null)]
    [InlineData("cs/0601001", "cs/0601001", null)]
    [InlineData("math.GT/0309136v2", "math/0309136", 2)]
    [InlineData("cond-mat/9901001", "cond-mat/9901001", null)]
    [InlineData("https://arxiv.org/abs/2401.01234", "2401.01234", null)]
    [InlineData("http://www.arxiv.org/pdf/2401.01234v2.pdf", "2401.01234", 2)]
    [InlineData("arxiv.org/abs/cs/0601001v1", "cs/0601001", 1)]
    [InlineData("https://export.arxiv.org/abs/2401.01234?context=cs", "2401.01234", null)]
    [InlineData("https://arxiv.org/html/2401.01234v1#S2", "2401.01234", 1)]
    [InlineData("https://huggingface.co/papers/2401.01234", "2401.01234", null)]
    [InlineData("<https://huggingface.co/papers/2401.01234>", "2401.01234", null)]
    [InlineData("https://www.alphaxiv.org/abs/2401.01234v1", "2401.01234", 1)]
    [InlineData("https://www.alphaxiv.org/overview/2401.01234", "2401.01234", null)]
    [InlineData("https://doi.org/10.48550/arXiv.2401.01234", "2401.01234", null)]
    [InlineData("oai:arXiv.org:2601.01234v1", "2601.01234", 1)]
    public void An_arxiv_id_is_read_however_people_write_it(string text, string id, int? version)
    {
        Assert.True(PaperId.TryParse(text, out var parsed, out var parsedVersion));

        Assert.Equal(id, parsed.Value);
        Assert.Equal(version, parsedVersion);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EfficientNet")]
    [InlineData("2413.01234")]
    [InlineData("2401.012345")]
    [InlineData("3.1415")]
    [InlineData("https://example.org/abs/2401.01234")]
    [InlineData("2401.01234v0")]
    [InlineData("t-short")]
    public void What_is_no_id_is_not_taken_for_one(string? text) => Assert.False(PaperId.TryParse(text, out _, out _));

    [Fact]
    public void A_title_in_another_spelling_gives_the_same_id()
    {
        var id = PaperId.FromTitle("Éfficient  Nets: A Study");

        Assert.Equal(id, PaperId.FromTitle("efficient nets – a study"));
        Assert.True(PaperId.TryParse(id.Value, out var parsed, out _));
        Assert.Equal(id, parsed);
        Assert.False(id.IsArxiv);
    }

    [Fact]
    public void The_id_of_a_title_never_changes() =>
        Assert.Equal("t-yhofrvcydu2ak", PaperId.FromTitle("Wide Residual Networks").Value);
}
