using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Posts;

/// <summary>Tells those who look after a server that a post does not arrive.</summary>
internal sealed class ServerAdmins(IDiscord discord, Places places)
{
    /// <summary>That the daily post does not arrive.</summary>
    /// <exception cref="DiscordProblem">Nobody can be reached.</exception>
    public async Task TellAsync(ulong channel, string problem, CancellationToken ct)
    {
        var place =
            places.Of(channel)
            ?? (await discord.ChannelAsync(channel, ct)).Place // where there is no gateway, as for the verb post
            ?? throw new DiscordProblem("It is not known whose channel that is.");
        await TellAsync(
            place,
            $"The daily papers could not be posted in the channel {channel} of {place.Name}. {problem} PaperBot tries again while it runs.",
            ct
        );
    }

    /// <summary>In the channel that Discord itself uses for admins, else to the owner alone.</summary>
    /// <exception cref="DiscordProblem">Nobody can be reached.</exception>
    public async Task TellAsync(Place place, string sentence, CancellationToken ct)
    {
        var message = DiscordMessage.From(Reply.Problem(sentence), new MessageLook());
        if (place.AdminChannel is { } admins && await TryAsync(admins, message, ct))
        {
            return;
        }
        if (place.Owner is not { } owner)
        {
            throw new DiscordProblem("The server has no channel for its admins, and its owner is not known.");
        }
        await discord.TellPersonAsync(owner, message, ct);
    }

    private async Task<bool> TryAsync(ulong channel, DiscordMessage message, CancellationToken ct)
    {
        try
        {
            await discord.TellAsync(channel, message, ct);
            return true;
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            return false; // PaperBot may not speak there either
        }
    }
}
