using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator.Gateway;

namespace PaperBot.DiscordSimulator;

/// <summary>The gateway: its connections and sessions, and what a test can make it do to them.</summary>
public sealed class GatewayHub
{
    private const int KeptClients = 100;
    private readonly World world;
    private readonly ConcurrentDictionary<string, GatewaySession> sessions = [];
    private readonly ConcurrentDictionary<GatewayConnection, bool> connections = [];
    private readonly ConcurrentDictionary<HandshakeStep, int> drops = [];
    private readonly ConcurrentQueue<GatewayClient> clients = [];

    internal GatewayHub(SimulatorOptions options, World world, TokenCheck token)
    {
        this.world = world;
        Options = options.Gateway;
        Time = options.Time;
        Admission = new Admission(options.Gateway, options.Time, world, token);
        Remembers = options.Remember == Remember.Everything;
    }

    /// <summary>Every connection since the start, oldest first; the last 100 with <see cref="Remember.Counters"/>.</summary>
    public IReadOnlyList<GatewayClient> Clients => [.. clients];

    /// <summary>Whether somebody is connected with a session that has had its READY or RESUMED.</summary>
    public bool IsReady => sessions.Values.Any(s => s.IsConnected);

    /// <summary>IDENTIFYs that are left today.</summary>
    public int SessionStartsLeft => Admission.SessionStartsLeft;

    /// <summary>False: heartbeats are heard but not answered with op 11.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>How many upgrade requests to come are refused, and with what status.</summary>
    public (int Times, int Status) RefusesUpgrades { get; private set; }

    /// <summary>What GET /gateway/bot recommends.</summary>
    public int RecommendedShards =>
        Options.Shards > 0 ? Options.Shards : Math.Max(1, (int)Math.Ceiling(world.GuildTable.Count / 1000.0));

    internal GatewayOptions Options { get; }

    internal Admission Admission { get; }

    internal TimeProvider Time { get; }

    internal bool Remembers { get; }

    internal long Now => Time.GetTimestamp();

    internal Uri? Address { get; set; }

    private IEnumerable<GatewayConnection> Open => connections.Keys.Where(c => c.Client.IsOpen);

    /// <summary>Waits until a session is connected; throws <see cref="TimeoutException"/> when none is in time.</summary>
    public Task WaitUntilReadyAsync(TimeSpan timeout, CancellationToken ct = default) =>
        Until.HoldsAsync(() => IsReady, timeout, "a session is connected", ct);

    /// <summary>Closes every connection with a code, 4000 for example.</summary>
    public void Close(int code, string? reason = null) => Each(c => c.Close(code, reason));

    /// <summary>Ends every connection without a close frame.</summary>
    public void Abort() => Each(c => c.Abort());

    /// <summary>The connections that are open now stay so, and nothing comes any more: no events, no ACK.</summary>
    public void GoSilent() => Each(c => c.Silent = true);

    /// <summary>Op 7.</summary>
    public void AskToReconnect() => Each(c => c.Send(Frame(Op.Reconnect, null)));

    /// <summary>Op 9; what cannot be resumed is forgotten.</summary>
    public void InvalidateSessions(bool resumable)
    {
        if (!resumable)
        {
            ForgetSessions();
        }
        Each(c => c.Send(Frame(Op.InvalidSession, resumable)));
    }

    /// <summary>Sessions end on the server's side only: the next resume is answered with op 9.</summary>
    public void ForgetSessions()
    {
        foreach (var session in sessions.Values)
        {
            session.End();
        }
        sessions.Clear();
    }

    /// <summary>Op 1 from the server: the client must answer with a heartbeat at once.</summary>
    public void AskForHeartbeat() => Each(c => c.Send(Frame(Op.Heartbeat, null)));

    /// <summary>Any text as one frame (compressed where the connection is): garbage, truncated or huge JSON.</summary>
    public void SendText(string text) => Each(c => c.Send(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>A well-formed event whose payload has about so many bytes, with the next sequence number.</summary>
    public void SendHuge(int bytes) =>
        DispatchToAll("SIMULATED_HUGE", new JsonObject { ["filler"] = new string('x', bytes) });

    /// <summary>Bytes as they are, past the compression, in a binary frame.</summary>
    public void SendBytes(byte[] bytes) => Each(c => c.SendRaw(bytes, binary: true));

    /// <summary>The last event of each session once more, with its old sequence number.</summary>
    public void RepeatLastEvent()
    {
        foreach (var session in sessions.Values)
        {
            session.Repeat();
        }
    }

    /// <summary>An event with a sequence number of the test's choice, which the session does not remember.</summary>
    public void DispatchAs(long sequence, string name, JsonNode? data) =>
        Each(c => c.Send(GatewaySession.Frame(name, sequence, JsonSerializer.SerializeToUtf8Bytes(data))));

    /// <summary>The next so many connections end without a word at the step.</summary>
    public void DropNext(HandshakeStep step, int times = 1) => drops[step] = times;

    /// <summary>The next so many upgrade requests are answered with a status; 0 resets the connection.</summary>
    public void RefuseUpgrades(int times = 1, int status = 503) => RefusesUpgrades = (times, status);

    /// <summary>No step is dropped, no upgrade refused and every heartbeat answered from now on.</summary>
    public void ClearFaults()
    {
        lock (drops)
        {
            drops.Clear();
            RefusesUpgrades = default;
        }
        AcknowledgesHeartbeats = true;
    }

    /// <summary>
    /// Sends an event to the sessions that cover the guild (null: shard 0) and have the intent; returns whether one of
    /// them is connected. The others get it when they resume.
    /// </summary>
    public bool Dispatch(string name, JsonNode? data, ulong? guild = null) =>
        Offer(name, JsonSerializer.SerializeToUtf8Bytes(data), guild).Any(passage => passage.On is not null);

    private void DispatchToAll(string name, JsonNode data)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(data);
        foreach (var session in sessions.Values)
        {
            session.Append(name, bytes);
        }
    }

    /// <summary>As <see cref="Dispatch"/>, with the way to each session.</summary>
    internal IReadOnlyList<EventPassage> Offer(string name, ReadOnlySpan<byte> data, ulong? guild, long intent = 0)
    {
        var passages = new List<EventPassage>(1);
        foreach (var (_, session) in sessions)
        {
            if (
                session.Covers(guild)
                && (intent == 0 || (session.Intents & intent) != 0)
                && session.Append(name, data) is { } passage
            )
            {
                passages.Add(passage);
            }
        }
        return passages;
    }

    internal static byte[] Frame(int op, JsonNode? d) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["t"] = null,
                ["s"] = null,
                ["op"] = op,
                ["d"] = d,
            }
        );

    internal void Opened(GatewayConnection connection)
    {
        connections[connection] = true;
        clients.Enqueue(connection.Client);
        while (!Remembers && clients.Count > KeptClients && clients.TryDequeue(out _)) { }
    }

    internal void Ended(GatewayConnection connection) => connections.TryRemove(connection, out _);

    /// <summary>The status with which the next upgrade is refused; null when it is not.</summary>
    internal int? TakeRefusal()
    {
        lock (drops)
        {
            if (RefusesUpgrades.Times == 0)
            {
                return null;
            }
            RefusesUpgrades = RefusesUpgrades with { Times = RefusesUpgrades.Times - 1 };
            return RefusesUpgrades.Status;
        }
    }

    internal bool Drops(HandshakeStep step, GatewayConnection connection)
    {
        lock (drops)
        {
            if (drops.GetValueOrDefault(step) == 0)
            {
                return false;
            }
            drops[step]--;
        }
        connection.Abort();
        return true;
    }

    internal GatewaySession NewSession(int shard, int shards, long intents)
    {
        Forget();
        var id = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        return new GatewaySession(id, shard, shards, intents, Options.ReplayEvents, Time);
    }

    internal GatewaySession? Resumable(string? id)
    {
        Forget();
        return id is not null && sessions.TryGetValue(id, out var session) && !session.Ended ? session : null;
    }

    /// <summary>READY, then each guild of the shard; whatever happens meanwhile comes after these.</summary>
    internal void Welcome(GatewaySession session) =>
        session.Together(() =>
        {
            sessions[session.Id] = session;
            var guilds = world.Guilds.Where(g => session.Covers(g.Id)).ToList();
            var ready = ReadyJson.Of(session, guilds, world, Address!); // Set before Kestrel accepts.
            session.Append("READY", JsonSerializer.SerializeToUtf8Bytes(ready));
            if ((session.Intents & Intents.Guilds) == 0)
            {
                return;
            }
            foreach (var guild in guilds)
            {
                session.Append(
                    "GUILD_CREATE",
                    JsonSerializer.SerializeToUtf8Bytes(WorldJson.GuildCreate(guild, world))
                );
            }
        });

    private void Forget()
    {
        foreach (var (id, session) in sessions)
        {
            if (session.Ended || (session.DetachedAt is { } at && Time.GetElapsedTime(at) > Options.ResumeWithin))
            {
                session.End();
                sessions.TryRemove(id, out _);
            }
        }
    }

    private void Each(Action<GatewayConnection> action)
    {
        foreach (var connection in Open)
        {
            action(connection);
        }
    }
}

/// <summary>Where in the handshake a connection is lost.</summary>
public enum HandshakeStep
{
    BeforeHello,
    AfterHello,
    AfterIdentify,
    AfterReady,
    AfterResume,
}
