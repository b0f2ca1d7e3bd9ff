using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.DiscordChat.Posts;

/// <summary>Tells those who look after a server that its daily post does not arrive.</summary>
internal sealed class ServerAdmins(DiscordRest rest, Places places)
{
    /// <summary>In the channel that Discord itself uses for admins, else to the owner alone.</summary>
    /// <exception cref="DiscordProblem">Nobody can be reached.</exception>
    public async Task TellAsync(ulong channel, string problem, CancellationToken ct)
    {
        var place =
            places.Of(channel)
            ?? await FindAsync(channel, ct)
            ?? throw new DiscordProblem("It is not known whose channel that is.");
        var message = DiscordMessage.Json(
            Reply.Problem(
                $"The daily papers could not be posted in the channel {channel} of {place.Name}. {problem} PaperBot tries again by itself."
            ),
            new MessageLook()
        );
        if (place.AdminChannel is { } admins && await TryAsync(admins, message, ct))
        {
            return;
        }
        if (place.Owner is not { } owner)
        {
            throw new DiscordProblem("The server has no channel for its admins, and its owner is not known.");
        }
        await rest.TellAsync(await rest.DirectChannelAsync(owner, ct), message, ct);
    }

    private async Task<bool> TryAsync(ulong channel, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        try
        {
            await rest.TellAsync(channel, message, ct);
            return true;
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            return false; // PaperBot may not speak there either
        }
    }

    // Where there is no gateway, as for the verb post.
    private async Task<Place?> FindAsync(ulong channel, CancellationToken ct)
    {
        using var found = await rest.ChannelAsync(channel, ct);
        if (found.RootElement.IdOf("guild_id") is not { } id)
        {
            return null;
        }
        using var guild = await rest.GuildAsync(id, ct);
        return Places.Read(guild.RootElement, id);
    }
}
