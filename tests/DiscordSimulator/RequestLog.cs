using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>A request that was received, with its answer's status.</summary>
/// <param name="Path">Without the query; tokens of interactions are left in, they are the simulator's own.</param>
/// <param name="Headers">Without Authorization and cookies.</param>
/// <param name="Body">The body as text; empty for none.</param>
/// <param name="Problems">What the official description says against address and body; empty when valid or not checked.</param>
public sealed record SeenRequest(
    DateTimeOffset At,
    string Method,
    string Path,
    string Query,
    string Template,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int Status,
    IReadOnlyList<string> Problems
)
{
    public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);
}

/// <summary>Every request since the start or since <see cref="Clear"/>.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentQueue<SeenRequest> all = new();
    private readonly ConcurrentDictionary<int, int> statuses = [];

    /// <summary>Oldest first; only the invalid ones with <see cref="Remember.Counters"/>.</summary>
    public IReadOnlyList<SeenRequest> All => [.. all];

    /// <summary>Requests that are not valid against the official description.</summary>
    public IReadOnlyList<SeenRequest> Invalid => [.. all.Where(r => r.Problems.Count > 0)];

    /// <summary>How many answers had which status.</summary>
    public IReadOnlyDictionary<int, int> Statuses => statuses;

    public int Count => statuses.Values.Sum();

    /// <summary>Requests to a template such as <c>POST /channels/{channel}/messages</c>.</summary>
    public IReadOnlyList<SeenRequest> To(string template) => [.. all.Where(r => r.Template == template)];

    public void Clear()
    {
        all.Clear();
        statuses.Clear();
    }

    internal void CountStatus(int status) => statuses.AddOrUpdate(status, 1, (_, n) => n + 1);

    internal void Add(SeenRequest request) => all.Enqueue(request);
}
