using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>Faults of the REST side that a test has asked for; those of the gateway are at <see cref="GatewayHub"/>.</summary>
public sealed class Faults
{
    private readonly List<RestFault> waiting = [];
    private volatile bool any;

    /// <summary>Faults that have not been used up.</summary>
    public IReadOnlyList<RestFault> Waiting
    {
        get
        {
            lock (waiting)
            {
                return [.. waiting];
            }
        }
    }

    public void Add(RestFault fault)
    {
        lock (waiting)
        {
            waiting.Add(fault);
            any = true;
        }
    }

    /// <summary>The next so many requests to the route are answered with a status, 500 or 502 for example.</summary>
    public void Fail(string route, int status, int times = 1) =>
        Add(new RestFault(route) { Status = status, Times = times });

    /// <summary>The next so many requests to the route end with a connection reset.</summary>
    /// <param name="after">True: the request is carried out before, as when only the answer is lost.</param>
    public void Reset(string route, int times = 1, bool after = false) =>
        Add(
            new RestFault(route)
            {
                ResetConnection = true,
                CarryOut = after,
                Times = times,
            }
        );

    /// <summary>The next so many requests to the route are carried out and answered late.</summary>
    public void Delay(string route, TimeSpan delay, int times = 1) =>
        Add(
            new RestFault(route)
            {
                Delay = delay,
                CarryOut = true,
                Times = times,
            }
        );

    /// <summary>429 with a scope (user, global or shared) for the next so many requests to the route.</summary>
    public void RateLimit(string route, TimeSpan retryAfter, string scope = "user", int times = 1)
    {
        var headers = new Dictionary<string, string>
        {
            ["Retry-After"] = $"{Math.Ceiling(retryAfter.TotalSeconds)}",
            ["X-RateLimit-Scope"] = scope,
        };
        if (scope == "global")
        {
            headers["X-RateLimit-Global"] = "true";
        }
        var body = new JsonObject
        {
            ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = retryAfter.TotalSeconds,
            ["global"] = scope == "global",
        };
        Add(
            new RestFault(route)
            {
                Status = 429,
                Headers = headers,
                Body = body.ToJsonString(),
                Times = times,
            }
        );
    }

    public void Clear()
    {
        lock (waiting)
        {
            waiting.Clear();
            any = false;
        }
    }

    internal RestFault? Take(string template)
    {
        if (!any)
        {
            return null;
        }
        lock (waiting)
        {
            var index = waiting.FindIndex(f => f.Route == "*" || f.Route == template);
            if (index < 0)
            {
                return null;
            }
            var fault = waiting[index];
            if (fault.Times > 1)
            {
                waiting[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                waiting.RemoveAt(index);
                any = waiting.Count > 0;
            }
            return fault;
        }
    }
}

/// <summary>What happens to the next requests of a route.</summary>
/// <param name="Route">A template such as <c>POST /channels/{channel}/messages</c>, or <c>*</c> for any.</param>
public sealed record RestFault(string Route)
{
    public int Times { get; init; } = 1;

    /// <summary>Status of the answer; 0 leaves the answer as it is.</summary>
    public int Status { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Body of the answer; null gives Discord's usual one for the status.</summary>
    public string? Body { get; init; }

    public TimeSpan Delay { get; init; }

    public bool ResetConnection { get; init; }

    /// <summary>Whether the request takes effect all the same.</summary>
    public bool CarryOut { get; init; }
}
