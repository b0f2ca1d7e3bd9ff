namespace PaperBot.Model;

/// <summary>Ends with an error where more is read than may be.</summary>
internal sealed class LimitedStream(Stream inner, long most) : AnswerStream
{
    private long read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = await inner.ReadAsync(buffer, cancellationToken);
        read += bytes;
        return read <= most
            ? bytes
            : throw new InvalidDataException($"The endpoint's answer is larger than {most / 1024} kB.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
