using System.Net;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PaperBot.Model;

/// <summary>
/// Outermost: whatever is no answer becomes Semantic Kernel's own exception, because its connector does so for whole
/// answers alone and not for streamed ones.
/// </summary>
internal sealed class ModelRefusals : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            var answer = await base.SendAsync(request, ct);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }
            using (answer)
            {
                throw Refusal(answer.StatusCode, Reason(await answer.Content.ReadAsStringAsync(ct)));
            }
        }
        catch (BrokenCircuitException e)
        {
            throw Refusal(HttpStatusCode.ServiceUnavailable, "It failed too often and is left alone for a while.", e);
        }
        catch (TimeoutRejectedException e)
        {
            throw Refusal(HttpStatusCode.GatewayTimeout, "It did not answer in time.", e);
        }
        catch (HttpRequestException e)
        {
            throw new HttpOperationException(null, null, e.Message, e); // nobody is there
        }
    }

    private static HttpOperationException Refusal(HttpStatusCode status, string why, Exception? inner = null) =>
        new(status, null, why, inner);

    // {"error":{"message":"…"}}, or whatever stands there.
    private static string Reason(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("error").GetProperty("message").GetString() ?? body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return body;
        }
    }
}
