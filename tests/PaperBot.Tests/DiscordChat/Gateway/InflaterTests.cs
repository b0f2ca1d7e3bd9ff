using System.IO.Compression;
using System.Text;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

public sealed class InflaterTests : IDisposable
{
    private readonly MemoryStream packed = new();
    private readonly ZLibStream deflate;
    private readonly Inflater inflater = new();

    public InflaterTests() => deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);

    [Fact]
    public void Messages_of_one_stream_are_read_one_after_the_other()
    {
        Assert.Equal("first", Read(Pack("first")));
        Assert.Equal("second, with first in it", Read(Pack("second, with first in it")));
        Assert.Equal("é😀", Read(Pack("é😀")));
    }

    [Fact]
    public void A_message_of_5_MB_is_read_and_so_is_the_one_after()
    {
        var text = string.Concat(Enumerable.Range(0, 800_000).Select(number => $"{number} "))[..5_000_000];

        Assert.Equal(text, Read(Pack(text)));
        Assert.Equal("small", Read(Pack("small")));
    }

    [Fact]
    public void A_message_is_whole_when_its_flush_has_come()
    {
        var whole = Pack("in pieces");

        Assert.True(Inflater.IsWhole(whole));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.False(Inflater.IsWhole(whole.AsSpan(0, length)), $"{length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public void What_is_no_zlib_is_said_to_be_none() =>
        Assert.Throws<InvalidDataException>(() => inflater.Inflate((byte[])[1, 2, 3, 4, 0, 0, 0xFF, 0xFF]));

    [Fact]
    public void A_stream_that_was_spoiled_on_its_way_does_not_fall_silent()
    {
        Read(Pack("first"));
        var spoiled = Pack("""{"op":11}""");
        spoiled[0] ^= 0xFF;
        var last = (byte[])[0x03, 0x00]; // an empty block that says: the last one

        Assert.ThrowsAny<InvalidDataException>(() =>
        {
            inflater.Inflate(spoiled);
            inflater.Inflate((byte[])[.. last, 0, 0, 0xFF, 0xFF]);
            inflater.Inflate(Pack("never read"));
        });
    }

    [Fact]
    public void A_stream_that_has_ended_is_said_to_have_ended()
    {
        var ended = new MemoryStream();
        using (var whole = new ZLibStream(ended, CompressionLevel.Fastest, leaveOpen: true))
        {
            whole.Write("last words"u8);
        }
        Assert.Equal("last words", Encoding.UTF8.GetString(inflater.Inflate(ended.ToArray()).Span));

        Assert.Throws<InvalidDataException>(() => inflater.Inflate(Pack("into the void")));
    }

    [Fact]
    public void A_small_message_that_becomes_a_huge_one_is_not_unpacked_to_its_end()
    {
        var zeros = new byte[1024 * 1024];
        for (var megabytes = 0; megabytes <= Inflater.LargestMessage / zeros.Length; megabytes++)
        {
            deflate.Write(zeros);
        }
        var bomb = Pack("boom");

        Assert.True(bomb.Length < Inflater.KeptRoom);
        Assert.Throws<InvalidDataException>(() => inflater.Inflate(bomb));
    }

    public void Dispose()
    {
        deflate.Dispose();
        packed.Dispose();
        inflater.Dispose();
    }

    private byte[] Pack(string text)
    {
        deflate.Write(Encoding.UTF8.GetBytes(text));
        deflate.Flush();
        var message = packed.ToArray();
        packed.SetLength(0);
        return message;
    }

    private string Read(byte[] message) => Encoding.UTF8.GetString(inflater.Inflate(message).Span);
}
