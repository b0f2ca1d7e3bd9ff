using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaperBot.DiscordChat.Posts;

/// <summary>The server that a channel of the daily post is in.</summary>
/// <param name="Name">Of the server.</param>
/// <param name="Owner">Of the server; null where it is not known.</param>
/// <param name="AdminChannel">Where Discord itself tells the server's admins its news; null where there is none.</param>
internal sealed record Place(ulong Guild, string Name, ulong? Owner, ulong? AdminChannel);

/// <summary>
/// Whose the channels of the daily post are, as the gateway tells; also of those that are gone, so that somebody can be
/// told. Other servers are not remembered.
/// </summary>
internal sealed partial class Places(IOptions<DiscordOptions> options, ILogger<Places> log)
{
    private readonly HashSet<ulong> channels = [.. options.Value.ReadChannels()];
    private readonly ConcurrentDictionary<ulong, Place> places = [];

    /// <returns>Null where the gateway has not told.</returns>
    public Place? Of(ulong channel) => places.GetValueOrDefault(channel);

    /// <summary>One event of the gateway; whatever it is.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public void Heard(string name, ReadOnlyMemory<byte> data)
    {
        if (channels.Count == 0 || name is not ("GUILD_CREATE" or "GUILD_UPDATE" or "GUILD_DELETE"))
        {
            return;
        }
        using var json = JsonDocument.Parse(data);
        var guild = json.RootElement;
        if (guild.IdOf("id") is not { } id)
        {
            return;
        }
        if (name == "GUILD_DELETE")
        {
            // Else it is only out of reach for a while.
            if (guild.PartOf("unavailable") is not { ValueKind: JsonValueKind.True })
            {
                Left(id);
            }
            return;
        }
        Learn(
            Read(guild, id),
            name == "GUILD_CREATE"
                ? guild.ListOf("channels").Select(channel => channel.IdOf("id")).OfType<ulong>()
                : places.Where(known => known.Value.Guild == id).Select(known => known.Key)
        );
    }

    /// <param name="place">As it is now.</param>
    /// <param name="here">Its channels.</param>
    public void Learn(Place place, IEnumerable<ulong> here)
    {
        foreach (var channel in here.Where(channels.Contains))
        {
            places[channel] = place;
        }
    }

    /// <summary>PaperBot is in that server no more.</summary>
    public void Left(ulong guild)
    {
        foreach (var (channel, place) in places.Where(known => known.Value.Guild == guild))
        {
            LogLeft(Skills.Papers.PaperText.Clean(place.Name), channel);
        }
    }

    /// <param name="guild">As the gateway or the REST API describes it.</param>
    public static Place Read(JsonElement guild, ulong id) =>
        new(id, guild.TextOf("name") ?? "", guild.IdOf("owner_id"), guild.IdOf("public_updates_channel_id"));

    [LoggerMessage(
        LogLevel.Error,
        "PaperBot was taken out of the Discord server {Server}. The daily post cannot reach its channel {Channel} any more: invite the bot again, or take the channel out of Discord:Channels."
    )]
    private partial void LogLeft(string server, ulong channel);
}
