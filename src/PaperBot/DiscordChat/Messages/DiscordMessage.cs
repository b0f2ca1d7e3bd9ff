using System.Buffers;
using System.Text.Json;
using PaperBot.Chat;

namespace PaperBot.DiscordChat.Messages;

/// <summary>Pure: a reply as the JSON of a Discord message. Mentions are off, and nothing in it is null.</summary>
internal static class DiscordMessage
{
    public const int Ephemeral = 1 << 6;

    private const int ActionRow = 1;
    private const int Button = 2;
    private const int Select = 3;
    private const int Primary = 1;
    private const int Secondary = 2;

    public static void Write(Utf8JsonWriter json, Reply reply, MessageLook look)
    {
        var pages = DiscordEmbeds.Pages(reply);
        var shown = Math.Clamp(look.Page, 0, pages.Count - 1);
        json.WriteStartObject();
        if (look is { Alone: true, IsEdit: false })
        {
            json.WriteNumber("flags"u8, Ephemeral);
        }
        if (look.Nonce is { } nonce)
        {
            json.WriteString("nonce"u8, nonce);
            json.WriteBoolean("enforce_nonce"u8, true);
        }
        if (look.SharedBy is { } sharer)
        {
            json.WriteString("content"u8, $"-# Shared by <@{sharer}>"); // shows the name and, mentions being off, calls nobody
        }
        json.WriteStartArray("embeds"u8);
        WriteEmbed(json, pages[shown]);
        json.WriteEndArray();
        WriteComponents(json, reply, look with { Page = shown }, pages.Count);
        WriteNoMentions(json);
        json.WriteEndObject();
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, Reply, MessageLook)"/>
    public static ReadOnlyMemory<byte> Json(Reply reply, MessageLook look) => Json(json => Write(json, reply, look));

    /// <summary>The JSON of one object.</summary>
    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }
        return buffer.WrittenMemory;
    }

    public static void WriteNoMentions(Utf8JsonWriter json)
    {
        json.WriteStartObject("allowed_mentions"u8);
        json.WriteStartArray("parse"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEmbed(Utf8JsonWriter json, DiscordEmbed embed)
    {
        json.WriteStartObject();
        if (embed.Title.Length > 0)
        {
            json.WriteString("title"u8, embed.Title);
            if (embed.Link is { } link && link.Scheme is "https" or "http")
            {
                json.WriteString("url"u8, embed.Link.AbsoluteUri);
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
        if (embed.Footer.Length > 0)
        {
            json.WriteStartObject("footer"u8);
            json.WriteString("text"u8, embed.Footer);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json, Reply reply, MessageLook look, int pages)
    {
        var buttons = Buttons(reply, look, pages);
        var options = Options(reply);
        json.WriteStartArray("components"u8); // an empty one takes those of the page before away
        if (options.Count > 0)
        {
            WriteMenu(json, options, DiscordText.FitPlain(reply.ChoicePrompt, DiscordLimits.Placeholder));
        }
        foreach (var row in buttons.Chunk(DiscordLimits.ButtonsPerRow).Take(DiscordLimits.Rows - 1))
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, ActionRow);
            json.WriteStartArray("components"u8);
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteNumber("type"u8, Button);
                json.WriteNumber("style"u8, button.IsMain ? Primary : Secondary);
                json.WriteString("label"u8, DiscordText.FitPlain(button.Label, DiscordLimits.ButtonLabel));
                json.WriteString("custom_id"u8, button.Id);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static List<Knob> Buttons(Reply reply, MessageLook look, int pages)
    {
        var (line, page) = (look.Line, look.Page);
        var buttons = new List<Knob>();
        if (line is not null && pages > 1)
        {
            Add("◀", page > 0 ? CustomId.Of(CustomIdAct.Page, line, page - 1) : null);
            Add("▶", page < pages - 1 ? CustomId.Of(CustomIdAct.Page, line, page + 1) : null, isMain: true);
        }
        foreach (var button in reply.Buttons)
        {
            Add(button.Label, CustomId.Of(button.Asks is null ? CustomIdAct.Ask : CustomIdAct.Fill, button.Command));
        }
        if (look.CanShare && reply.Ok && line is not null)
        {
            Add("Share", CustomId.Of(CustomIdAct.Share, line, page));
        }
        return [.. buttons.DistinctBy(button => button.Id)];

        void Add(string label, string? id, bool isMain = false)
        {
            if (id is not null)
            {
                buttons.Add(new Knob(label, id, isMain));
            }
        }
    }

    private static List<(string Label, string Value)> Options(Reply reply) =>
        [
            .. reply
                .Choices.Select(choice =>
                    (
                        Label: DiscordText.FitPlain(choice.Label, DiscordLimits.OptionLabel),
                        Value: CustomId.Of(CustomIdAct.Ask, choice.Command) ?? ""
                    )
                )
                .Where(option => option is { Label.Length: > 0, Value.Length: > 0 })
                .DistinctBy(option => option.Value)
                .Take(DiscordLimits.Options),
        ];

    private static void WriteMenu(Utf8JsonWriter json, List<(string Label, string Value)> options, string prompt)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, ActionRow);
        json.WriteStartArray("components"u8);
        json.WriteStartObject();
        json.WriteNumber("type"u8, Select);
        json.WriteString("custom_id"u8, CustomId.Menu);
        json.WriteString("placeholder"u8, prompt);
        json.WriteStartArray("options"u8);
        foreach (var (label, value) in options)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, label);
            json.WriteString("value"u8, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Knob(string Label, string Id, bool IsMain);
}
