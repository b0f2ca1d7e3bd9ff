using PaperBot.DiscordChat.Interactions;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Which papers people mean who write in a channel.</summary>
public sealed class PaperLinksTests
{
    [Theory]
    [InlineData("https://arxiv.org/abs/2401.01234", "2401.01234")]
    [InlineData("https://arxiv.org/pdf/2401.01234v2.pdf", "2401.01234")]
    [InlineData("<https://www.arxiv.org/abs/2401.01234v3>", "2401.01234")]
    [InlineData("see http://export.arxiv.org/abs/cs/0601001!", "cs/0601001")]
    [InlineData("https://arxiv.org/abs/math.GT/0309136;", "math/0309136")]
    [InlineData("https://huggingface.co/papers/2401.01234?ref=x", "2401.01234")]
    [InlineData("https://hf.co/papers/2401.01234:", "2401.01234")]
    [InlineData("https://www.alphaxiv.org/abs/2401.01234", "2401.01234")]
    [InlineData("https://doi.org/10.48550/arXiv.2401.01234", "2401.01234")]
    [InlineData("**https://arxiv.org/abs/2401.01234**", "2401.01234")]
    [InlineData("||https://arxiv.org/abs/2401.01234||", "2401.01234")]
    [InlineData("\"https://arxiv.org/abs/2401.01234\"", "2401.01234")]
    [InlineData("[paper](https://arxiv.org/abs/2401.01234)!", "2401.01234")]
    [InlineData("この論文https://arxiv.org/abs/2401.01234をご覧ください", "2401.01234")]
    [InlineData("请看https://huggingface.co/papers/2401.01234。", "2401.01234")]
    [InlineData("arXiv:2401.01234, and arXiv: 2402.00001.", "2401.01234 2402.00001")]
    [InlineData("https://arxiv.org/abs/2401.01234 https://arxiv.org/pdf/2401.01234", "2401.01234")]
    public void A_link_is_found_whatever_stands_around_it(string message, string ids)
    {
        Assert.Equal(ids, string.Join(' ', PaperLinks.In(message)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing here, 2401.01234 is a number")]
    [InlineData("https://example.org/2401.01234")]
    [InlineData("https://notarxiv.org/abs/2401.01234")]
    [InlineData("https://arxiv.org/list/cs.LG/recent")]
    [InlineData("https://huggingface.co/models/2401.01234")]
    [InlineData("https://arxiv.org/abs/2401.012345678")]
    public void What_is_no_link_to_a_paper_is_none(string message)
    {
        Assert.Empty(PaperLinks.In(message));
    }
}
