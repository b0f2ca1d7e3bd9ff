using System.Net;
using System.Text;

namespace PaperBot.Model;

/// <summary>
/// Stands between the endpoint and everything else: what it answers is limited in size and holds no key, whatever the
/// endpoint echoes; so no exception, log or report made of it can.
/// </summary>
/// <param name="heard">Hears each answer, or each line of a streamed one.</param>
internal sealed class AnswerGuard(KeyEraser eraser, Action<string> heard) : DelegatingHandler
{
    /// <summary>Far more than any answer that was asked for, in bytes.</summary>
    public const int Largest = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var answer = await base.SendAsync(request, ct);
        answer.ReasonPhrase = null; // another place to echo a key
        var stream = new LimitedStream(await answer.Content.ReadAsStreamAsync(ct), Largest);
        answer.Content = Like(
            answer.Content,
            answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/event-stream"
                ? new StreamContent(new LinesStream(stream, Cleaned))
                : new StringContent(await WholeAsync(stream, answer.StatusCode, ct), Encoding.UTF8)
        );
        answer.Headers.Location = null; // nobody follows it
        return answer;
    }

    private async Task<string> WholeAsync(LimitedStream stream, HttpStatusCode status, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await using (stream)
        {
            await stream.CopyToAsync(body, ct);
        }
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        return status == HttpStatusCode.OK ? Cleaned(text) : eraser.Erase(text);
    }

    private string Cleaned(string text)
    {
        var clean = eraser.Erase(text);
        heard(clean);
        return clean;
    }

    private static HttpContent Like(HttpContent old, HttpContent content)
    {
        content.Headers.ContentType = old.Headers.ContentType;
        return content;
    }
}
