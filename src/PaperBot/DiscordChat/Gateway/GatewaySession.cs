using System.Buffers;
using System.Text.Json;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>
/// Pure: one session at the gateway over any number of connections. It is told what arrived and says what to do; it has no
/// clock, no socket and no thread (https://discord.com/developers/docs/events/gateway). Not for several threads.
/// </summary>
internal sealed class GatewaySession(string token, Shard shard)
{
    // Only GUILDS, for coming, going and deleted channels: commands and buttons need no intent, and a bot that can read
    // no message needs nobody's trust.
    private const int Intents = 1 << 0;

    private static readonly TimeSpan UsualBeat = TimeSpan.FromMilliseconds(41_250);
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromMinutes(5);

    // "wait a random amount of time between 1 and 5 seconds" before a new identify.
    private static readonly TimeSpan AfterInvalid = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterInvalidSpread = TimeSpan.FromSeconds(4);

    private const int MostResumes = 3;

    private string? id;
    private Uri? resumeUrl;
    private long? sequence;
    private int unreached; // connections in a row that were to resume and got no Hello
    private int unanswered; // resumes in a row that Discord did not answer with RESUMED
    private bool greeted;
    private bool resuming;
    private bool owesAck;

    public bool CanResume => id is not null && sequence is not null;

    /// <summary>
    /// Where to resume; null for the gateway's own address. Every third try goes there, as long as the host that the
    /// session names cannot be reached.
    /// </summary>
    public Uri? ResumeUrl => CanResume && unreached % 3 != 0 ? resumeUrl : null;

    /// <summary>A new connection is being made.</summary>
    public void Connecting()
    {
        (greeted, owesAck) = (false, false);
        if (unanswered >= MostResumes)
        {
            Forget(); // Discord says neither yes nor no: a session like that never comes back
        }
        resuming = CanResume;
        if (resuming)
        {
            unreached++;
        }
        else
        {
            Forget(); // what was counted without a session counts for nothing in the next
        }
    }

    /// <summary>Never throws, whatever the payload holds.</summary>
    public IReadOnlyList<GatewayAction> Receive(GatewayPayload payload) =>
        payload.Op switch
        {
            Opcode.Hello => Hello(payload),
            Opcode.Dispatch => Dispatch(payload),
            Opcode.Heartbeat => [Beat()],
            Opcode.HeartbeatAck => Acknowledged(),
            Opcode.Reconnect => [new GatewayAction.Reconnect(CloseCodes.Resuming, "Discord asks for a new connection")],
            Opcode.InvalidSession => Invalid(payload),
            _ => [], // newer than this program
        };

    /// <summary>The time for a heartbeat has come.</summary>
    public IReadOnlyList<GatewayAction> HeartbeatDue()
    {
        if (owesAck)
        {
            return [new GatewayAction.Reconnect(CloseCodes.Resuming, "Discord did not answer a heartbeat")];
        }
        owesAck = true;
        return [Beat()];
    }

    /// <summary>The connection is gone.</summary>
    /// <param name="code">What the other side gave; null where it just broke.</param>
    /// <returns><see cref="GatewayAction.Reconnect"/> or <see cref="GatewayAction.End"/>.</returns>
    public GatewayAction Closed(int? code)
    {
        if (CloseCodes.Fatal(code) is { } sentence)
        {
            return new GatewayAction.End(sentence);
        }
        if (CloseCodes.EndsSession(code))
        {
            Forget();
        }
        var why = code is null ? "the connection broke" : $"Discord closed the connection with {code}";
        return new GatewayAction.Reconnect(null, why, CloseCodes.Wait(code));
    }

    private IReadOnlyList<GatewayAction> Hello(GatewayPayload payload)
    {
        if (greeted)
        {
            return []; // said twice: the first one counts
        }
        greeted = true;
        unreached = 0;
        unanswered += resuming ? 1 : 0;
        return
        [
            new GatewayAction.StartHeartbeats(Interval(payload.Data)),
            resuming ? new GatewayAction.Send(ResumePayload()) : new GatewayAction.Begin(IdentifyPayload()),
        ];
    }

    private IReadOnlyList<GatewayAction> Acknowledged()
    {
        owesAck = false;
        return [];
    }

    private IReadOnlyList<GatewayAction> Dispatch(GatewayPayload payload)
    {
        if (payload.Event == "READY")
        {
            return Ready(payload);
        }
        // Whatever its number, an event is passed on: one wrong number must not make the bot deaf to all that follow. Who
        // acts on an event knows it by its id when it comes twice.
        if (payload.Sequence > (sequence ?? -1))
        {
            sequence = payload.Sequence;
        }
        switch (payload.Event)
        {
            case null:
                return [];
            case "RESUMED" when resuming:
                unanswered = 0;
                return [new GatewayAction.Up(IsNew: false, 0, "")];
            default:
                return [new GatewayAction.Tell(payload.Event, payload.Data)];
        }
    }

    private IReadOnlyList<GatewayAction> Ready(GatewayPayload payload)
    {
        var ready = ReadyPayload.Parse(payload.Data);
        if (ready.Session is not null && ready.Session == id)
        {
            return []; // said twice, and its number is an old one
        }
        // One without an id is up as well; it just cannot be resumed.
        (id, resumeUrl, sequence, resuming, unanswered) = (ready.Session, ready.ResumeUrl, payload.Sequence, false, 0);
        return [new GatewayAction.Up(IsNew: true, ready.Application, ready.Name)];
    }

    private IReadOnlyList<GatewayAction> Invalid(GatewayPayload payload)
    {
        const string why = "Discord has ended the session";
        if (CanResume && payload.Data.Span.SequenceEqual("true"u8))
        {
            return [new GatewayAction.Reconnect(CloseCodes.Resuming, why)];
        }
        Forget();
        return [new GatewayAction.Reconnect(CloseCodes.NormalClosure, why, AfterInvalid, AfterInvalidSpread)];
    }

    private void Forget()
    {
        (id, resumeUrl, sequence) = (null, null, null);
        (resuming, unreached, unanswered) = (false, 0, 0);
    }

    private GatewayAction.Send Beat() =>
        new(
            Write(json =>
            {
                json.WriteNumber("op"u8, Opcode.Heartbeat);
                if (sequence is { } last)
                {
                    json.WriteNumber("d"u8, last);
                }
                else
                {
                    json.WriteNull("d"u8);
                }
            })
        );

    private byte[] IdentifyPayload() =>
        Write(json =>
        {
            json.WriteNumber("op"u8, Opcode.Identify);
            json.WriteStartObject("d"u8);
            json.WriteString("token"u8, token);
            json.WriteNumber("intents"u8, Intents);
            json.WriteStartArray("shard"u8);
            json.WriteNumberValue(shard.Number);
            json.WriteNumberValue(shard.Count);
            json.WriteEndArray();
            json.WriteNumber("large_threshold"u8, 50); // the least: members are of no use here
            json.WriteStartObject("properties"u8);
            json.WriteString(
                "os"u8,
                OperatingSystem.IsWindows() ? "windows"
                    : OperatingSystem.IsMacOS() ? "macos"
                    : "linux"
            );
            json.WriteString("browser"u8, "PaperBot");
            json.WriteString("device"u8, "PaperBot");
            json.WriteEndObject();
            json.WriteEndObject();
        });

    private byte[] ResumePayload() =>
        Write(json =>
        {
            json.WriteNumber("op"u8, Opcode.Resume);
            json.WriteStartObject("d"u8);
            json.WriteString("token"u8, token);
            json.WriteString("session_id"u8, id);
            json.WriteNumber("seq"u8, sequence!.Value); // CanResume was asked
            json.WriteEndObject();
        });

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static TimeSpan Interval(ReadOnlyMemory<byte> hello)
    {
        var told = Number(hello, "heartbeat_interval"u8) is { } number and > 0 ? number : UsualBeat.TotalMilliseconds;
        var most = LongestBeat.TotalMilliseconds; // clamped before it is a TimeSpan, which cannot hold every number
        return TimeSpan.FromMilliseconds(Math.Clamp(told, ShortestBeat.TotalMilliseconds, most));
    }

    private static double? Number(ReadOnlyMemory<byte> data, ReadOnlySpan<byte> name)
    {
        try
        {
            var reader = new Utf8JsonReader(data.Span);
            if (data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                {
                    return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value)
                        ? value
                        : null;
                }
                reader.Skip();
            }
        }
        catch (InvalidOperationException)
        {
            // A name that is no text (half a surrogate pair).
        }
        return null;
    }
}
