using System.Text;

namespace PaperBot.Model;

/// <summary>A stream of lines, each rewritten as soon as it is complete.</summary>
internal sealed class LinesStream(Stream inner, Func<string, string> rewrite) : Stream
{
    private readonly StreamReader reader = new(inner, Encoding.UTF8);
    private ReadOnlyMemory<byte> ready;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (ready.IsEmpty && buffer.Length > 0)
        {
            if (await reader.ReadLineAsync(cancellationToken) is not { } line)
            {
                return 0;
            }
            ready = Encoding.UTF8.GetBytes(rewrite(line) + "\n");
        }
        var given = Math.Min(ready.Length, buffer.Length);
        ready[..given].CopyTo(buffer);
        ready = ready[given..];
        return given;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Who reads a streamed answer does so asynchronously; it came over a network.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
        base.Dispose(disposing);
    }
}
