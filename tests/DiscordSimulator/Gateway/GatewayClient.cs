using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>One gateway connection as the simulator saw it; kept after it has ended.</summary>
public sealed class GatewayClient
{
    private readonly List<JsonNode> received = [];
    private int heartbeats;

    internal GatewayClient(string path, string query, DateTimeOffset openedAt)
    {
        Path = path;
        Query = query;
        OpenedAt = openedAt;
    }

    /// <summary>Path of the upgrade request: "/" at first, "/resume" at the resume_gateway_url.</summary>
    public string Path { get; }

    /// <summary>Query of the upgrade request, for example <c>?v=10&amp;encoding=json&amp;compress=zlib-stream</c>.</summary>
    public string Query { get; }

    public DateTimeOffset OpenedAt { get; }

    public bool IsOpen { get; internal set; } = true;

    /// <summary>When it was closed or lost, as a time stamp; null while it is open.</summary>
    internal long? EndedAt { get; set; }

    /// <summary>When it went silent, as a time stamp; null while it has not.</summary>
    internal long? SilentAt { get; set; }

    /// <summary>The session that the connection identified or resumed; null before.</summary>
    public string? SessionId { get; internal set; }

    public bool Resumed { get; internal set; }

    public int Heartbeats => heartbeats;

    /// <summary>The code that the simulator closed with; null if it did not.</summary>
    public int? ServerClosedWith { get; internal set; }

    /// <summary>The code that the client closed with; null if it did not.</summary>
    public int? ClientClosedWith { get; internal set; }

    /// <summary>What the client sent, tokens left out; empty with <see cref="Remember.Counters"/>.</summary>
    public IReadOnlyList<JsonNode> Received
    {
        get
        {
            lock (received)
            {
                return [.. received];
            }
        }
    }

    internal void CountHeartbeat() => Interlocked.Increment(ref heartbeats);

    internal void Add(JsonNode frame)
    {
        if (frame["d"] is JsonObject d && d.ContainsKey("token"))
        {
            d["token"] = "(left out)";
        }
        lock (received)
        {
            received.Add(frame);
        }
    }
}
