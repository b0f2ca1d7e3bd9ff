using System.Net;
using System.Text;

namespace PaperBot.Model;

/// <summary>
/// Stands between the endpoint and everything else: what it answers is limited in size and holds no key, whatever the
/// endpoint echoes; so no exception, log or report made of it can.
/// </summary>
internal sealed class AnswerGuard(string key, Action<string> heard) : DelegatingHandler
{
    /// <summary>Far more than any answer that was asked for, in bytes.</summary>
    public const int Largest = 256 * 1024;

    private const string Hidden = "***";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var answer = await base.SendAsync(request, ct);
        answer.ReasonPhrase = null; // another place to echo a key
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            answer.Content = Rewrapped(
                answer.Content,
                new StreamContent(new LimitedStream(await answer.Content.ReadAsStreamAsync(ct), Largest))
            );
            return answer;
        }
        using var body = new MemoryStream();
        await using (var stream = new LimitedStream(await answer.Content.ReadAsStreamAsync(ct), Largest))
        {
            await stream.CopyToAsync(body, ct);
        }
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        if (key.Length > 0)
        {
            text = text.Replace(key, Hidden, StringComparison.Ordinal);
        }
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            heard(text);
        }
        var content = new StringContent(text, Encoding.UTF8);
        answer.Content = Rewrapped(answer.Content, content);
        return answer;
    }

    private static HttpContent Rewrapped(HttpContent old, HttpContent content)
    {
        content.Headers.ContentType = old.Headers.ContentType;
        return content;
    }
}

/// <summary>Ends with an error where more is read than may be.</summary>
internal sealed class LimitedStream(Stream inner, long most) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Counted(int bytes)
    {
        read += bytes;
        return read <= most
            ? bytes
            : throw new InvalidDataException($"The endpoint's answer is larger than {most / 1024} kB.");
    }
}
