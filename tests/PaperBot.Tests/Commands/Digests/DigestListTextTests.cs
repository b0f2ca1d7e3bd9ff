using PaperBot.Commands.Digests;

namespace PaperBot.Tests.Commands.Digests;

public sealed class DigestListTextTests
{
    [Theory]
    [InlineData("diffusion", "diffusion")]
    [InlineData("diffusion, graph  networks", "diffusion|graph networks")]
    [InlineData("a;b", "a|b")]
    [InlineData(" a , A ,b,", "a|b")]
    [InlineData("any", "")]
    [InlineData("None", "")]
    public void Commas_part_topics_and_any_means_no_choice(string typed, string items) =>
        Assert.Equal(items, string.Join('|', DigestListText.Parse(typed)));

    [Theory]
    [InlineData(",", "nothing between the commas")]
    [InlineData("diffusion, ???", "'???' has no word")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "20 are the most")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "too long")]
    public void What_is_no_list_is_refused(string typed, string why) =>
        Assert.Contains(why, DigestListText.Objection(typed)!, StringComparison.Ordinal);

    [Fact]
    public void The_last_topic_is_completed_and_those_before_it_stay()
    {
        var offered = DigestListText
            .Suggest("agents, diff", typed => typed == "diff" ? ["diffusion", "agents", "a, b"] : [])
            .Select(one => one.Value);

        Assert.Equal(["agents, diffusion", "agents, diff"], offered);
    }

    [Fact]
    public void Before_anything_is_typed_any_is_offered_too() =>
        Assert.Equal(["diffusion", "any"], DigestListText.Suggest("", _ => ["diffusion"]).Select(one => one.Value));
}
