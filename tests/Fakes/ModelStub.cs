using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.Fakes;

/// <summary>
/// An endpoint that speaks OpenAI's chat completions over real HTTP on this machine, and says what the test decides: also
/// what no endpoint should say.
/// </summary>
internal sealed class ModelStub : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly ConcurrentQueue<StubRequest> requests = [];
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;
    private int underWay;
    private int mostAtOnce;

    /// <param name="answer">To every request; may be replaced later.</param>
    public ModelStub(Func<StubRequest, StubAnswer> answer)
    {
        Answer = answer;
        (listener, Address) = Listen();
        serving = ServeAsync();
    }

    public ModelStub(string text)
        : this(_ => StubAnswer.Text(text)) { }

    public Func<StubRequest, StubAnswer> Answer { get; set; }

    /// <summary>Where the API begins.</summary>
    public string Address { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. requests];

    public int MostAtOnce => mostAtOnce;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Close();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private static (HttpListener Listener, string Address) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var port = Random.Shared.Next(20_000, 60_000);
            var own = new HttpListener(); // one that could not start is of no more use
            own.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                own.Start();
                return (own, $"http://127.0.0.1:{port}/v1");
            }
            catch (HttpListenerException) when (attempt < 50)
            {
                // Somebody else has that port.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var now = Interlocked.Increment(ref underWay);
        mostAtOnce = Math.Max(mostAtOnce, now);
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var request = StubRequest.Of(context.Request, await reader.ReadToEndAsync(end.Token));
            requests.Enqueue(request);
            await Answer(request).SendAsync(context, request, end.Token);
        }
        catch (Exception e)
            when (e
                    is HttpListenerException
                        or ObjectDisposedException
                        or IOException
                        or OperationCanceledException
                        or InvalidOperationException
            )
        {
            // The client has left, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}

/// <param name="Path">Such as <c>/v1/chat/completions</c>.</param>
/// <param name="Key">What was sent as the key, without "Bearer".</param>
internal sealed record StubRequest(string Path, string Key, JsonNode Body)
{
    public bool IsStream => (bool?)Body["stream"] == true;

    public string Model => (string?)Body["model"] ?? "";

    /// <summary>Role and content of each message.</summary>
    public IReadOnlyList<(string Role, string Content)> Messages =>
        [.. Body["messages"]!.AsArray().Select(message => ((string)message!["role"]!, ContentOf(message["content"])))];

    /// <summary>What the user said last.</summary>
    public string Prompt => Messages.Last(message => message.Role == "user").Content;

    public bool HasTools => Body["tools"] is JsonArray { Count: > 0 };

    public static StubRequest Of(HttpListenerRequest request, string body) =>
        new(
            request.Url!.AbsolutePath,
            (request.Headers["Authorization"] ?? request.Headers["api-key"] ?? "").Replace(
                "Bearer ",
                "",
                StringComparison.Ordinal
            ),
            JsonNode.Parse(body)!
        );

    private static string ContentOf(JsonNode? content) =>
        content switch
        {
            null => "",
            JsonArray parts => string.Concat(parts.Select(part => (string?)part!["text"])),
            _ => (string)content!,
        };
}

public enum StubMishap
{
    None,

    /// <summary>Not a byte comes.</summary>
    StallsAtOnce,

    /// <summary>Half of it comes, and then nothing.</summary>
    StallsHalfway,

    /// <summary>The connection is cut after half of it.</summary>
    BreaksOff,

    /// <summary>Of a stream: it ends properly after half of the pieces, without saying that it has ended.</summary>
    EndsEarly,
}

/// <summary>What the stub says to one request.</summary>
internal sealed record StubAnswer(int Status, string Content, JsonArray? ToolCalls = null)
{
    // Letters as they are, as real endpoints write them.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Model { get; init; }

    public int Input { get; init; } = 100;

    public int Output { get; init; } = 20;

    /// <summary>Null: the endpoint does not count.</summary>
    public bool Counts { get; init; } = true;

    public string Finish { get; init; } = "stop";

    public StubMishap Mishap { get; init; }

    /// <summary>Sent as it stands in place of the protocol's JSON.</summary>
    public string? Raw { get; init; }

    public (string Name, string Value)? Header { get; init; }

    public TimeSpan Delay { get; init; }

    public static StubAnswer Text(string content) => new(200, content);

    public static StubAnswer Error(int status, string message = "no") =>
        new(status, "")
        {
            Raw = new JsonObject
            {
                ["error"] = new JsonObject { ["message"] = message, ["type"] = "error" },
            }.ToJsonString(Plain),
        };

    /// <param name="calls">Name and arguments as JSON.</param>
    public static StubAnswer Calls(params (string Name, string Arguments)[] calls) =>
        new(
            200,
            "",
            new JsonArray([
                .. calls.Select(
                    (call, i) =>
                        new JsonObject
                        {
                            ["index"] = i,
                            ["id"] = $"call_{i}_{Guid.NewGuid():n}",
                            ["type"] = "function",
                            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
                        }
                ),
            ])
        )
        {
            Finish = "tool_calls",
        };

    public async Task SendAsync(HttpListenerContext context, StubRequest request, CancellationToken ct)
    {
        await Task.Delay(Delay, ct);
        if (Mishap == StubMishap.StallsAtOnce)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        var response = context.Response;
        response.StatusCode = Status;
        if (Header is var (name, value))
        {
            response.Headers[name] = value;
        }
        var isStream = request.IsStream && Status == 200 && Raw?.StartsWith("data:", StringComparison.Ordinal) != false;
        response.ContentType = isStream ? "text/event-stream" : "application/json";
        var pieces =
            Raw is not null ? [Raw]
            : isStream ? [.. Stream(request)]
            : new List<string> { Whole(request).ToJsonString(Plain) };
        if (Mishap == StubMishap.BreaksOff)
        {
            response.ContentLength64 = pieces.Sum(Encoding.UTF8.GetByteCount); // more is promised than comes
        }
        else
        {
            response.SendChunked = true;
        }
        await WriteAsync(response, pieces, ct);
    }

    private async Task WriteAsync(HttpListenerResponse response, List<string> pieces, CancellationToken ct)
    {
        var half = pieces.Count / 2;
        for (var i = 0; i < pieces.Count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(pieces[i]);
            if (Mishap != StubMishap.None && i >= half)
            {
                if (pieces.Count == 1) // an empty chunk would be the end of a stream
                {
                    await response.OutputStream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), ct);
                    await response.OutputStream.FlushAsync(ct);
                }
                if (Mishap == StubMishap.StallsHalfway)
                {
                    await Task.Delay(Timeout.Infinite, ct);
                }
                if (Mishap == StubMishap.BreaksOff)
                {
                    response.Abort();
                    return;
                }
                break;
            }
            await response.OutputStream.WriteAsync(bytes, ct);
            await response.OutputStream.FlushAsync(ct);
        }
        response.Close();
    }

    private JsonObject Whole(StubRequest request)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = ToolCalls is null ? Content : null };
        if (ToolCalls is not null)
        {
            message["tool_calls"] = ToolCalls.DeepClone();
        }
        var whole = Frame(request, "chat.completion", "message", message, Finish);
        if (Counts)
        {
            whole["usage"] = Usage();
        }
        return whole;
    }

    private IEnumerable<string> Stream(StubRequest request)
    {
        foreach (var piece in Content.Chunk(12))
        {
            yield return Event(
                Frame(
                    request,
                    "chat.completion.chunk",
                    "delta",
                    new JsonObject { ["role"] = "assistant", ["content"] = new string(piece) },
                    null
                )
            );
        }
        if (ToolCalls is not null)
        {
            yield return Event(
                Frame(
                    request,
                    "chat.completion.chunk",
                    "delta",
                    new JsonObject { ["role"] = "assistant", ["tool_calls"] = ToolCalls.DeepClone() },
                    null
                )
            );
        }
        yield return Event(Frame(request, "chat.completion.chunk", "delta", new JsonObject(), Finish));
        if (Counts)
        {
            var last = Frame(request, "chat.completion.chunk", "delta", new JsonObject(), null);
            last["choices"] = new JsonArray();
            last["usage"] = Usage();
            yield return Event(last);
        }
        yield return "data: [DONE]\n\n";
    }

    private static string Event(JsonObject json) => $"data: {json.ToJsonString(Plain)}\n\n";

    private JsonObject Usage() =>
        new()
        {
            ["prompt_tokens"] = Input,
            ["completion_tokens"] = Output,
            ["total_tokens"] = Input + Output,
        };

    private JsonObject Frame(StubRequest request, string kind, string part, JsonObject content, string? finish) =>
        new()
        {
            ["id"] = "chatcmpl-1",
            ["object"] = kind,
            ["created"] = 1_700_000_000,
            ["model"] = Model ?? request.Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    [part] = content,
                    ["finish_reason"] = finish,
                }
            ),
        };
}
