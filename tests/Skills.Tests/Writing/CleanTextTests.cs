using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Tests.Writing;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(
        "**Sure!** Here is a summary: We propose *X*, a [model](http://x.y) that `runs` fast.",
        "We propose X, a model that runs fast."
    )]
    [InlineData("- The method works (https://a.b/c). Code is at https://a.b/c.", "The method works.")]
    [InlineData("It works. ![a picture](https://evil.example/p.png?who=1)", "It works.")]
    [InlineData("<@123> @everyone <@&9> <#4> It works.", "It works.")]
    [InlineData("Mail bob@example.org now. It works.", "It works.")]
    [InlineData("<b>It</b> works.<script>alert(1)</script>", "It works. alert(1)")]
    [InlineData("<think>The user wants 99 %.</think>It works.", "It works.")]
    [InlineData("## Result\n> It works.\n---", "Result It works.")]
    [InlineData("Join discord.gg/abc. It works.", "It works.")]
    [InlineData("It\u202e works\u200b.", "It works.")]
    [InlineData("It gains [73] points over [3, 4] others.", "It gains points over others.")]
    public void What_a_platform_or_a_reader_could_fall_for_goes(string written, string shown) =>
        Assert.Equal(shown, CleanText.Of(written));

    [Theory]
    [InlineData("We cut a < b and <10 ms to p<0.05.")]
    [InlineData("It uses snake_case names, f_1 * g_2 and C# code.")]
    [InlineData("Accuracy rises from 71.2% to 84.3% (+13.1).")]
    public void What_papers_write_stays(string written) => Assert.Equal(written, CleanText.Of(written));

    [Theory]
    [InlineData("Please visit the project page.")]
    [InlineData("Click here to learn more.")]
    [InlineData("Let me know if you need more.")]
    [InlineData("I'm sorry, but I cannot summarize this paper.")]
    [InlineData("As an AI language model, I do not have access to the paper.")]
    [InlineData("See our code for details.")]
    public void Words_to_the_reader_are_known(string sentence) => Assert.True(CleanText.IsAddress(sentence));

    [Theory]
    [InlineData("Open set recognition rejects unknown classes.")]
    [InlineData("Contact is at the core of robotic manipulation.")]
    [InlineData("Agents say \"I am sorry to hear that\" too often.")]
    [InlineData("Like the Elastic Net, it selects variables.")]
    public void Statements_that_begin_like_a_request_are_none(string sentence) =>
        Assert.False(CleanText.IsAddress(sentence));
}
