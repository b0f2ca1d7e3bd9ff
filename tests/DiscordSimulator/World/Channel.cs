namespace PaperBot.DiscordSimulator;

/// <summary>A place for messages: a guild's channel, or a private one where <see cref="GuildId"/> is null.</summary>
public sealed class Channel(ulong id, ulong? guildId, string name, int type)
{
    internal const int Announcement = 5;
    internal const int Forum = 15;
    private readonly List<SentMessage> messages = [];
    private Permissions permissions = Permissions.Usual;

    public ulong Id { get; } = id;

    public ulong? GuildId { get; } = guildId;

    public string Name { get; } = name;

    /// <summary>Discord's channel type: 0 text, 1 DM, 3 group, 5 announcement, 10 and 11 thread, 15 forum.</summary>
    public int Type { get; } = type;

    /// <summary>Of a thread or a post: where it is; null for channels.</summary>
    public Channel? Parent { get; init; }

    /// <summary>Of a thread or a post.</summary>
    public ThreadState? Thread { get; init; }

    /// <summary>Of a forum: what posts can be tagged with.</summary>
    public IReadOnlyList<ForumTag> Tags { get; set; } = [];

    /// <summary>Of a forum: a post must have a tag.</summary>
    public bool RequiresTag { get; set; }

    /// <summary>How many messages were published to the servers that follow the channel.</summary>
    public int Crossposts { get; internal set; }

    /// <summary>What the bot may do here; in a thread what it may do in its channel.</summary>
    public Permissions BotPermissions
    {
        get => Parent?.BotPermissions ?? permissions;
        set => permissions = value;
    }

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

    internal bool IsThread => Thread is not null;

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

/// <param name="IsModerated">Only those who may manage threads can give it to a post.</param>
public sealed record ForumTag(ulong Id, string Name, bool IsModerated = false);

/// <summary>What is peculiar to a thread.</summary>
public sealed class ThreadState(ulong owner, DateTimeOffset createdAt)
{
    public ulong Owner { get; } = owner;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>When it was put away; null while it is open.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>Nobody but moderators may write in it.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Of a forum's post: the ids of its tags.</summary>
    public IReadOnlyList<ulong> Tags { get; init; } = [];
}
