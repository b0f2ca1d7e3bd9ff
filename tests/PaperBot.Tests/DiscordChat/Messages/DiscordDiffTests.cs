using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;
using PaperBot.Skills.Versions;

namespace PaperBot.Tests.DiscordChat.Messages;

/// <summary>What changed in a text, as Discord shows it.</summary>
public sealed class DiscordDiffTests
{
    [Theory]
    [InlineData("It reaches 37 % on MATH.", "It reaches 41 % on MATH.", "It reaches ~~37 %~~ **41 %** on MATH.")]
    [InlineData("The cat sat.", "cat sat.", "~~The~~ cat sat.")]
    [InlineData("Old", "New", "~~Old~~ **New**")]
    [InlineData("(old)", "(new)", "(~~old~~ **new**)")]
    [InlineData("fast, cheap.", "fast cheap.", "fast~~,~~ cheap.")]
    public void Removed_words_are_struck_through_and_added_ones_bold(string before, string after, string expected)
    {
        Assert.Equal(expected, Assert.Single(Parts(before, after)));
    }

    [Theory]
    [InlineData("we use a_b now", "we use *c* now", @"we use ~~a\_b~~ **\*c\*** now")]
    [InlineData("x ~ y", "x ~ z", @"x \~ ~~y~~ **z**")]
    [InlineData("a ~~b~~ c", "a d c", @"a ~~\~\~b\~\~~~ **d** c")]
    [InlineData(@"a \~ c", "a d c", @"a ~~\\\~~~ **d** c")]
    [InlineData("to you", "to @everyone", "to ~~you~~ **@\u200Beveryone**")]
    [InlineData("see a", "see <@1234> https://evil.example", @"see ~~a~~ **\<@1234> https\://evil.example**")]
    public void Nothing_in_a_paper_is_markup_of_its_own(string before, string after, string expected)
    {
        Assert.Equal(expected, Assert.Single(Parts(before, after)));
    }

    [Fact]
    public void What_stayed_is_shown_only_around_a_change()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"w{i}"));

        var part = Assert.Single(Parts($"{words} old {words}", $"{words} new {words}"));

        Assert.Equal("… w53 w54 w55 w56 w57 w58 w59 w60 ~~old~~ **new** w1 w2 w3 w4 w5 w6 w7 w8 …", part);
    }

    [Fact]
    public void Between_two_changes_that_are_far_apart_both_ends_of_what_stayed_are_shown()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"w{i}"));

        var part = Assert.Single(Parts($"a {words} b", $"x {words} y"));

        Assert.Equal("~~a~~ **x** w1 w2 w3 w4 w5 w6 w7 w8 … w53 w54 w55 w56 w57 w58 w59 w60 ~~b~~ **y**", part);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_much_changed_every_part_is_within_its_limit_and_every_mark_in_it_is_closed(int seed)
    {
        var random = new Random(seed);
        string[] words = ["word", "*", "~", "_under_", "\\", "猫", "😀😀", new('x', 700), "`", "|", "37 %", "end."];
        for (var round = 0; round < 200; round++)
        {
            var parts = Parts(Text(), Text());

            Assert.All(
                parts,
                part =>
                {
                    Assert.InRange(part.Length, 1, DiscordLimits.FieldValue);
                    Assert.Equal(0, Marks(part, "~~") % 2);
                    Assert.Equal(0, Marks(part, "**") % 2);
                }
            );
        }

        string Text() =>
            string.Join(' ', Enumerable.Range(0, random.Next(300)).Select(_ => words[random.Next(words.Length)]));

        // Of those that are not escaped.
        static int Marks(string part, string mark)
        {
            var count = 0;
            for (var i = 0; i < part.Length; i++)
            {
                if (part[i] == '\\')
                {
                    i++;
                }
                else if (part.AsSpan(i).StartsWith(mark))
                {
                    count++;
                    i++;
                }
            }
            return count;
        }
    }

    [Fact]
    public void A_long_change_goes_on_in_further_fields()
    {
        var added = string.Join(' ', Enumerable.Range(1, 400).Select(i => $"word{i}"));
        var runs = WordDiff.Of("Old.", added).Runs;

        var page = Assert.Single(DiscordEmbeds.Pages(new Reply { Fields = [ReplyField.Changes("Abstract", runs)] }));

        Assert.Equal("Abstract", page.Fields[0].Name);
        Assert.All(page.Fields.Skip(1), field => Assert.Equal("Abstract (continued)", field.Name));
        Assert.Contains("word400", page.Fields[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_leads_somewhere_is_a_link()
    {
        var field = new ReplyField("Shown here before", "24 November, in the digest", [])
        {
            Link = new Uri("https://discord.com/channels/1/2/3"),
        };

        var page = Assert.Single(DiscordEmbeds.Pages(new Reply { Fields = [field] }));

        Assert.Equal("[24 November, in the digest](https://discord.com/channels/1/2/3)", page.Fields[0].Value);
    }

    private static IReadOnlyList<string> Parts(string before, string after) =>
        DiscordDiff.Parts(WordDiff.Of(before, after).Runs, DiscordLimits.FieldValue);
}
