using System.Globalization;
using Discord;
using Discord.WebSocket;
using PaperBot.DiscordChat.Interactions;

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
        };
        return received switch
        {
            SocketSlashCommand slash => read with
            {
                Kind = InteractionKind.Command,
                Command = slash.Data.Name,
                Values = slash.Data.Options.ToDictionary(option => option.Name, option => Text(option.Value)),
            },
            SocketMessageCommand onMessage => read with
            {
                Kind = InteractionKind.Command,
                Command = onMessage.Data.Name,
                Target = Interaction.TargetText(Words(onMessage.Data.Message)),
            },
            SocketAutocompleteInteraction typing => read with
            {
                Kind = InteractionKind.Autocomplete,
                Command = typing.Data.CommandName,
                Values = typing.Data.Options.ToDictionary(option => option.Name, option => Text(option.Value)),
                Focused = typing.Data.Current.Name,
            },
            SocketMessageComponent pressed => read with
            {
                Kind = InteractionKind.Component,
                CustomId = pressed.Data.Values?.FirstOrDefault() ?? pressed.Data.CustomId,
                OnPrivate = IsPrivate(pressed.Message),
                AskedBy = pressed.Message.InteractionMetadata?.UserId,
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

    private static bool IsPrivate(SocketUserMessage message) =>
        message.Flags is { } flags && flags.HasFlag(MessageFlags.Ephemeral);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

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
