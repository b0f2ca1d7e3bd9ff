using System.Globalization;
using Discord;
using Discord.WebSocket;
using PaperBot.DiscordChat.Interactions;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordNet;

/// <summary>Pure: Discord.Net's interactions as PaperBot's.</summary>
internal static class NetInteraction
{
    /// <returns>Null where it is none that can be answered.</returns>
    public static Interaction? From(SocketInteraction received)
    {
        var read = new Interaction
        {
            Id = received.Id,
            Token = received.Token,
            Application = received.ApplicationId,
            Kind = default,
            User = received.User.Id,
            Guild = received.GuildId,
            Channel = received.ChannelId,
            Locale = received.UserLocale ?? "en-US",
            IsDirect = received.ContextType == InteractionContextType.BotDm,
            UserName = PaperText.Clean(
                (received.User as IGuildUser)?.Nickname ?? received.User.GlobalName ?? received.User.Username
            ),
            MayManage =
                received.User is IGuildUser { GuildPermissions: { } may } && (may.ManageGuild || may.Administrator),
        };
        return received switch
        {
            SocketSlashCommand slash => WithCommand(read, slash.Data),
            SocketMessageCommand onMessage => read with
            {
                Kind = InteractionKind.Command,
                Command = onMessage.Data.Name,
                Target = Interaction.TargetText(Words(onMessage.Data.Message)),
            },
            SocketAutocompleteInteraction typing => WithTyping(read, typing.Data),
            SocketMessageComponent pressed => read with
            {
                Kind = InteractionKind.Component,
                CustomId = pressed.Data.Values?.FirstOrDefault() ?? pressed.Data.CustomId,
                OnPrivate = IsPrivate(pressed.Message),
                AskedBy = pressed.Message.InteractionMetadata?.UserId,
                Offered =
                [
                    .. pressed
                        .Message.Components.SelectMany(row => row.Components)
                        .OfType<SelectMenuComponent>()
                        .SelectMany(menu => menu.Options)
                        .Select(option => (option.Label, option.Value)),
                ],
            },
            SocketModal form => read with
            {
                Kind = InteractionKind.Modal,
                CustomId = form.Data.CustomId,
                Values = form.Data.Components.ToDictionary(line => line.CustomId, line => line.Value),
                OnPrivate = form.Message is { } message && IsPrivate(message),
                AskedBy = form.Message?.InteractionMetadata?.UserId,
            },
            _ => null,
        };
    }

    // Of a group, the command that was chosen is the first one's only option.
    private static Interaction WithCommand(Interaction read, SocketSlashCommandData data)
    {
        var chosen = data.Options.FirstOrDefault(option => option.Type == ApplicationCommandOptionType.SubCommand);
        return read with
        {
            Kind = InteractionKind.Command,
            Command = chosen is null ? data.Name : $"{data.Name} {chosen.Name}",
            Values = (chosen?.Options ?? data.Options).ToDictionary(
                option => option.Name,
                option => Text(option.Value)
            ),
        };
    }

    // Discord.Net puts what is inside of a group's command beside it.
    private static Interaction WithTyping(Interaction read, SocketAutocompleteInteractionData data)
    {
        var chosen = data.Options.FirstOrDefault(option => option.Type == ApplicationCommandOptionType.SubCommand);
        return read with
        {
            Kind = InteractionKind.Autocomplete,
            Command = chosen is null ? data.CommandName : $"{data.CommandName} {chosen.Name}",
            Values = data
                .Options.Where(option => option != chosen)
                .ToDictionary(option => option.Name, option => Text(option.Value)),
            Focused = data.Current.Name,
        };
    }

    private static bool IsPrivate(SocketUserMessage message) =>
        message.Flags is { } flags && flags.HasFlag(MessageFlags.Ephemeral);

    // A channel comes as itself; PaperBot knows it by its id.
    private static string Text(object? value) =>
        Convert.ToString(value is IEntity<ulong> one ? one.Id : value, CultureInfo.InvariantCulture) ?? "";

    // The message's own words and those that it forwards, and where its embeds lead to.
    private static IEnumerable<string?> Words(SocketMessage message)
    {
        var forwarded = (message as IUserMessage)?.ForwardedMessages?.Select(one => one.Message) ?? [];
        return forwarded
            .Prepend(message)
            .SelectMany(said =>
                said.Embeds.SelectMany(embed => new[] { embed.Url, embed.Description }).Prepend(said.Content)
            );
    }
}
