using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>What exists: guilds, channels, users, and the application with its bot.</summary>
public sealed class World
{
    private readonly Snowflakes ids;
    private long nextGuild;

    internal World(SimulatorOptions options, Snowflakes ids)
    {
        this.ids = ids;
        Bot = new SimulatedUser(options.ApplicationId, "paperbot");
        // Guilds that were made in 2024.
        nextGuild = 300_000_000_000;
        for (var i = 0; i < options.Guilds; i++)
        {
            AddGuild($"guild {i + 1}");
        }
        Tester = new SimulatedUser(ids.Next(), "tester");
        DirectMessages = new Channel(ids.Next(), null, "", 1);
        Group = new Channel(ids.Next(), null, "reading circle", 3);
        ChannelTable[DirectMessages.Id] = DirectMessages;
        ChannelTable[Group.Id] = Group;
    }

    /// <summary>The user who asks when a test does not say who.</summary>
    public SimulatedUser Tester { get; }

    public SimulatedUser Bot { get; }

    /// <summary>The channel between <see cref="Tester"/> and the bot.</summary>
    public Channel DirectMessages { get; }

    /// <summary>
    /// A private conversation of <see cref="Tester"/> with others. A bot cannot be in it: it is asked there by those who
    /// installed it for themselves, and answers through their interactions only.
    /// </summary>
    public Channel Group { get; }

    public IReadOnlyList<Guild> Guilds => [.. GuildTable.Values.OrderBy(g => g.Id)];

    internal ConcurrentDictionary<ulong, Guild> GuildTable { get; } = [];

    internal ConcurrentDictionary<ulong, Channel> ChannelTable { get; } = [];

    public SimulatedUser NewUser(string name) => new(ids.Next(), name);

    /// <summary>Whether the bot may open the channel and hears what happens in it.</summary>
    internal bool BotIsIn(Channel channel) =>
        channel.GuildId is { } guild ? GuildTable.ContainsKey(guild) : channel.Type == DirectMessages.Type;

    /// <param name="name">An id, <c>dm</c> or <c>group</c>.</param>
    internal Channel? Named(string name) =>
        name switch
        {
            "dm" => DirectMessages,
            "group" => Group,
            _ => ulong.TryParse(name, out var id) ? ChannelTable.GetValueOrDefault(id) : null,
        };

    internal Guild AddGuild(string name)
    {
        // Guild ids differ in the bits above 22, by which Discord deals them to shards.
        var guild = new Guild((ulong)Interlocked.Increment(ref nextGuild) << 22, name);
        AddChannel(guild, "general", 0);
        GuildTable[guild.Id] = guild;
        return guild;
    }

    internal Channel AddChannel(Guild guild, string name, int type)
    {
        var channel = new Channel(ids.Next(), guild.Id, name, type);
        guild.ChannelTable[channel.Id] = channel;
        ChannelTable[channel.Id] = channel;
        return channel;
    }

    /// <summary>A thread has the id of the message that it begins with.</summary>
    internal Channel AddThread(Channel parent, ulong id, string name, ThreadState state)
    {
        var type = parent.Type == Channel.Announcement ? 10 : 11;
        var thread = new Channel(id, parent.GuildId, name, type) { Parent = parent, Thread = state };
        ChannelTable[id] = thread;
        return thread;
    }

    internal IEnumerable<Channel> Threads(ulong? guild = null, Channel? parent = null) =>
        ChannelTable
            .Values.Where(channel =>
                channel.IsThread
                && (guild is null || channel.GuildId == guild)
                && (parent is null || channel.Parent == parent)
            )
            .OrderByDescending(channel => channel.Id);

    internal bool RemoveGuild(Guild guild)
    {
        // Its channels go on existing, closed to the bot.
        return GuildTable.TryRemove(guild.Id, out _);
    }

    internal void RestoreGuild(Guild guild) => GuildTable[guild.Id] = guild;

    internal bool RemoveChannel(Channel channel)
    {
        if (channel.GuildId is { } guild && GuildTable.TryGetValue(guild, out var home))
        {
            home.ChannelTable.TryRemove(channel.Id, out _);
        }
        foreach (var thread in Threads(parent: channel).ToList())
        {
            ChannelTable.TryRemove(thread.Id, out _);
        }
        return ChannelTable.TryRemove(channel.Id, out _);
    }

    internal JsonObject BotJson() => Bot.ToJson(bot: true);
}
