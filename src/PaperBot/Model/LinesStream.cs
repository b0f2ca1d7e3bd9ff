using System.Text;

namespace PaperBot.Model;

/// <summary>A stream of lines, each rewritten as soon as it is complete.</summary>
internal sealed class LinesStream(Stream inner, Func<string, string> rewrite) : AnswerStream
{
    private readonly StreamReader reader = new(inner, Encoding.UTF8);
    private ReadOnlyMemory<byte> ready;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
        base.Dispose(disposing);
    }
}
