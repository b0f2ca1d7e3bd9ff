using System.Text.Json;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>
/// What READY says of the new session. Read by hand, because it holds an entry for each of ten thousand servers. Never
/// throws for what it holds; what is missing or of another kind than expected counts as not said.
/// </summary>
/// <param name="Session">By which it is resumed; null where it cannot be.</param>
/// <param name="ResumeUrl">Null where none is named that a token may travel to.</param>
/// <param name="Application">The id of the application; 0 where it is not said.</param>
/// <param name="Name">The bot's; empty where it is not said.</param>
internal readonly record struct ReadyPayload(string? Session, Uri? ResumeUrl, ulong Application, string Name)
{
    public static ReadyPayload Parse(ReadOnlyMemory<byte> data)
    {
        string? session = null;
        Uri? url = null;
        ulong application = 0;
        var name = "";
        try
        {
            var reader = new Utf8JsonReader(data.Span);
            if (data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return new ReadyPayload(null, null, 0, name);
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("session_id"u8))
                {
                    session = Text(ref reader);
                }
                else if (reader.ValueTextEquals("resume_gateway_url"u8))
                {
                    url =
                        Uri.TryCreate(Text(ref reader), UriKind.Absolute, out var address)
                        && (address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback))
                            ? address
                            : null;
                }
                else if (reader.ValueTextEquals("application"u8))
                {
                    reader.Read();
                    _ = ulong.TryParse(Member(ref reader, "id"u8), out application);
                }
                else if (reader.ValueTextEquals("user"u8))
                {
                    reader.Read();
                    name = Member(ref reader, "username"u8) ?? "";
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (InvalidOperationException)
        {
            // A text that is none (half a surrogate pair): what was read until there counts.
        }
        return new ReadyPayload(session, url, application, name);
    }

    private static string? Member(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        string? text = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return text;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                text = Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return text;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return text;
    }
}
