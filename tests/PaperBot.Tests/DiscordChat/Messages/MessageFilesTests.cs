using System.Text.Json.Nodes;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.Tests.DiscordChat.Messages;

public sealed class MessageFilesTests
{
    [Fact]
    public void A_file_that_is_too_much_is_left_out_and_the_answer_says_so()
    {
        var message = DiscordMessage.From(With(File("big.csv", 7_000_000), File("more.csv", 1_500_000)), new());

        Assert.Equal(["big.csv"], message.Files.Select(file => file.Name));
        Assert.Contains("more.csv (1.5 MB) is more than", message.Embed.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public void An_eleventh_file_is_left_out()
    {
        var message = DiscordMessage.From(With([.. Enumerable.Range(1, 11).Select(i => File($"{i}.csv", 1))]), new());

        Assert.Equal(10, message.Files.Count);
        Assert.Contains("11.csv", message.Embed.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_is_cut_to_what_Discord_takes_and_a_name_to_what_it_keeps()
    {
        var reply = With(File("../../ä b\"\r\n.png", 1) with { AltText = new string('x', 5_000) }) with
        {
            Picture = "../../ä b\"\r\n.png",
        };

        var message = DiscordMessage.From(reply, new());

        Assert.Equal(1_024, message.Files[0].AltText.Length);
        Assert.Equal(".._.._" + "__b___.png", message.Files[0].Name);
        Assert.Equal($"attachment://{message.Files[0].Name}", message.Embed.Picture);
    }

    [Fact]
    public void An_edit_names_the_files_that_are_there_and_so_takes_away_those_that_were()
    {
        var plain = JsonNode.Parse(
            MessageJson.Of(DiscordMessage.From(new Reply { Text = "x" }, new()), isEdit: true).Span
        );

        Assert.Equal("[]", plain!["attachments"]!.ToJsonString());
    }

    [Fact]
    public void The_same_message_is_the_same_bytes()
    {
        var message = DiscordMessage.From(With(File("a.csv", 100)), new());

        Assert.True(MessageBody.Of(message).Bytes.Span.SequenceEqual(MessageBody.Of(message).Bytes.Span));
        Assert.StartsWith(
            "multipart/form-data; boundary=paperbot-",
            MessageBody.Of(message).MediaType,
            StringComparison.Ordinal
        );
    }

    private static Reply With(params IReadOnlyList<ReplyFile> files) => new() { Text = "Here", Files = files };

    private static ReplyFile File(string name, int bytes) => new(name, "text/csv", new byte[bytes], "");
}
