using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>What the gateway answers to each frame of one connection (topics/gateway, connection lifecycle).</summary>
internal sealed class GatewayTalk(GatewayHub hub, GatewayConnection connection)
{
    private static readonly byte[] Ack = "{\"t\":null,\"s\":null,\"op\":11,\"d\":null}"u8.ToArray();
    private readonly Queue<long> sends = [];

    public long LastHeartbeat { get; private set; } = hub.Now;

    public void Greet() =>
        Say(
            Op.Hello,
            new JsonObject
            {
                ["heartbeat_interval"] = (int)hub.Options.HeartbeatInterval.TotalMilliseconds,
                ["_trace"] = new JsonArray("[\"gateway-simulated\",{\"micros\":0.0}]"),
            }
        );

    public void Hear(JsonElement frame)
    {
        if (frame.ValueKind != JsonValueKind.Object || !frame.TryGetProperty("op", out var op))
        {
            connection.Close(CloseCode.DecodeError);
            return;
        }
        if (!MaySend())
        {
            connection.Close(CloseCode.RateLimited);
            return;
        }
        var opcode = op.GetInt32();
        var d = frame.TryGetProperty("d", out var data) ? data : default;
        switch (opcode)
        {
            case Op.Heartbeat:
                Beat(d);
                break;
            case Op.Identify or Op.Resume when connection.Session is not null:
                connection.Close(CloseCode.AlreadyAuthenticated);
                break;
            case Op.Identify:
                Identify(d);
                break;
            case Op.Resume:
                Resume(d);
                break;
            case Op.PresenceUpdate or Op.VoiceStateUpdate or Op.RequestGuildMembers or Op.RequestSoundboardSounds:
                if (connection.Session is null)
                {
                    connection.Close(CloseCode.NotAuthenticated);
                }
                break;
            default:
                connection.Close(CloseCode.UnknownOpcode);
                break;
        }
    }

    private bool MaySend()
    {
        var now = hub.Now;
        while (sends.TryPeek(out var oldest) && hub.Time.GetElapsedTime(oldest, now) >= TimeSpan.FromSeconds(60))
        {
            sends.Dequeue();
        }
        sends.Enqueue(now);
        return sends.Count <= hub.Options.SendsPerMinute;
    }

    private void Beat(JsonElement last)
    {
        LastHeartbeat = hub.Now;
        if (last.ValueKind == JsonValueKind.Number)
        {
            connection.Session?.Hear(last.GetInt64());
        }
        connection.Client.CountHeartbeat();
        if (hub.AcknowledgesHeartbeats)
        {
            connection.Send(Ack);
        }
    }

    private void Identify(JsonElement d)
    {
        var intents = d.GetProperty("intents").GetInt64();
        _ = d.GetProperty("properties").EnumerateObject();
        var (shard, shards) = d.TryGetProperty("shard", out var pair)
            ? (pair[0].GetInt32(), pair[1].GetInt32())
            : (0, 1);
        var refused = hub.Admission.Refusal(d.GetProperty("token").GetString(), intents, shard, shards);
        if (refused is { } code)
        {
            connection.Close(code);
            return;
        }
        if (!hub.Admission.MayIdentify(shard))
        {
            Say(Op.InvalidSession, false);
            return;
        }
        if (hub.Drops(HandshakeStep.AfterIdentify, connection))
        {
            return;
        }
        var session = hub.NewSession(shard, shards, intents);
        connection.Session = session;
        connection.Client.SessionId = session.Id;
        session.Attach(connection);
        hub.Welcome(session);
        hub.Drops(HandshakeStep.AfterReady, connection);
    }

    private void Resume(JsonElement d)
    {
        var sequence = d.GetProperty("seq").GetInt64();
        var id = d.GetProperty("session_id").GetString();
        if (!hub.Admission.Accepts(d.GetProperty("token").GetString()))
        {
            connection.Close(CloseCode.AuthenticationFailed);
            return;
        }
        if (hub.Drops(HandshakeStep.AfterResume, connection))
        {
            return;
        }
        var session = hub.Resumable(id);
        if (session is not null && sequence > session.Sequence)
        {
            session.End();
            connection.Close(CloseCode.InvalidSequence);
            return;
        }
        if (session is null || !session.Replay(connection, sequence))
        {
            Say(Op.InvalidSession, false);
            return;
        }
        connection.Session = session;
        connection.Client.SessionId = session.Id;
        connection.Client.Resumed = true;
    }

    private void Say(int op, JsonNode? d) => connection.Send(GatewayHub.Frame(op, d));
}
