using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>A message of the bot or of a user as Discord would show it, with everything it has been.</summary>
public sealed class SentMessage
{
    internal const int Ephemeral = 1 << 6;
    internal const int Loading = 1 << 7;
    private volatile JsonObject json;
    private readonly List<JsonObject> versions = [];

    private readonly Dictionary<string, SentFile> files = []; // by the ids of attachments; also those that it has no more

    internal SentMessage(
        ulong id,
        ulong channelId,
        JsonObject first,
        IReadOnlyList<(string Id, SentFile File)>? given = null
    )
    {
        Id = id;
        ChannelId = channelId;
        json = first;
        versions.Add(first);
        Add(given);
    }

    public ulong Id { get; }

    public ulong ChannelId { get; }

    /// <summary>The message object as Discord answers it. Not to be changed.</summary>
    public JsonObject Json => json;

    public string Content => json["content"]?.GetValue<string>() ?? "";

    public int Flags => json["flags"]?.GetValue<int>() ?? 0;

    /// <summary>Whether only the asker sees it.</summary>
    public bool IsPrivate => (Flags & Ephemeral) != 0;

    /// <summary>Whether it still says "is thinking…".</summary>
    public bool IsLoading => (Flags & Loading) != 0;

    public bool IsDeleted { get; internal set; }

    /// <summary>What the message was, oldest first; the last is <see cref="Json"/>.</summary>
    public IReadOnlyList<JsonObject> Versions
    {
        get
        {
            lock (versions)
            {
                return [.. versions];
            }
        }
    }

    /// <summary>The files that it has now, in its order.</summary>
    public IReadOnlyList<SentFile> Files
    {
        get
        {
            lock (versions)
            {
                return [.. ((JsonArray)json["attachments"]!).Select(one => files[one!["id"]!.ToString()])];
            }
        }
    }

    internal void Become(JsonObject next, IReadOnlyList<(string Id, SentFile File)>? given = null)
    {
        lock (versions)
        {
            Add(given);
            versions.Add(next);
            json = next;
        }
    }

    private void Add(IReadOnlyList<(string Id, SentFile File)>? given)
    {
        foreach (var (id, file) in given ?? [])
        {
            files[id] = file;
        }
    }
}
