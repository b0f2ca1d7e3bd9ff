using System.Text;
using System.Text.Json;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

public sealed class GatewayPayloadTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"op":0,"t":""")]
    [InlineData("""{"op":0,"d":{"a":""")]
    [InlineData("""{"op":0,"s":1,"t":"THING","d":{}""")]
    [InlineData("""{"op":0 "d":1}""")]
    [InlineData("""{"op":0,"t":"\ud800","d":{}}""")]
    [InlineData("<html>502 Bad Gateway</html>")]
    public void What_is_no_whole_json_object_is_said_to_be_none(string text) =>
        Assert.ThrowsAny<JsonException>(() => GatewayPayload.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_name_in_broken_utf8_is_said_to_be_none() =>
        Assert.ThrowsAny<JsonException>(() =>
            GatewayPayload.Parse((byte[])[.. """{"op":0,"t":"A"""u8, 0xC3, 0x28, .. "\",\"d\":{}}"u8])
        );

    [Fact]
    public void A_payload_is_read_in_whatever_order_its_fields_come()
    {
        var payload = GatewayPayload.Parse("""{"d":{"op":9},"new":[{}],"t":"THING","s":12,"op":0}"""u8.ToArray());

        Assert.Equal(Opcode.Dispatch, payload.Op);
        Assert.Equal(12, payload.Sequence);
        Assert.Equal("THING", payload.Event);
        Assert.Equal("""{"op":9}""", Encoding.UTF8.GetString(payload.Data.Span));
    }
}
