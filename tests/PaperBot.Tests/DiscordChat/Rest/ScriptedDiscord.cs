using System.Net;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>A Discord that answers what was prepared, in that order, then 200.</summary>
internal sealed class ScriptedDiscord : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> prepared = new();
    private Func<HttpResponseMessage> otherwise = () => Answer(200, new StringContent("{}"));

    public List<HttpRequestMessage> Seen { get; } = [];

    public bool IsSilent { get; set; }

    public ScriptedDiscord Says(int status, string body = "{}", params IEnumerable<(string Name, string Value)> headers)
    {
        prepared.Enqueue(() =>
        {
            var answer = Answer(status, new StringContent(body));
            foreach (var (name, value) in headers)
            {
                answer.Headers.Add(name, value);
            }
            return answer;
        });
        return this;
    }

    public void Says(Func<HttpContent> content) => prepared.Enqueue(() => Answer(200, content()));

    public void SaysFromNowOn(int status, string body = "{}") =>
        otherwise = () => Answer(status, new StringContent(body));

    public ScriptedDiscord Throws(Exception e)
    {
        prepared.Enqueue(() => throw e);
        return this;
    }

    public void ThrowsFromNowOn(Exception e) => otherwise = () => throw e;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Seen.Add(request);
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        return prepared.TryDequeue(out var answer) ? answer() : otherwise();
    }

    private static HttpResponseMessage Answer(int status, HttpContent content) =>
        new((HttpStatusCode)status) { Content = content };
}
