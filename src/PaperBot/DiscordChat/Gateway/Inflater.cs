using System.IO.Compression;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>
/// The gateway's transport compression: one zlib stream per connection, flushed after each message
/// (https://discord.com/developers/docs/events/gateway#transport-compression). Not for several threads.
/// </summary>
internal sealed class Inflater : IDisposable
{
    /// <summary>A larger message is none of Discord's; the largest real ones, of the largest servers, have some megabytes.</summary>
    public const int LargestMessage = 64 * 1024 * 1024;

    /// <summary>One huge message is no reason to keep its memory; buffers larger than this are given back.</summary>
    public const int KeptRoom = 1024 * 1024;

    private const int UsualMessage = 16 * 1024;

    private readonly Feed feed = new();
    private readonly ZLibStream zlib;
    private byte[] text = new byte[UsualMessage];

    public Inflater() => zlib = new ZLibStream(feed, CompressionMode.Decompress);

    /// <summary>The flush that ends each message.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> compressed) => compressed.EndsWith<byte>([0x00, 0x00, 0xFF, 0xFF]);

    /// <param name="compressed">One whole message.</param>
    /// <returns>Its text; overwritten by the next.</returns>
    /// <exception cref="InvalidDataException">It is no zlib data, or too much of it: the stream cannot be read any further.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed)
    {
        feed.Bytes = compressed;
        if (text.Length > KeptRoom)
        {
            text = new byte[UsualMessage];
        }
        var length = 0;
        while (true)
        {
            if (length == text.Length)
            {
                if (length >= LargestMessage)
                {
                    throw new InvalidDataException($"A gateway message has more than {LargestMessage:N0} bytes.");
                }
                Array.Resize(ref text, text.Length * 2);
            }
            var read = zlib.Read(text.AsSpan(length));
            if (read > 0)
            {
                length += read;
                continue;
            }
            // No message is empty: the stream has come to an end, or lost its thread, and would stay mute from now on.
            return length > 0
                ? text.AsMemory(0, length)
                : throw new InvalidDataException("A compressed gateway message holds nothing.");
        }
    }

    public void Dispose() => zlib.Dispose();

    /// <summary>Gives the bytes of one message and then says that there is nothing more for now.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Bytes { get; set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Bytes.Length);
            Bytes.Span[..count].CopyTo(buffer);
            Bytes = Bytes[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
