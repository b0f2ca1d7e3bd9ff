using Discord;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordNet;

/// <summary>Pure: PaperBot's messages and forms as Discord.Net's. Every text is within its limit already.</summary>
internal static class NetMessage
{
    /// <summary>Calls nobody, said so that nothing else follows from it; Discord.Net's own <c>None</c> leaves the kinds open.</summary>
    public static AllowedMentions Nobody { get; } = new(AllowedMentionTypes.None) { RoleIds = null, UserIds = null };

    /// <summary>Whom a new message calls; of what takes its place later, nobody.</summary>
    public static AllowedMentions Mentions(DiscordMessage message) =>
        message.Calls.Count == 0
            ? Nobody
            : new AllowedMentions(AllowedMentionTypes.None) { RoleIds = null, UserIds = [.. message.Calls] };

    /// <summary>Of a new message that everybody in the channel sees.</summary>
    public static MessageFlags Flags(DiscordMessage message) =>
        message.Quiet ? MessageFlags.SuppressNotification : MessageFlags.None;

    /// <summary>Puts the message in an old one's place.</summary>
    public static void Fill(MessageProperties change, DiscordMessage message)
    {
        if (Text(message) is { } text)
        {
            change.Content = text;
        }
        change.Embed = Embed(message);
        change.Components = Components(message);
        change.Attachments = new Optional<IEnumerable<FileAttachment>>(Files(message)); // none takes those of before away
        change.AllowedMentions = Nobody;
    }

    /// <summary>Null where there is nothing to say.</summary>
    public static string? Text(DiscordMessage message) => message.Content.Length > 0 ? message.Content : null;

    public static Embed Embed(DiscordMessage message)
    {
        var embed = message.Embed;
        var builder = new EmbedBuilder { Color = new Color((uint)embed.Colour) };
        if (embed.Title.Length > 0)
        {
            builder.WithTitle(embed.Title).WithUrl(embed.Link?.AbsoluteUri);
        }
        if (embed.Description.Length > 0)
        {
            builder.WithDescription(embed.Description);
        }
        if (embed.Picture is { } picture)
        {
            builder.WithImageUrl(picture);
        }
        if (embed.Footer.Length > 0)
        {
            builder.WithFooter(embed.Footer);
        }
        foreach (var field in embed.Fields)
        {
            builder.AddField(field.Name, field.Value);
        }
        return builder.Build();
    }

    /// <summary>The menu in the first row, the buttons below it; none take those of the page before away.</summary>
    public static MessageComponent Components(DiscordMessage message)
    {
        var rows = new List<ActionRowBuilder>();
        if (message.Menu is { } menu)
        {
            var options = menu.Options.Select(option => new SelectMenuOptionBuilder(option.Label, option.Value));
            var select = new SelectMenuBuilder(menu.Id, [.. options], menu.Prompt);
            rows.Add(new ActionRowBuilder().WithSelectMenu(select));
        }
        foreach (var row in message.Buttons)
        {
            var builder = new ActionRowBuilder();
            foreach (var button in row)
            {
                var style = button.IsMain ? ButtonStyle.Primary : ButtonStyle.Secondary;
                builder.WithButton(button.Label, button.Id, style);
            }
            rows.Add(builder);
        }
        return new ComponentBuilder().WithRows(rows).Build();
    }

    /// <summary>In memory: nothing of them has to be closed.</summary>
    public static IReadOnlyList<FileAttachment> Files(DiscordMessage message) =>
        [
            .. message.Files.Select(file => new FileAttachment(
                new MemoryStream(file.Bytes.ToArray(), writable: false),
                file.Name,
                file.AltText.Length > 0 ? file.AltText : null
            )),
        ];

    public static Modal Form(MessageForm form) =>
        new ModalBuilder(form.Title, form.Id)
            .AddTextInput(
                form.Label,
                form.Field,
                placeholder: form.Hint,
                maxLength: DiscordLimits.FormText,
                required: true
            )
            .Build();
}
