using System.Text.Json;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Pure: the bodies of first answers (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object).</summary>
internal static class InteractionAnswers
{
    private const int Pong = 1;
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Suggestions = 8;
    private const int Form = 9;

    private const int FormLabel = 18;
    private const int TextInput = 4;
    private const int OneLine = 1;

    public static ReadOnlyMemory<byte> ForPing() => Typed(Pong);

    /// <summary>A new message.</summary>
    public static ReadOnlyMemory<byte> Answer(Reply reply, MessageLook look) =>
        Typed(Message, json => DiscordMessage.Write(json, reply, look));

    /// <summary>The message that the button is on, as it shall be now.</summary>
    public static ReadOnlyMemory<byte> Change(Reply reply, MessageLook look) =>
        Typed(Update, json => DiscordMessage.Write(json, reply, look with { IsEdit = true }));

    /// <summary>A form with one line to fill in.</summary>
    /// <param name="id">Of the form.</param>
    /// <param name="title">Above it.</param>
    /// <param name="option">What is asked for; its name is the id of the line.</param>
    public static ReadOnlyMemory<byte> Ask(string id, string title, CommandOption option) =>
        Typed(
            Form,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("custom_id"u8, id);
                json.WriteString("title"u8, DiscordText.FitPlain(title, DiscordLimits.FormTitle));
                json.WriteStartArray("components"u8);
                json.WriteStartObject();
                json.WriteNumber("type"u8, FormLabel);
                json.WriteString("label"u8, DiscordText.FitPlain(FormPrompt(option), DiscordLimits.FormLabel));
                json.WriteString(
                    "description"u8,
                    DiscordText.FitPlain(option.Description, DiscordLimits.FormDescription)
                );
                json.WriteStartObject("component"u8);
                json.WriteNumber("type"u8, TextInput);
                json.WriteString("custom_id"u8, option.Name);
                json.WriteNumber("style"u8, OneLine);
                json.WriteNumber("max_length"u8, DiscordLimits.FormText);
                json.WriteBoolean("required"u8, true);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static string FormPrompt(CommandOption option) =>
        option.Kind == OptionKind.Paper ? "Paper" : char.ToUpperInvariant(option.Name[0]) + option.Name[1..];

    /// <summary>"PaperBot is thinking": the answer follows. Who sees it is settled here.</summary>
    public static ReadOnlyMemory<byte> Later(bool alone) =>
        alone
            ? Typed(
                DeferredMessage,
                json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("flags"u8, DiscordMessage.Ephemeral);
                    json.WriteEndObject();
                }
            )
            : Typed(DeferredMessage);

    /// <summary>The message that the button is on will change.</summary>
    public static ReadOnlyMemory<byte> ChangeLater() => Typed(DeferredUpdate);

    public static ReadOnlyMemory<byte> Suggest(IEnumerable<Suggestion> suggestions) =>
        Typed(
            Suggestions,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("choices"u8);
                foreach (var suggestion in Fitting(suggestions))
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

    private static IEnumerable<Suggestion> Fitting(IEnumerable<Suggestion> suggestions) =>
        suggestions
            .Where(suggestion => suggestion.Value.Length is > 0 and <= DiscordLimits.SuggestionText)
            .Select(suggestion =>
                suggestion with
                {
                    Label = DiscordText.FitPlain(suggestion.Label, DiscordLimits.SuggestionText),
                }
            )
            .Where(suggestion => suggestion.Label.Length > 0)
            .Take(DiscordLimits.Suggestions);

    private static ReadOnlyMemory<byte> Typed(int type, Action<Utf8JsonWriter>? data = null) =>
        DiscordMessage.Json(json =>
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
