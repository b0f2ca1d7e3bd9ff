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

/// <summary>A place for messages: a guild's channel, or a private one where <see cref="GuildId"/> is null.</summary>
public sealed class Channel(ulong id, ulong? guildId, string name, int type)
{
    private readonly List<SentMessage> messages = [];

    public ulong Id { get; } = id;

    public ulong? GuildId { get; } = guildId;

    public string Name { get; } = name;

    /// <summary>Discord's channel type: 0 text, 1 DM, 3 group, 5 announcement, 11 thread, 15 forum.</summary>
    public int Type { get; } = type;

    /// <summary>What the bot may do here.</summary>
    public Permissions BotPermissions { get; set; } = Permissions.Usual;

    /// <summary>Every message that stands in the channel, oldest first; private answers are not among them.</summary>
    public IReadOnlyList<SentMessage> Messages
    {
        get
        {
            lock (messages)
            {
                return [.. messages];
            }
        }
    }

    internal void Add(SentMessage message)
    {
        lock (messages)
        {
            messages.Add(message);
        }
    }

    internal bool Remove(SentMessage message)
    {
        lock (messages)
        {
            return messages.Remove(message);
        }
    }

    internal SentMessage? Find(ulong message)
    {
        lock (messages)
        {
            return messages.Find(m => m.Id == message);
        }
    }
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
