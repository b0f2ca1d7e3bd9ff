using System.Text.Json;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Pure: the bodies of first answers (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object).</summary>
internal static class InteractionJson
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Suggestions = 8;
    private const int Form = 9;

    private const int FormLabel = 18;
    private const int TextInput = 4;
    private const int OneLine = 1;

    /// <summary>A new message.</summary>
    public static MessageBody Answer(DiscordMessage message) =>
        MessageBody.With(Typed(Message, json => MessageJson.Write(json, message)), message.Files);

    /// <summary>The message that the button is on, as it shall be now.</summary>
    public static MessageBody Change(DiscordMessage message) =>
        MessageBody.With(Typed(Update, json => MessageJson.Write(json, message, isEdit: true)), message.Files);

    public static ReadOnlyMemory<byte> Ask(MessageForm form) =>
        Typed(
            Form,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("custom_id"u8, form.Id);
                json.WriteString("title"u8, form.Title);
                json.WriteStartArray("components"u8);
                json.WriteStartObject();
                json.WriteNumber("type"u8, FormLabel);
                json.WriteString("label"u8, form.Label);
                json.WriteString("description"u8, form.Hint);
                json.WriteStartObject("component"u8);
                json.WriteNumber("type"u8, TextInput);
                json.WriteString("custom_id"u8, form.Field);
                json.WriteNumber("style"u8, OneLine);
                json.WriteNumber("max_length"u8, DiscordLimits.FormText);
                json.WriteBoolean("required"u8, true);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    /// <summary>"PaperBot is thinking": the answer follows. Who sees it is settled here.</summary>
    public static ReadOnlyMemory<byte> Later(bool alone) =>
        alone
            ? Typed(
                DeferredMessage,
                json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("flags"u8, MessageJson.Ephemeral);
                    json.WriteEndObject();
                }
            )
            : Typed(DeferredMessage);

    /// <summary>The message that the button is on will change.</summary>
    public static ReadOnlyMemory<byte> ChangeLater() => Typed(DeferredUpdate);

    /// <param name="suggestions">Within their limits.</param>
    public static ReadOnlyMemory<byte> Suggest(IEnumerable<Suggestion> suggestions) =>
        Typed(
            Suggestions,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("choices"u8);
                foreach (var suggestion in suggestions)
                {
                    json.WriteStartObject();
                    json.WriteString("name"u8, suggestion.Label);
                    json.WriteString("value"u8, suggestion.Value);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static ReadOnlyMemory<byte> Typed(int type, Action<Utf8JsonWriter>? data = null) =>
        MessageJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, type);
            if (data is not null)
            {
                json.WritePropertyName("data"u8);
                data(json);
            }
            json.WriteEndObject();
        });
}
