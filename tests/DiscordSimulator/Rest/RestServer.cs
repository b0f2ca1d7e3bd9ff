using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>
/// The way of one request: Cloudflare, route, fault, token, rate limit, answer, memory. Each step can end it.
/// </summary>
internal sealed class RestServer(
    SimulatorOptions options,
    RestRoutes routes,
    RateLimits limits,
    Faults faults,
    TokenCheck token,
    RequestLog log,
    SpecCheck? spec
)
{
    private const string JsonType = "application/json";

    /// <summary>Added to the Date header: a server whose clock differs from the bot's.</summary>
    public TimeSpan ClockSkew { get; set; }

    public async Task HandleAsync(HttpContext http)
    {
        var request = await ReadAsync(http.Request);
        if (ClockSkew != TimeSpan.Zero)
        {
            http.Response.Headers.Date = options.Time.GetUtcNow().Add(ClockSkew).ToString("R");
        }
        if (limits.Banned is { } ban)
        {
            Seen(http, request, "", 429);
            await BanAsync(http, ban);
            return;
        }
        var route = routes.Find(request);
        var template = route?.Template ?? $"{request.Method} {request.Path}";
        if (faults.Take(template) is { } fault)
        {
            await FailAsync(http, request, route, template, fault);
            return;
        }
        await TellAsync(http, request, template, Answer(http, request, route));
    }

    private RestAnswer Answer(HttpContext http, RestRequest request, Route? route)
    {
        // Webhook tokens in the path stand for the bot's own.
        if (route is not { Open: true } && !token.AcceptsHeader(request.Authorization))
        {
            return DiscordErrors.Unauthorized;
        }
        if (route is null)
        {
            return DiscordErrors.NotFound;
        }
        if (limits.Count(route.Template, route.Major, route.Open) is { } state)
        {
            RateLimitHeaders.Write(http.Response.Headers, state, options.Time.GetUtcNow());
            if (state.Exceeded)
            {
                return RateLimitHeaders.Exceeded(state);
            }
        }
        if (!request.Body.IsEmpty && !http.Request.HasJsonContentType() && !http.Request.HasFormContentType)
        {
            return DiscordErrors.WrongContentType;
        }
        try
        {
            return route.Answer(request);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // Not JSON, or a member is of another type than Discord asks for.
            return DiscordErrors.InvalidJson;
        }
    }

    private async Task FailAsync(HttpContext http, RestRequest request, Route? route, string template, RestFault fault)
    {
        var answer = fault.CarryOut ? Answer(http, request, route) : null;
        var lost = fault.ResetConnection;
        try
        {
            await Task.Delay(fault.Delay, options.Time, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client did not wait for the late answer.
            lost = true;
        }
        if (lost)
        {
            Seen(http, request, template, 0);
            request.Touched?.Settle();
            Abort(http);
            return;
        }
        if (fault.Status == 0)
        {
            await TellAsync(http, request, template, answer ?? Answer(http, request, route));
            return;
        }
        foreach (var (name, value) in fault.Headers)
        {
            http.Response.Headers[name] = value;
        }
        Seen(http, request, template, fault.Status);
        request.Touched?.Settle();
        http.Response.StatusCode = fault.Status;
        http.Response.ContentType ??= JsonType;
        await http.Response.WriteAsync(fault.Body ?? $"{{\"message\": \"{fault.Status}: Simulated\", \"code\": 0}}");
        if (fault.Headers.GetValueOrDefault("X-RateLimit-Scope") != "shared")
        {
            CountInvalid(fault.Status);
        }
    }

    internal static void Abort(HttpContext http)
    {
        // Closing the socket without lingering sends a TCP reset instead of an orderly end.
        if (http.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionSocketFeature>() is { } connection)
        {
            connection.Socket.LingerState = new System.Net.Sockets.LingerOption(enable: true, 0);
        }
        http.Abort();
    }

    // Remembered first, so that who has the answer finds the request in the log.
    private async Task TellAsync(HttpContext http, RestRequest request, string template, RestAnswer answer)
    {
        Seen(http, request, template, answer.Status);
        request.Touched?.Settle();
        CountInvalid(answer.Status);
        http.Response.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            http.Response.ContentType = JsonType;
            var bytes = JsonSerializer.SerializeToUtf8Bytes(answer.Body);
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes);
        }
    }

    private void CountInvalid(int status)
    {
        if (status is 401 or 403 or 429)
        {
            limits.CountInvalid();
        }
    }

    private static async Task BanAsync(HttpContext http, TimeSpan left)
    {
        http.Response.StatusCode = 429;
        http.Response.ContentType = "text/html; charset=UTF-8";
        http.Response.Headers.RetryAfter = Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await http.Response.WriteAsync(
            "<!doctype html><html><body><h1>Error 1015</h1><p>You are being rate limited</p></body></html>"
        );
    }

    private static async Task<RestRequest> ReadAsync(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // /api and /api/v10
        var skip = segments is [_, ['v', ..], ..] ? 2 : 1;
        IReadOnlyList<SentFile> files = [];
        byte[] body;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            files = [.. form.Files.Select(ReadFile)];
            body = Encoding.UTF8.GetBytes(form["payload_json"].ToString());
        }
        else
        {
            body = await BodyAsync(request);
        }
        return new RestRequest(
            request.Method,
            "/" + string.Join('/', segments[Math.Min(skip, segments.Length)..]),
            request.QueryString.Value ?? "",
            segments[Math.Min(skip, segments.Length)..],
            request.Headers.Authorization,
            body,
            files
        );
    }

    // Named files[n]; Discord ignores what is not.
    private static SentFile ReadFile(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        var number = int.TryParse(file.Name.Replace("files[", "", StringComparison.Ordinal).TrimEnd(']'), out var n)
            ? n
            : -1;
        return new SentFile(number, file.FileName, file.ContentType, content.ToArray());
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength is { } length and < 1_000_000)
        {
            var body = new byte[length];
            await request.Body.ReadExactlyAsync(body);
            return body;
        }
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        return buffer.ToArray();
    }

    private void Seen(HttpContext http, RestRequest request, string template, int status)
    {
        log.CountStatus(status);
        var problems = spec?.Problems(request.Method, request.Path, request.Query, request.Body) ?? [];
        if (options.Remember != Remember.Everything && problems.Count == 0)
        {
            return;
        }
        log.Add(
            new SeenRequest(
                options.Time.GetUtcNow(),
                request.Method,
                request.Path,
                request.Query,
                template,
                http.Request.Headers.Where(h => h.Key is not ("Authorization" or "Cookie"))
                    .ToDictionary(h => h.Key, h => h.Value.ToString()),
                Encoding.UTF8.GetString(request.Body.Span),
                status,
                problems
            )
        );
    }
}
