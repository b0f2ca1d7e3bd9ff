using System.Net;

namespace PaperBot.Fakes;

/// <summary>Canned answers, in the order they were prepared for an address; a request that nobody prepared fails the test.</summary>
internal sealed class StubHttp : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpRequestMessage, HttpResponseMessage>>> prepared = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public StubHttp On(
        string pathAndQuery,
        HttpStatusCode status,
        string body = "",
        params (string Name, string Value)[] headers
    ) =>
        On(
            pathAndQuery,
            _ =>
            {
                var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
                foreach (var (name, value) in headers)
                {
                    answer.Headers.TryAddWithoutValidation(name, value);
                }
                return answer;
            }
        );

    public StubHttp On(string pathAndQuery, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        if (!prepared.TryGetValue(pathAndQuery, out var queue))
        {
            prepared[pathAndQuery] = queue = [];
        }
        queue.Enqueue(answer);
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Requests.Add(request);
        var address = request.RequestUri!.PathAndQuery; // HttpClient sends none without an address
        return prepared.TryGetValue(address, out var queue) && queue.TryDequeue(out var answer)
            ? Task.FromResult(answer(request))
            : throw new InvalidOperationException($"Nobody prepared an answer to {address}.");
    }
}
