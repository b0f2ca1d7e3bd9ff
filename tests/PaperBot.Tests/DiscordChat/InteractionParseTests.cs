using System.Text;
using System.Text.Json;
using PaperBot.DiscordChat.Interactions;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What Discord sends, and what it might: read as far as it makes sense, else passed by.</summary>
public sealed class InteractionParseTests
{
    private const string Slash =
        """{"id":"11","application_id":"22","token":"t","type":2,"locale":"pt-BR","context":0,"guild_id":"33","channel_id":"44","member":{"user":{"id":"55"}},"data":{"name":"trending","type":1,"options":[{"name":"count","type":4,"value":7},{"name":"topic","type":3,"value":"graphs","focused":true}]},"new_field":{"x":[1]}}""";

    private const string Grouped =
        """{"id":"11","application_id":"22","token":"t","type":2,"context":0,"guild_id":"33","channel_id":"44","member":{"nick":"Mina","permissions":"2080","roles":[],"user":{"id":"55","username":"m"}},"data":{"name":"digest","type":1,"options":[{"name":"setup","type":1,"options":[{"name":"channel","type":7,"value":"99"},{"name":"zone","type":3,"value":"ber","focused":true}]}]}}""";

    private const string Pressed =
        """{"id":"11","application_id":"22","token":"t","type":3,"context":1,"user":{"id":"55"},"data":{"custom_id":"menu","component_type":3,"values":["1a0/help"]},"message":{"id":"66","flags":64,"interaction_metadata":{"user":{"id":"77"}}}}""";

    private const string Form =
        """{"id":"11","application_id":"22","token":"t","type":5,"user":{"id":"55"},"data":{"custom_id":"1m0/compare a:x b:","components":[{"type":18,"component":{"type":4,"custom_id":"b","value":"ResNet"}}]}}""";

    private const string OnMessage =
        """{"id":"11","application_id":"22","token":"t","type":2,"user":{"id":"55"},"data":{"name":"Summarize papers in this message","type":3,"target_id":"88","resolved":{"messages":{"88":{"content":"one","embeds":[{"url":"https://two","description":"three"}],"message_snapshots":[{"message":{"content":"four"}}]}}}}}""";

    [Fact]
    public void A_command_with_its_values_in_a_server()
    {
        var read = Read(Slash)!;

        Assert.Equal(
            (11UL, 22UL, InteractionKind.Command, 55UL, 33UL, 44UL, "pt-BR", false),
            (read.Id, read.Application, read.Kind, read.User, read.Guild, read.Channel, read.Locale, read.IsDirect)
        );
        Assert.Equal(
            ("trending", "topic", "7", "graphs"),
            (read.Command, read.Focused, read.Values["count"], read.Values["topic"])
        );
    }

    [Fact]
    public void A_command_of_a_group_with_a_channel_by_somebody_who_manages_the_server()
    {
        var read = Read(Grouped)!;

        Assert.Equal(
            ("digest setup", "99", "zone", "Mina", true),
            (read.Command, read.Values["channel"], read.Focused, read.UserName, read.MayManage)
        );
    }

    [Fact]
    public void A_choice_from_a_menu_on_a_private_message()
    {
        var read = Read(Pressed)!;

        Assert.Equal((true, true, 77UL, "1a0/help"), (read.OnPrivate, read.IsDirect, read.AskedBy, read.CustomId));
    }

    [Fact]
    public void A_form_that_was_filled_in()
    {
        var read = Read(Form)!;

        Assert.Equal(("1m0/compare a:x b:", "ResNet"), (read.CustomId, read.Values["b"]));
    }

    [Fact]
    public void A_message_with_what_it_embeds_and_forwards() =>
        Assert.Equal("one\nhttps://two\nthree\nfour", Read(OnMessage)!.Target);

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"id":11,"application_id":"22","token":"t","type":2,"user":{"id":"55"}}""")]
    [InlineData("""{"id":"11","application_id":"22","token":"","type":2,"user":{"id":"55"}}""")]
    [InlineData("""{"id":"11","application_id":"22","token":"t","type":"2","user":{"id":"55"}}""")]
    [InlineData("""{"id":"11","application_id":"22","token":"t","type":2}""")]
    [InlineData("""{"id":"11","application_id":"22","token":"t","type":2,"member":7}""")]
    public void What_nobody_can_answer_is_passed_by(string json) => Assert.Null(Read(json));

    [Fact]
    public void Nothing_that_is_spoilt_brings_the_reader_down()
    {
        var dice = new Random(7);
        var whole = new[] { Slash, Pressed, Form, OnMessage };
        var values = new[] { "null", "[]", "{}", "7", "-1e99", "\"\"", "\"\\ud800\"", "true", "[[[]]]" };
        var readable = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = whole[i % whole.Length];
            var at = dice.Next(text.Length);
            var spoilt = (i % 3) switch
            {
                0 => text[..at],
                1 => text.Remove(at, 1).Insert(at, $"{(char)dice.Next(32, 127)}"),
                _ => Swapped(text, values[dice.Next(values.Length)], dice),
            };
            try
            {
                readable += Read(spoilt) is null ? 0 : 1;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // What DiscordConnection passes by.
            }
        }

        Assert.InRange(readable, 1_000, 20_000);
    }

    // Another value in place of one of those that are there.
    private static string Swapped(string json, string value, Random dice)
    {
        var colons = json.Select((letter, i) => (letter, i))
            .Where(one => one.letter == ':')
            .Select(one => one.i)
            .ToList();
        var start = colons[dice.Next(colons.Count)] + 1;
        var end = json.IndexOfAny([',', '}', ']'], start);
        return json[..start] + value + json[end..];
    }

    private static Interaction? Read(string json) => Interaction.Parse(Encoding.UTF8.GetBytes(json));
}
