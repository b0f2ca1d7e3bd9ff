using PaperBot.Skills.Latex;

namespace PaperBot.Skills.Tests.Latex;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Looms are <i>slow</i>.</p><p>We help.</p>", " Looms are slow.  We help. ")]
    [InlineData("Slow.<br/>We<BR>help.", "Slow. We help.")]
    [InlineData("""<a href="https://example.org/a" target=_blank>Looms</a> help.""", "Looms help.")]
    [InlineData("<jats:p>A <jats:italic>loom</jats:italic>.</jats:p>", " A loom. ")]
    [InlineData("<jats:title>Background</jats:title><jats:p>Looms break.</jats:p>", " Background:  Looms break. ")]
    [InlineData("We show:<ul><li>speed</li><li>strength</li></ul>", "We show:  • speed  • strength  ")]
    [InlineData("<mml:math><mml:mi>x</mml:mi></mml:math> grows", "x grows")]
    public void Tags_go_and_their_text_stays(string text, string plain) => Assert.Equal(plain, HtmlText.Plain(text));

    [Theory]
    [InlineData("R&amp;D &lt; 5 &#37; &#x3B1; &quot;so&quot;", "R&D < 5 % α \"so\"")]
    [InlineData("R&amp;amp;D", "R&D")]
    [InlineData("&lt;p&gt;Looms.&lt;/p&gt;", " Looms. ")]
    [InlineData("AT&T; Q&A &unknown; & so on", "AT&T; Q&A &unknown; & so on")]
    public void Entities_are_written_out_and_others_stay(string text, string plain) =>
        Assert.Equal(plain, HtmlText.Plain(text));

    [Theory]
    [InlineData("10<sup>5</sup> and CO<sub>2</sub>", "10⁵ and CO₂")]
    [InlineData("x<sup>k</sup> and x<sub>i</sub>", "x^k and xi")]
    public void Raised_numbers_do_not_become_part_of_the_number_before(string text, string plain) =>
        Assert.Equal(plain, HtmlText.Plain(text));

    [Theory]
    [InlineData("The token <mask> and </s> stay, as does List<int>.")]
    [InlineData("If a<b and c>d, p<0.05 and x < y > z.")]
    [InlineData("<p")]
    [InlineData("<")]
    [InlineData("No markup at all")]
    public void What_is_no_tag_stays(string text) => Assert.Equal(text, HtmlText.Plain(text));
}
