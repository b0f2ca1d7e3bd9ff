using System.Text;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>
/// A scripted conversation with a session. Lines that begin with a word are what happens; the indented lines below are all
/// that the session must want done.
/// <code>
/// connect
///   to the gateway
/// hello
///   beat every 41.25 s
///   identify
/// ready 1
///   up, new, of 77
/// server {"op":0,"s":2,"t":"THING","d":{}}
///   tell THING {}
/// beat
///   send {"op":1,"d":2}
/// closed 4000
///   again: Discord closed the connection with 4000
/// </code>
/// </summary>
internal sealed class Conversation(Shard shard = default)
{
    public const string Token = "the-token";
    public const string Hello = """{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":["x"]}}""";

    private readonly GatewaySession session = new(Token, shard.Count == 0 ? new Shard(0, 1) : shard);

    public GatewaySession Session => session;

    public static string Ready(long sequence, string id = "first") =>
        $$$"""{"t":"READY","s":{{{sequence}}},"op":0,"d":{"v":10,"user":{"id":"5"},"guilds":[{"id":"1","unavailable":true}],"session_id":"{{{id}}}","resume_gateway_url":"wss://resume.example","application":{"flags":1,"id":"77"} } }""";

    public static string Resumed(long sequence) => $$$"""{"t":"RESUMED","s":{{{sequence}}},"op":0,"d":{"_trace":[]}}""";

    /// <summary>Plays what happens and compares the whole with what did.</summary>
    public static void Play(string script)
    {
        var talk = new Conversation();
        var played = new StringBuilder();
        var lines = script.ReplaceLineEndings("\n").Trim().Split('\n');
        foreach (var line in lines.Where(line => !line.StartsWith("  ", StringComparison.Ordinal)))
        {
            played.Append(line).Append('\n');
            foreach (var wanted in talk.Happens(line))
            {
                played.Append("  ").Append(wanted).Append('\n');
            }
        }
        Assert.Equal(string.Join('\n', lines), played.ToString().TrimEnd(), ignoreLineEndingDifferences: true);
    }

    public IReadOnlyList<string> Happens(string line)
    {
        var words = line.Split(' ', 2);
        var rest = words.Length > 1 ? words[1] : "";
        return words[0] switch
        {
            "connect" => Connects(),
            "hello" => Hears(Hello),
            "ready" => Hears(Ready(long.Parse(rest))),
            "resumed" => Hears(Resumed(long.Parse(rest))),
            "ack" => Hears("""{"t":null,"s":null,"op":11,"d":null}"""),
            "server" => Hears(rest),
            "beat" => Say(session.HeartbeatDue()),
            "closed" => Say([session.Closed(rest.Length == 0 ? null : int.Parse(rest))]),
            _ => throw new ArgumentException($"No conversation knows '{line}'.", nameof(line)),
        };
    }

    public IReadOnlyList<string> Hears(string json) =>
        Say(session.Receive(GatewayPayload.Parse(Encoding.UTF8.GetBytes(json))));

    private string[] Connects()
    {
        session.Connecting();
        return [session.ResumeUrl is { } url ? $"to {url.Host}" : "to the gateway"];
    }

    private static string[] Say(IReadOnlyList<GatewayAction> actions) => [.. actions.Select(Say)];

    private static string Say(GatewayAction action) =>
        action switch
        {
            GatewayAction.Begin => "identify",
            GatewayAction.Send send => $"send {Encoding.UTF8.GetString(send.Json)}",
            GatewayAction.StartHeartbeats beats => $"beat every {beats.Interval.TotalSeconds} s",
            GatewayAction.Up up => up.IsNew ? $"up, new, of {up.Application}" : "up, resumed",
            GatewayAction.Tell tell => $"tell {tell.Event} {Encoding.UTF8.GetString(tell.Data.Span)}",
            GatewayAction.End end => $"end: {end.Sentence}",
            GatewayAction.Reconnect again => (again.CloseCode is { } code ? $"close with {code}, again" : "again")
                + (again.Wait > TimeSpan.Zero ? $" after {again.Wait.TotalSeconds} s" : "")
                + (again.Spread > TimeSpan.Zero ? $" and up to {again.Spread.TotalSeconds} s" : "")
                + $": {again.Why}",
            _ => action.ToString(),
        };
}
