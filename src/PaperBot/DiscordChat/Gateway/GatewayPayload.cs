using System.Text.Json;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>Opcodes of the gateway, as far as they are received or sent (https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway).</summary>
internal static class Opcode
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}

/// <summary>One message of the gateway. What it says is read only as far as somebody wants it.</summary>
/// <param name="Op">One of <see cref="Opcode"/>, or one that is not known yet; -1 where it has none.</param>
/// <param name="Sequence">Of a dispatch; null for all others.</param>
/// <param name="Event">Of a dispatch, such as INTERACTION_CREATE.</param>
/// <param name="Data">The JSON of "d", in the buffer that was parsed; empty where it has none.</param>
internal readonly record struct GatewayPayload(int Op, long? Sequence, string? Event, ReadOnlyMemory<byte> Data)
{
    /// <exception cref="JsonException">It is no JSON object; what is inside "d" is not looked at.</exception>
    public static GatewayPayload Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return Read(message);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A gateway message holds text that is no text.", e); // half a surrogate pair, say
        }
    }

    private static GatewayPayload Read(ReadOnlyMemory<byte> message)
    {
        var reader = new Utf8JsonReader(message.Span);
        var op = -1;
        long? sequence = null;
        string? name = null;
        var data = ReadOnlyMemory<byte>.Empty;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A gateway message is an object.");
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                reader.Read();
                op = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : -1;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var s) ? s : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                name = reader.TokenType == JsonTokenType.String ? EventName(ref reader) : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = message[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }
        return new GatewayPayload(op, sequence, name, data);
    }

    // Thousands a second bear one of these names.
    private static string? EventName(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("INTERACTION_CREATE"u8) ? "INTERACTION_CREATE"
        : reader.ValueTextEquals("GUILD_CREATE"u8) ? "GUILD_CREATE"
        : reader.GetString();
}
