using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>A server that the bot is a member of.</summary>
public sealed class Guild(ulong id, string name)
{
    public ulong Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Sent with each interaction as <c>guild_locale</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Where Discord tells the guild's admins its news; null where the guild has no such channel.</summary>
    public Channel? AdminChannel { get; set; }

    internal ConcurrentDictionary<ulong, Channel> ChannelTable { get; } = [];

    public IReadOnlyList<Channel> Channels => [.. ChannelTable.Values.OrderBy(c => c.Id)];

    /// <summary>The first text channel.</summary>
    public Channel General => Channels[0];
}

/// <summary>Somebody who uses the bot.</summary>
public sealed record SimulatedUser(ulong Id, string Name)
{
    internal JsonObject ToJson(bool bot = false)
    {
        var user = new JsonObject
        {
            ["id"] = $"{Id}",
            ["username"] = Name,
            ["avatar"] = null,
            ["discriminator"] = bot ? "0001" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["global_name"] = bot ? null : Name,
            ["primary_guild"] = null,
        };
        if (bot)
        {
            user["bot"] = true;
        }
        return user;
    }
}
