using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Pure: messages as the JSON that Discord's REST API takes. Mentions are off but of those whom a message calls by their
/// ids, and nothing in it is null
/// (https://discord.com/developers/docs/resources/message).
/// </summary>
internal static class MessageJson
{
    public const int Ephemeral = 1 << 6;
    public const int SuppressNotifications = 1 << 12;

    private const int ActionRow = 1;
    private const int Button = 2;
    private const int Select = 3;
    private const int Primary = 1;
    private const int Secondary = 2;

    /// <param name="isEdit">It takes an old message's place.</param>
    public static void Write(Utf8JsonWriter json, DiscordMessage message, bool isEdit = false)
    {
        json.WriteStartObject();
        var flags = (message.Alone ? Ephemeral : 0) | (message.Quiet ? SuppressNotifications : 0);
        if (flags != 0 && !isEdit)
        {
            json.WriteNumber("flags"u8, flags);
        }
        if (message.Nonce is { } nonce && !isEdit)
        {
            json.WriteString("nonce"u8, nonce);
            json.WriteBoolean("enforce_nonce"u8, true);
        }
        if (message.Content.Length > 0)
        {
            json.WriteString("content"u8, message.Content);
        }
        json.WriteStartArray("embeds"u8);
        WriteEmbed(json, message.Embed);
        json.WriteEndArray();
        WriteComponents(json, message);
        if (isEdit || message.Files.Count > 0)
        {
            WriteFiles(json, message.Files);
        }
        WriteMentions(json, isEdit ? [] : message.Calls);
        json.WriteEndObject();
    }

    /// <summary>A post of a forum with its first message.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="tags">Ids of 5 tags at most.</param>
    public static ReadOnlyMemory<byte> OfPost(string name, IReadOnlyList<ulong> tags, DiscordMessage message) =>
        Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            if (tags.Count > 0)
            {
                json.WriteStartArray("applied_tags"u8);
                foreach (var tag in tags)
                {
                    json.WriteStringValue(tag.ToString(CultureInfo.InvariantCulture));
                }
                json.WriteEndArray();
            }
            json.WritePropertyName("message"u8);
            Write(json, message with { Nonce = null }); // which Discord does not take here
            json.WriteEndObject();
        });

    /// <inheritdoc cref="Write(Utf8JsonWriter, DiscordMessage, bool)"/>
    public static ReadOnlyMemory<byte> Of(DiscordMessage message, bool isEdit = false) =>
        Of(json => Write(json, message, isEdit));

    /// <summary>The JSON of one object.</summary>
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }
        return buffer.WrittenMemory;
    }

    // Each by its place among the files of the request; what an old message had and is not named here is taken away.
    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<MessageFile> files)
    {
        json.WriteStartArray("attachments"u8);
        foreach (var (i, file) in files.Index())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, i.ToString(CultureInfo.InvariantCulture));
            json.WriteString("filename"u8, file.Name);
            if (file.AltText.Length > 0)
            {
                json.WriteString("description"u8, file.AltText);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMentions(Utf8JsonWriter json, IReadOnlyList<ulong> calls)
    {
        json.WriteStartObject("allowed_mentions"u8);
        json.WriteStartArray("parse"u8);
        json.WriteEndArray();
        if (calls.Count > 0)
        {
            json.WriteStartArray("users"u8);
            foreach (var user in calls)
            {
                json.WriteStringValue(user.ToString(CultureInfo.InvariantCulture));
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteEmbed(Utf8JsonWriter json, DiscordEmbed embed)
    {
        json.WriteStartObject();
        if (embed.Title.Length > 0)
        {
            json.WriteString("title"u8, embed.Title);
            if (embed.Link is { } link)
            {
                json.WriteString("url"u8, link.AbsoluteUri);
            }
        }
        if (embed.Description.Length > 0)
        {
            json.WriteString("description"u8, embed.Description);
        }
        json.WriteNumber("color"u8, embed.Colour);
        if (embed.Fields.Count > 0)
        {
            json.WriteStartArray("fields"u8);
            foreach (var field in embed.Fields)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, field.Name);
                json.WriteString("value"u8, field.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (embed.Picture is { } picture)
        {
            json.WriteStartObject("image"u8);
            json.WriteString("url"u8, picture);
            json.WriteEndObject();
        }
        if (embed.Footer.Length > 0)
        {
            json.WriteStartObject("footer"u8);
            json.WriteString("text"u8, embed.Footer);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json, DiscordMessage message)
    {
        json.WriteStartArray("components"u8); // an empty one takes those of the page before away
        if (message.Menu is { } menu)
        {
            WriteMenu(json, menu);
        }
        foreach (var row in message.Buttons)
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, ActionRow);
            json.WriteStartArray("components"u8);
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteNumber("type"u8, Button);
                json.WriteNumber("style"u8, button.IsMain ? Primary : Secondary);
                json.WriteString("label"u8, button.Label);
                json.WriteString("custom_id"u8, button.Id);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMenu(Utf8JsonWriter json, MessageMenu menu)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, ActionRow);
        json.WriteStartArray("components"u8);
        json.WriteStartObject();
        json.WriteNumber("type"u8, Select);
        json.WriteString("custom_id"u8, menu.Id);
        json.WriteString("placeholder"u8, menu.Prompt);
        json.WriteStartArray("options"u8);
        foreach (var option in menu.Options)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, option.Label);
            json.WriteString("value"u8, option.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
