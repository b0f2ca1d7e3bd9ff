using System.IO.Compression;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>
/// zlib-stream transport compression: one deflate context for the whole connection, flushed (00 00 FF FF) after each
/// message.
/// </summary>
internal sealed class TransportStream : IDisposable
{
    private readonly MemoryStream buffer = new();
    private readonly ZLibStream deflate;

    public TransportStream() => deflate = new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true);

    public ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> message)
    {
        buffer.SetLength(0);
        deflate.Write(message);
        deflate.Flush();
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public void Dispose()
    {
        deflate.Dispose();
        buffer.Dispose();
    }
}
